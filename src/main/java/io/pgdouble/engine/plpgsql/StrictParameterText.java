package io.pgdouble.engine.plpgsql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The variables of a query with their values ({@code format_expr_params}). */
final class StrictParameterText {
  private StrictParameterText() {}

  /** Empty where there are none. */
  static Optional<String> of(Estate estate, PlExpression query) {
    List<Datum.Variable> variables = new ArrayList<>();
    for (ExpressionVariables.Reference reference : query.statement.orElseThrow().references()) {
      if (reference.datum() instanceof Datum.Variable variable) {
        variables.add(variable);
      }
    }
    variables.sort(Comparator.comparingInt(variable -> variable.number));
    return variables.isEmpty()
        ? Optional.empty()
        : Optional.of(
            variables.stream()
                .map(variable -> variable.name + " = " + value(estate, variable))
                .collect(Collectors.joining(", ")));
  }

  private static String value(Estate estate, Datum.Variable variable) {
    Variables.Typed value = estate.variables.eval(variable);
    return value.value() == null ? "NULL" : "'" + estate.text(value).replace("'", "''") + "'";
  }
}
