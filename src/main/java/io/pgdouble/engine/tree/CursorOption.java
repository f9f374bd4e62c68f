package io.pgdouble.engine.tree;

/** The bits of {@link DeclareCursorStmt#options} ({@code parsenodes.h: CURSOR_OPT_…}). A table. */
public final class CursorOption {
  public static final int BINARY = 0x0001;
  public static final int SCROLL = 0x0002;
  public static final int NO_SCROLL = 0x0004;
  public static final int INSENSITIVE = 0x0008;
  public static final int ASENSITIVE = 0x0010;
  public static final int HOLD = 0x0020;

  /** Set by gram.y on every DECLARE. */
  public static final int FAST_PLAN = 0x0100;

  private CursorOption() {}
}
