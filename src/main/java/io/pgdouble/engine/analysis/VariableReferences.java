package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Param;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.ParamRef;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RowType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names that may be variables of a procedural language ({@code pl_comp.c: plpgsql_*_column_ref}).
 */
final class VariableReferences {
  private VariableReferences() {}

  static Expression resolve(ParseState state, ColumnRef ref) {
    if (ref.star()) {
      return starred(state, ref).orElseGet(() -> ColumnReferences.required(state, ref));
    }
    VariableResolver resolver = state.parameters.resolver().orElseThrow();
    if (resolver.preference() == VariableResolver.Preference.VARIABLE) {
      return variable(state, ref, VariableResolver.MissingField.PASSED_OVER)
          .orElseGet(() -> ColumnReferences.required(state, ref));
    }
    Optional<Expression> column =
        ref.fields().size() <= 4 ? ColumnReferences.find(state, ref) : Optional.empty();
    if (column.isPresent() && resolver.preference() == VariableResolver.Preference.COLUMN) {
      return column.get();
    }
    Optional<Expression> variable = variable(state, ref, missing(column));
    if (column.isPresent() && variable.isPresent()) {
      throw ambiguous(ref, String.join(".", ref.fields()));
    }
    return variable.or(() -> column).orElseGet(() -> ColumnReferences.required(state, ref));
  }

  private static Optional<Expression> starred(ParseState state, ColumnRef ref) {
    ColumnReferences.Relation relation = ColumnReferences.relationOf(state, ref.fields(), ref);
    return row(
        state, ref, Namespaces.find(state, relation.schema(), relation.name(), ref.location()));
  }

  private static VariableResolver.MissingField missing(Optional<Expression> column) {
    return column.isPresent()
        ? VariableResolver.MissingField.PASSED_OVER
        : VariableResolver.MissingField.COMPLAINED_OF;
  }

  private static RuntimeException ambiguous(ColumnRef ref, String name) {
    return Complaint.at(
            ref.location(),
            SqlState.AMBIGUOUS_COLUMN,
            "column reference \"" + name + "\" is ambiguous")
        .withDetail("It could refer to either a PL/pgSQL variable or a table column.")
        .toException();
  }

  private static Optional<Expression> variable(
      ParseState state, ColumnRef ref, VariableResolver.MissingField missing) {
    VariableResolver resolver = state.parameters.resolver().orElseThrow();
    return resolver.find(ref.fields(), missing).map(found -> param(found, ref.location()));
  }

  /** The record that {@code name.*} stands for; empty where it means a relation. */
  static Optional<Expression> row(
      ParseState state, ColumnRef ref, Optional<Namespaces.Found> relation) {
    if (state.parameters.resolver().isEmpty()) {
      return Optional.empty();
    }
    VariableResolver resolver = state.parameters.resolver().get();
    if (relation.isPresent() && resolver.preference() == VariableResolver.Preference.COLUMN) {
      return Optional.empty();
    }
    Optional<VariableResolver.Variable> found = resolver.findRow(ref.fields());
    boolean both = relation.isPresent() && found.isPresent();
    if (both && resolver.preference() == VariableResolver.Preference.NOBODY) {
      throw ambiguous(ref, String.join(".", ref.fields()) + ".*");
    }
    return found.map(variable -> param(variable, ref.location()));
  }

  static Optional<Expression> numbered(ParseState state, ParamRef ref) {
    return state
        .parameters
        .resolver()
        .orElseThrow()
        .numbered(ref.number())
        .map(found -> param(found, ref.location()));
  }

  private static Expression param(VariableResolver.Variable found, int location) {
    return new Param(found.number(), found.type(), found.typmod(), found.collation(), location);
  }

  /** The fields of a record that a parameter stands for, as it is now. */
  static List<RowFields.Field> fields(ParseState state, Param row) {
    Optional<RowType> shape =
        state.parameters.resolver().flatMap(resolver -> resolver.shape(row.number()));
    List<RowFields.Field> fields = new ArrayList<>();
    for (RowType.Field field : shape.map(RowType::fields).orElse(List.of())) {
      int collation = Coercion.collationOf(state, field.typeOid());
      fields.add(new RowFields.Field(field.name(), field.typeOid(), field.typmod(), collation));
    }
    return fields;
  }
}
