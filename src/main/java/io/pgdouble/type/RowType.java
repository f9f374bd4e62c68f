package io.pgdouble.type;

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
  public record Field(String name, int typeOid, int typmod) {}
}
