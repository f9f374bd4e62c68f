package io.pgdouble.type;

import java.util.Arrays;

/** A row as a value. The array handed in and out is not to be changed; SQL NULL is null. */
public final class RecordValue {
  private final RowType type;
  private final Object[] values;

  public RecordValue(RowType type, Object... values) {
    this.type = type;
    this.values = values;
  }

  public RowType type() {
    return type;
  }

  public Object[] values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordValue that
        && type.equals(that.type)
        && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    return "RecordValue" + Arrays.deepToString(values);
  }
}
