package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DefinitionStatement;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;

/** How a statement that is not simulated is refused. */
final class Refusal {
  private static final String SUFFIX = "Stmt";

  private Refusal() {}

  /** Names the statement as its command tag does, or as its node in the parse tree. */
  static ReportedError of(Statement statement) {
    String name =
        statement instanceof DefinitionStatement
            ? words(statement.getClass().getSimpleName())
            : CommandTags.of(statement);
    return ErrorReport.notSimulated(name + " statements").toException();
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
