package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.CopyForm;
import io.pgdouble.engine.portal.CopyInput;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * A COPY FROM into what holds no rows of its own. The frontend is asked for data before it is told
 * so ({@code copyfrom.c: CopyFrom}).
 *
 * @param kind its letter in {@code pg_class}
 */
record CopyIntoNothing(String relation, char kind, int columns, CopyForm form)
    implements CopyInput {
  private static final String HINT =
      "To enable copying to a view, provide an INSTEAD OF INSERT trigger.";

  @Override
  public void start() {
    String what = RelationKind.of(kind).orElseThrow().word();
    ErrorReport report =
        ErrorReport.error(
            SqlState.WRONG_OBJECT_TYPE, "cannot copy to " + what + " \"" + relation + "\"");
    throw (kind == 'v' ? report.withHint(HINT) : report).toException();
  }

  @Override
  public void data(byte[] bytes) {
    throw new IllegalStateException("data for a relation without rows");
  }

  @Override
  public Completion done() {
    throw new IllegalStateException("no more data for a relation without rows");
  }

  @Override
  public ReportedError failed(ReportedError error) {
    return error;
  }
}
