package io.pgdouble.engine.tree;

/** The bits of {@link TableLikeClause#options} ({@code parsenodes.h}). A table. */
public final class TableLikeOption {
  public static final int COMMENTS = 1;
  public static final int COMPRESSION = 1 << 1;
  public static final int CONSTRAINTS = 1 << 2;
  public static final int DEFAULTS = 1 << 3;
  public static final int GENERATED = 1 << 4;
  public static final int IDENTITY = 1 << 5;
  public static final int INDEXES = 1 << 6;
  public static final int STATISTICS = 1 << 7;
  public static final int STORAGE = 1 << 8;
  public static final int ALL = Integer.MAX_VALUE;

  private TableLikeOption() {}
}
