package io.pgdouble.engine.function;

import io.pgdouble.facts.FactRow;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.Iterator;
import java.util.List;

/** {@code pg_get_keywords}. */
final class Keywords {
  private static final RowType ROW =
      new RowType(
          TypeOid.RECORD,
          List.of(
              new RowType.Field("word", TypeOid.TEXT, -1),
              new RowType.Field("catcode", TypeOid.CHAR, -1),
              new RowType.Field("barelabel", TypeOid.BOOL, -1),
              new RowType.Field("catdesc", TypeOid.TEXT, -1),
              new RowType.Field("baredesc", TypeOid.TEXT, -1)));

  private Keywords() {}

  static Iterator<Object> all(CallContext context) {
    return context.execution().facts().table("keywords").rows().stream()
        .map(Keywords::row)
        .iterator();
  }

  private static Object row(FactRow row) {
    boolean bare = row.bool("barelabel");
    String category =
        switch (row.letter("catcode")) {
          case 'U' -> "unreserved";
          case 'C' -> "unreserved (cannot be function or type name)";
          case 'T' -> "reserved (can be function or type name)";
          default -> "reserved";
        };
    return new RecordValue(
        ROW,
        row.text("word"),
        row.text("catcode"),
        bare,
        category,
        bare ? "can be bare label" : "requires AS");
  }
}
