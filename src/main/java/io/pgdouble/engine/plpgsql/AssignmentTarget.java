package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.PlpgsqlAnalyzer;
import io.pgdouble.engine.analysis.PlpgsqlAnalyzer.TypeAndModifier;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.tree.AIndices;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.Indirection;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import java.util.ArrayList;
import java.util.List;

/** What stands left of {@code :=} ({@code analyze.c: transformPLAssignStmt}). */
record AssignmentTarget(PlpgsqlAnalyzer.Target target) {

  static AssignmentTarget of(ParseMode mode, Parser.PlAssign assign, Datum datum, Estate estate) {
    TypeAndModifier whole = estate.variables.typeOf(datum);
    List<Expr> subscripts = subscripts(assign.indirection(), mode);
    TypeAndModifier type =
        subscripts.isEmpty() ? whole : element(estate.spi.analysis().catalog(), whole);
    return new AssignmentTarget(new PlpgsqlAnalyzer.Target(name(datum), type, subscripts));
  }

  private static String name(Datum datum) {
    return datum instanceof Datum.Variable variable
        ? variable.name
        : ((Datum.RecField) datum).parent.name;
  }

  /** Behind the names that name the variable. */
  static List<Expr> subscripts(List<Indirection> steps, ParseMode mode) {
    int names = mode.ordinal() - ParseMode.ASSIGN1.ordinal();
    List<Expr> subscripts = new ArrayList<>();
    for (Indirection step : steps.subList(Math.min(names, steps.size()), steps.size())) {
      boolean subscript = step instanceof AIndices indices && !indices.slice();
      if (!subscript) {
        throw refused("slices or nested fields");
      }
      subscripts.add(((AIndices) step).upper().orElseThrow());
    }
    return subscripts;
  }

  private static TypeAndModifier element(Catalog catalog, TypeAndModifier whole) {
    TypeEntry type = catalog.type(whole.type());
    if (!type.isTrueArray()) {
      throw refused("elements of what is no array");
    }
    return new TypeAndModifier(type.element(), whole.typmod());
  }

  private static ReportedError refused(String what) {
    return ErrorReport.notSimulated("assignments to " + what).toException();
  }
}
