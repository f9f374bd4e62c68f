package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.tree.CollateClause;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** Collations of columns and of indexes' columns ({@code parse_type.c: GetColumnDefCollation}). */
public final class ColumnCollations {
  private ColumnCollations() {}

  /** The collation of a column of a type. */
  public static int of(AnalysisContext context, int type, Optional<CollateClause> clause) {
    int own = context.catalog().type(type).collation();
    if (clause.isEmpty()) {
      return own;
    }
    int location = clause.get().location();
    int found = named(context, clause.get().collname(), location);
    if (own == 0) {
      throw Complaint.error(
          location,
          SqlState.DATATYPE_MISMATCH,
          "collations are not supported by type " + TypeFacts.name(type));
    }
    return found;
  }

  /**
   * The collation of an expression's value; 0 where its type has none, and where its parts do not
   * agree.
   */
  public static int derived(AnalysisContext context, Expression expression) {
    return CollationAssigner.derived(new ParseState(context, ParameterTypes.none()), expression);
  }

  /** The collation of a name ({@code get_collation_oid}). */
  public static int named(AnalysisContext context, List<String> name, int location) {
    return CollationNames.find(new ParseState(context, ParameterTypes.none()), name)
        .orElseThrow(() -> CollationNames.missing(name, location))
        .oid();
  }
}
