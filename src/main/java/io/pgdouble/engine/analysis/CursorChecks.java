package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.engine.tree.DeclareCursorStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** What a cursor's query must not do ({@code analyze.c: transformDeclareCursorStmt}). */
final class CursorChecks {
  private CursorChecks() {}

  static void check(DeclareCursorStmt cursor, Query query) {
    if (query.with().stream().anyMatch(table -> table.query().modification().isPresent())) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "DECLARE CURSOR must not contain data-modifying statements in WITH");
    }
    if (query.rowMarks().isEmpty()) {
      return;
    }
    String lock = RowLocks.words(query.rowMarks().get(0).strength());
    if ((cursor.options() & CursorOption.HOLD) != 0) {
      throw refused(
          "DECLARE CURSOR WITH HOLD ... " + lock + " is not supported",
          "Holdable cursors must be READ ONLY.");
    }
    if ((cursor.options() & CursorOption.SCROLL) != 0) {
      throw refused(
          "DECLARE SCROLL CURSOR ... " + lock + " is not supported",
          "Scrollable cursors must be READ ONLY.");
    }
    if ((cursor.options() & CursorOption.INSENSITIVE) != 0) {
      throw ErrorReport.error(
              SqlState.INVALID_CURSOR_DEFINITION,
              "DECLARE INSENSITIVE CURSOR ... " + lock + " is not valid")
          .withDetail("Insensitive cursors must be READ ONLY.")
          .toException();
    }
  }

  private static ReportedError refused(String message, String detail) {
    return ErrorReport.error(SqlState.FEATURE_NOT_SUPPORTED, message)
        .withDetail(detail)
        .toException();
  }
}
