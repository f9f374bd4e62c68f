package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DefinitionStatement;
import io.pgdouble.engine.tree.ExplainStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;

/** How a statement that is not simulated is refused. */
final class Refusal {
  private static final String SUFFIX = "Stmt";

  private Refusal() {}

  /** EXPLAIN can be had, if not PostgreSQL's. */
  private static final String EXPLAIN_HINT =
      "Stub the statement, replay a recording, relay it to a real server, or SET "
          + ExplainCommand.SETTING
          + " = on to be told the double's own plan.";

  /** Names the statement as its command tag does, or as its node in the parse tree. */
  static ReportedError of(Statement statement) {
    String name =
        statement instanceof DefinitionStatement
            ? words(statement.getClass().getSimpleName())
            : CommandTags.of(statement);
    ErrorReport report = ErrorReport.notSimulated(name + " statements");
    return (statement instanceof ExplainStmt ? report.withHint(EXPLAIN_HINT) : report)
        .toException();
  }

  /** {@code CreateEventTrigStmt} to {@code CREATE EVENT TRIG}. */
  private static String words(String className) {
    String name =
        className.endsWith(SUFFIX)
            ? className.substring(0, className.length() - SUFFIX.length())
            : className;
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toUpperCase(java.util.Locale.ROOT);
  }
}
