package io.pgdouble.engine.copy;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** Malformed data of COPY. */
final class CopyFault {
  private CopyFault() {}

  static ReportedError of(String message) {
    return new ReportedError(SqlState.BAD_COPY_FILE_FORMAT, message);
  }

  static ReportedError of(String message, String hint) {
    return ErrorReport.error(SqlState.BAD_COPY_FILE_FORMAT, message).withHint(hint).toException();
  }
}
