package io.pgdouble.engine.analysis;

import io.pgdouble.engine.tree.Expr;

/** What a column of an index is called that is an expression ({@code FigureIndexColname}). */
public final class IndexNames {
  private static final String NAMELESS = "expr";

  private IndexNames() {}

  public static String of(AnalysisContext context, Expr expression) {
    ParseState state = new ParseState(context, ParameterTypes.none());
    return ColumnNames.ofFunction(state, expression).orElse(NAMELESS);
  }
}
