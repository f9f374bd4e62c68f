package io.pgdouble.type;

import java.util.Arrays;
import java.util.List;

/**
 * The shape of a row.
 *
 * @param oid the composite type, or {@link TypeOid#RECORD}
 */
public record RowType(int oid, List<Field> fields) {
  public RowType {
    fields = List.copyOf(fields);
  }

  /** One field of a row. */
  public record Field(String name, int typeOid, int typmod) {

    /** Whether it is the place of a column that was dropped. */
    public boolean dropped() {
      return typeOid == 0;
    }
  }

  /** Whether the field at a place, from 0, is that of a column that was dropped. */
  public boolean isDropped(int index) {
    return fields.get(index).dropped();
  }

  /** How many fields are shown. */
  public int width() {
    return (int) fields.stream().filter(field -> !field.dropped()).count();
  }

  /** A row of the type as it was before, as it is now. */
  public RecordValue current(RecordValue row) {
    return new RecordValue(this, Arrays.copyOf(row.values(), fields.size()));
  }
}
