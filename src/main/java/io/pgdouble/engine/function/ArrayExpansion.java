package io.pgdouble.engine.function;

import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * {@code information_schema._pg_expandarray}: an array's elements and their numbers from 1. Source:
 * {@code information_schema.sql}.
 */
final class ArrayExpansion {
  private ArrayExpansion() {}

  static Iterator<Object> rows(CallContext context, ArrayValue array) {
    RowType row =
        new RowType(
            TypeOid.RECORD,
            List.of(
                new RowType.Field("x", array.elementOid(), -1),
                new RowType.Field("n", TypeOid.INT4, -1)));
    List<Object> rows = new ArrayList<>();
    boolean all = MajorChange.EXPANDED_ARRAYS_ARE_UNNESTED.isIn(context.types().major());
    boolean single = all || array.dimensions().length == 1;
    int first = array.dimensions().length == 0 ? 0 : array.dimensions()[0];
    int length = all ? array.elements().length : first;
    for (int i = 0; i < length; i++) {
      // One subscript finds nothing in an array of more dimensions.
      rows.add(new RecordValue(row, single ? array.elements()[i] : null, i + 1));
    }
    return rows.iterator();
  }
}
