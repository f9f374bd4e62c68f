package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** What is wrong with the text of a path ({@code jsonpath_yyerror}). */
final class JsonPathFault {
  private JsonPathFault() {}

  /** A complaint, and where: at the end of the text if nothing is shown. */
  static ReportedError at(String message, String shown) {
    String where = shown.isEmpty() ? " at end" : " at or near \"" + shown + "\"";
    return new ReportedError(SqlState.SYNTAX_ERROR, message + where + " of jsonpath input");
  }

  static ReportedError invalid(SqlState state, String detail) {
    return ErrorReport.error(state, "invalid input syntax for type jsonpath")
        .withDetail(detail)
        .toException();
  }
}
