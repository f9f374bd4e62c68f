package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.RowVersion;

/**
 * Where a row is and who wrote it: null where an outer join has no row.
 *
 * @param levels how many queries out the table stands
 */
public record SystemColumns(int levels, int relation, Reader reader) implements Evaluator {
  private static final long XID_MASK = 0xFFFFFFFFL;

  public static final Reader CTID = RowVersion::tid;
  public static final Reader XMIN = version -> version.xmin().id() & XID_MASK;
  public static final Reader CMIN = version -> (long) version.cmin();
  public static final Reader XMAX = version -> version.xmax() & XID_MASK;
  public static final Reader CMAX = version -> (long) version.cmax();

  /** What a version tells. */
  @FunctionalInterface
  public interface Reader {
    Object read(RowVersion version);
  }

  @Override
  public Object evaluate(Frame frame) {
    Object[] row = frame.up(levels).rows[relation];
    return row == null ? null : reader.read(RowVersion.of(row));
  }
}
