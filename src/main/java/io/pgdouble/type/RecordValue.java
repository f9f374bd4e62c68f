package io.pgdouble.type;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

  /** The same without the places of columns that were dropped. */
  public RecordValue live() {
    if (type.width() == values.length) {
      return this;
    }
    int[] kept = IntStream.range(0, values.length).filter(i -> !type.isDropped(i)).toArray();
    List<RowType.Field> fields = Arrays.stream(kept).mapToObj(type.fields()::get).toList();
    Object[] left = Arrays.stream(kept).mapToObj(i -> values[i]).toArray();
    return new RecordValue(new RowType(type.oid(), fields), left);
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
