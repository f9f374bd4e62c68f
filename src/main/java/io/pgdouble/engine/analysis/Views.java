package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.ViewQueries;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.error.ReportedError;
import java.util.Optional;

/** The queries that views stand for ({@code rewriteHandler.c: ApplyRetrieveRule}). */
public final class Views {
  private Views() {}

  /** Empty for what is no view. */
  static Optional<Query> body(ParseState state, RelationEntry relation) {
    Optional<Query> own = ViewQueries.of(state.catalog(), relation);
    return own.isPresent() ? own : ofServer(state, relation);
  }

  private static Optional<Query> ofServer(ParseState state, RelationEntry relation) {
    return state
        .catalog()
        .viewDefinition(relation)
        .map(definition -> analyzed(state.context, relation, definition));
  }

  /** The query of a view that the server is born with, from its text. */
  public static Query analyzed(AnalysisContext context, RelationEntry relation, String definition) {
    ParseState state = ParseState.ofDefinition(context);
    try {
      SelectStmt select =
          (SelectStmt)
              Parser.parse(definition, ParserSettings.DEFAULTS, notice -> {}).get(0).stmt();
      return SelectAnalyzer.analyze(state, select);
    } catch (ReportedError error) {
      // The server's own definitions have no mistakes: what fails here is not simulated.
      throw Complaint.notSimulated(
          "relation "
              + relation.schema()
              + "."
              + relation.name()
              + ": "
              + error.report().message());
    }
  }
}
