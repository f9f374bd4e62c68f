package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.RowVersion;
import io.pgdouble.engine.storage.Xact;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ReportedError;
import io.pgdouble.type.Tid;

/**
 * Waiting for a transaction because of a row: what goes wrong meanwhile tells which ({@code lmgr.c:
 * XactLockTableWaitErrorCb}).
 *
 * @param relation the name of the table or index
 */
record RowWait(Doing doing, String relation, Frame frame) {

  /** {@code lmgr.h: XLTW_Oper}. */
  enum Doing {
    UPDATING("while updating tuple"),
    DELETING("while deleting tuple"),
    LOCKING("while locking tuple"),
    LOCKING_UPDATED("while locking updated version"),
    INSERTING_INDEX_TUPLE("while inserting index tuple"),
    INSERTING_UNIQUE("while checking uniqueness of tuple");

    private final String words;

    Doing(String words) {
      this.words = words;
    }

    private String text(Tid tuple) {
      String place = "(" + tuple.block() + "," + tuple.offset() + ")";
      return words + (this == LOCKING_UPDATED ? " " + place + " of tuple" : " " + place);
    }
  }

  void await(Xact other, RowVersion row) {
    try {
      frame.context.storage().transaction().await(other);
    } catch (ReportedError e) {
      String where = doing.text(row.tid()) + " in relation \"" + relation + "\"";
      throw e.report().with(ErrorField.WHERE, where).toException();
    }
    frame.context.checkForInterrupts();
  }
}
