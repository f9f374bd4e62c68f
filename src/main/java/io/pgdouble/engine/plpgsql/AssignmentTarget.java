package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.PlpgsqlAnalyzer;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.tree.Indirection;
import java.util.List;

/** What stands left of {@code :=} ({@code analyze.c: transformPLAssignStmt}). */
record AssignmentTarget(Datum datum, List<Indirection> parts, int location) {

  static AssignmentTarget of(ParseMode mode, Parser.PlAssign assign, Datum datum) {
    List<Indirection> steps = assign.indirection();
    int names = mode.ordinal() - ParseMode.ASSIGN1.ordinal();
    return new AssignmentTarget(
        datum, steps.subList(Math.min(names, steps.size()), steps.size()), assign.location());
  }

  PlpgsqlAnalyzer.Target in(Estate estate, ExpressionVariables variables) {
    return new PlpgsqlAnalyzer.Target(
        name(datum),
        estate.variables.typeOf(datum),
        parts,
        parts.isEmpty() ? 0 : variables.parameter(datum),
        location);
  }

  private static String name(Datum datum) {
    return datum instanceof Datum.Variable variable
        ? variable.name
        : ((Datum.RecField) datum).parent.name;
  }
}
