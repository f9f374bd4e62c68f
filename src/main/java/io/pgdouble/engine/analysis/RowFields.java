package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.FieldSelect;
import io.pgdouble.engine.expression.Expression.RowExpr;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fields of row values ({@code ParseComplexProjection}, {@code expandRecordVariable}). */
final class RowFields {
  private RowFields() {}

  /** A field as a RowType shows it. */
  record Field(String name, int type, int typmod, int collation) {}

  /** Whether {@code f(row)} may be meant as {@code row.f}. */
  static boolean mayBeField(ParseState state, FuncCall call, List<Expression> arguments) {
    return arguments.size() == 1
        && call.funcname().size() == 1
        && !call.aggStar()
        && !call.aggDistinct()
        && !call.funcVariadic()
        && call.aggFilter().isEmpty()
        && call.over().isEmpty()
        && call.aggOrder().isEmpty()
        && arguments.get(0).type() != TypeOid.UNKNOWN
        && TypeFacts.isRow(state.catalog(), arguments.get(0).type());
  }

  static Optional<Expression> find(ParseState state, Expression row, String name) {
    List<Field> fields = fields(state, row);
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (field.name().equals(name)) {
        return Optional.of(select(row, i + 1, field));
      }
    }
    return Optional.empty();
  }

  static Expression select(Expression row, int number, Field field) {
    if (row instanceof Var whole && whole.attribute() == 0) {
      return new Var(
          whole.levelsUp(),
          whole.relation(),
          number,
          field.type(),
          field.typmod(),
          field.collation(),
          whole.location());
    }
    return new FieldSelect(
        row, number, field.type(), field.typmod(), field.collation(), row.location());
  }

  /** The fields of a row value as far as they are known here; empty if they are not. */
  static List<Field> fields(ParseState state, Expression row) {
    int type = TypeFacts.baseType(state.catalog(), row.type());
    Optional<RelationEntry> relation =
        TypeFacts.isComposite(state.catalog(), type)
            ? state.catalog().relationOfRowType(type)
            : Optional.empty();
    if (relation.isPresent()) {
      return relation.get().attributes().stream().map(RowFields::field).toList();
    }
    if (row instanceof RowExpr made) {
      return ofRow(state, made);
    }
    if (row instanceof Expression.Param param && state.parameters.resolver().isPresent()) {
      return VariableReferences.fields(state, param);
    }
    return row instanceof Var var ? ofVar(state, var) : ofFunction(state, row);
  }

  private static Field field(AttributeEntry attribute) {
    return new Field(attribute.name(), attribute.type(), attribute.typmod(), attribute.collation());
  }

  private static List<Field> ofRow(ParseState state, RowExpr row) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < row.arguments().size(); i++) {
      Expression value = row.arguments().get(i);
      fields.add(
          new Field(
              row.names().get(i),
              value.type(),
              value.typmod(),
              Coercion.collationOf(state, value.type())));
    }
    return fields;
  }

  private static List<Field> ofVar(ParseState state, Var row) {
    ParseState level = state;
    for (int i = 0; i < row.levelsUp(); i++) {
      level = level.parent.orElseThrow();
    }
    RangeEntry entry = level.rangeTable.get(row.relation());
    if (row.attribute() == 0) {
      return ofWholeRow(entry);
    }
    if (entry instanceof RangeEntry.Subquery subquery) {
      ParseState inside = level.inside(subquery.query().rangeTable());
      return fields(inside, subquery.query().targets().get(row.attribute() - 1).expression());
    }
    if (row.type() == TypeOid.RECORD) {
      throw Complaint.notSimulated("fields of a record from here");
    }
    return List.of();
  }

  private static List<Field> ofWholeRow(RangeEntry entry) {
    List<Field> fields = new ArrayList<>();
    for (RangeColumn column : entry.columns()) {
      fields.add(new Field(column.name(), column.type(), column.typmod(), column.collation()));
    }
    return fields;
  }

  private static List<Field> ofFunction(ParseState state, Expression row) {
    return row instanceof Expression.FuncExpr call
        ? FunctionColumns.ofResult(state, call)
        : List.of();
  }
}
