package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A column definition list in FROM ({@code addRangeTableEntryForFunction}). */
final class ColumnDefinitions {
  private final ParseState state;
  private final List<ColumnDef> definitions;

  ColumnDefinitions(ParseState state, List<ColumnDef> definitions) {
    this.state = state;
    this.definitions = definitions;
  }

  /** Only functions that yield just any record may have one. */
  void checkFor(Expression call) {
    boolean record = call.type() == TypeOid.RECORD;
    if (record && RowFields.fields(state, call).isEmpty()) {
      requireSimulated(call);
      return;
    }
    boolean composite = TypeFacts.isComposite(state.catalog(), call.type());
    String named = composite ? "redundant for a function returning a named composite type" : "";
    String outputs = record ? "redundant for a function with OUT parameters" : named;
    throw Complaint.error(
        definitions.get(0).location(),
        SqlState.SYNTAX_ERROR,
        "a column definition list is "
            + (outputs.isEmpty() ? "only allowed for functions returning \"record\"" : outputs));
  }

  /** What others yield would have to be compared with the list. */
  private static void requireSimulated(Expression call) {
    boolean simulated =
        call instanceof FuncExpr function
            && (function.function().isOfUser()
                || function.function().name().matches("jsonb?_(to|populate)_record(set)?"));
    if (!simulated) {
      throw Complaint.notSimulated("a column definition list for this function");
    }
  }

  List<RangeColumn> columns() {
    List<RangeColumn> columns = new ArrayList<>();
    definitions.forEach(definition -> columns.add(column(definition)));
    checkNames();
    columns.forEach(this::checkType);
    return columns;
  }

  private RangeColumn column(ColumnDef definition) {
    if (definition.typeName().orElseThrow().setof()) {
      throw Complaint.error(
          definition.location(),
          SqlState.INVALID_TABLE_DEFINITION,
          "column \"" + definition.colname() + "\" cannot be declared SETOF");
    }
    if (definition.collClause().isPresent()) {
      throw Complaint.notSimulated("COLLATE in a column definition list");
    }
    TypeNames.TypeReference type = TypeNames.resolve(state, definition.typeName().get());
    int collation = Coercion.collationOf(state, type.type());
    return new RangeColumn(definition.colname(), type.type(), type.typmod(), collation, 0, 0);
  }

  private void checkNames() {
    Set<String> names = new HashSet<>();
    for (ColumnDef definition : definitions) {
      if (!names.add(definition.colname())) {
        throw Complaint.error(
            -1,
            SqlState.DUPLICATE_COLUMN,
            "column name \"" + definition.colname() + "\" specified more than once");
      }
    }
  }

  /** {@code CheckAttributeType}. */
  private void checkType(RangeColumn column) {
    TypeEntry type = state.catalog().type(column.type());
    if (type.isPseudo() && column.type() != TypeOid.RECORD) {
      throw Complaint.error(
          -1,
          SqlState.INVALID_TABLE_DEFINITION,
          "column \"" + column.name() + "\" has pseudo-type " + TypeFacts.name(column.type()));
    }
    int element = TypeFacts.elementType(state.catalog(), column.type());
    if (!isSimple(column.type()) || element != 0 && !isSimple(element)) {
      throw Complaint.notSimulated(
          "columns of type " + TypeFacts.name(column.type()) + " in a column definition list");
    }
  }

  private boolean isSimple(int type) {
    char kind = state.catalog().type(type).kind();
    boolean vector = type == TypeOid.INT2VECTOR || type == TypeOid.OIDVECTOR;
    return "bcdemr".indexOf(kind) >= 0 && !vector;
  }

  /** The list as the type of a row. */
  static RowType row(List<RangeColumn> columns) {
    List<RowType.Field> fields = new ArrayList<>();
    columns.forEach(c -> fields.add(new RowType.Field(c.name(), c.type(), c.typmod())));
    return new RowType(TypeOid.RECORD, fields);
  }
}
