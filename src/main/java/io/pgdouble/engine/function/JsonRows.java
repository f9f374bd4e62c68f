package io.pgdouble.engine.function;

import io.pgdouble.type.Jsonb;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.Iterator;
import java.util.List;

/** {@code jsonb_each} and its kin: a row for each member. Source: {@code jsonfuncs.c}. */
final class JsonRows {
  private JsonRows() {}

  /** The row of a key and a value of some type. */
  static RowType row(int valueType) {
    return new RowType(
        TypeOid.RECORD,
        List.of(
            new RowType.Field("key", TypeOid.TEXT, -1), new RowType.Field("value", valueType, -1)));
  }

  static Iterator<Object> each(Jsonb value) {
    RowType row = row(TypeOid.JSONB);
    return JsonbReading.members(value, "jsonb_each").stream()
        .map(m -> (Object) new RecordValue(row, m.key(), m.value()))
        .iterator();
  }

  static Iterator<Object> eachText(CallContext context, Jsonb value) {
    RowType row = row(TypeOid.TEXT);
    return JsonbReading.members(value, "jsonb_each_text").stream()
        .map(
            m ->
                (Object)
                    new RecordValue(row, m.key(), JsonbReading.text(m.value(), context.types())))
        .iterator();
  }
}
