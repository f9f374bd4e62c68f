package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What a call of a routine gives ({@code funcapi.c: get_call_result_type}). */
record RoutineShape(ProcEntry function, CallSite site, Spi spi) {

  private Catalog catalog() {
    return spi.analysis().catalog();
  }

  /** The type of the result, or of one of a set of them. */
  int type() {
    return site.resultType() == 0 ? function.resultType() : site.resultType();
  }

  boolean isRow() {
    return type() == TypeOid.RECORD || TypeFacts.isRow(catalog(), type());
  }

  /** The columns of the result; one where it is no row. */
  RowType columns(Variables variables) {
    if (!isRow()) {
      return new RowType(type(), List.of(new RowType.Field(function.name(), type(), -1)));
    }
    if (type() != TypeOid.RECORD) {
      return variables.shapeOf(type());
    }
    List<RowType.Field> outputs = outputs();
    if (!outputs.isEmpty()) {
      return new RowType(TypeOid.RECORD, outputs);
    }
    return site.row()
        .orElseThrow(
            () ->
                ErrorReport.notSimulated("a function that returns records of any shape here")
                    .toException());
  }

  /** Whether the shape of a row is known from somewhere. */
  boolean isKnown() {
    return type() != TypeOid.RECORD || !outputs().isEmpty() || site.row().isPresent();
  }

  private List<RowType.Field> outputs() {
    List<RowType.Field> fields = new ArrayList<>();
    for (int i = 0; i < function.modes().length; i++) {
      if ("obt".indexOf(function.modes()[i]) < 0) {
        continue;
      }
      String name = i < function.names().size() ? function.names().get(i) : "";
      int number = fields.size() + 1;
      fields.add(
          new RowType.Field(name.isEmpty() ? "column" + number : name, function.allTypes()[i], -1));
    }
    return fields;
  }

  /** The rows of a set as values. */
  Iterator<Object> values(ResultSet rows, RowType columns) {
    return rows.rows().stream()
        .map(row -> rows.isScalar() ? row[0] : (Object) new RecordValue(columns, row))
        .iterator();
  }

  /** The type of a parameter, as the call has it where it may be any. */
  int argument(int index) {
    int declared = function.argumentTypes()[index];
    boolean any = catalog().type(declared).kind() == 'p' && declared != TypeOid.RECORD;
    return any ? site.argumentTypes()[index] : declared;
  }

  /** A row of the shape that the call expects. */
  Optional<String> mismatch() {
    return Optional.of("returned record type does not match expected record type");
  }
}
