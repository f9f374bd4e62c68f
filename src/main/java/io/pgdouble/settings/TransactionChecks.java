package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;

/** When a transaction's characteristics may change: {@code variable.c: check_transaction_…}. */
final class TransactionChecks {
  private TransactionChecks() {}

  private static ReportedError tooLate(String text) {
    return ErrorReport.error(SqlState.ACTIVE_SQL_TRANSACTION, text).toException();
  }

  private static ErrorReport inRecovery(String text) {
    return ErrorReport.error(SqlState.FEATURE_NOT_SUPPORTED, text);
  }

  /** Whether a startup packet comes too late, since a snapshot was taken to look its role up. */
  private static boolean tooLateAtStart(SessionSettings session) {
    int major = session.server().catalog().facts().major();
    return session.starting() && !MajorChange.TRANSACTION_SETTINGS_AT_START.isIn(major);
  }

  static Object isolation(SettingCheck.Request request) {
    SessionSettings session = request.session();
    boolean changes =
        !request.value().equals(session.text("transaction_isolation"))
            && !request.source().isOfServer();
    if (changes && tooLateAtStart(session)) {
      throw tooLate("SET TRANSACTION ISOLATION LEVEL must be called before any query");
    }
    if (!changes || !session.inTransaction()) {
      return request.value();
    }
    if (session.host().snapshotTaken()) {
      throw tooLate("SET TRANSACTION ISOLATION LEVEL must be called before any query");
    }
    if (session.host().inSubtransaction()) {
      throw tooLate("SET TRANSACTION ISOLATION LEVEL must not be called in a subtransaction");
    }
    if (request.value().equals("serializable") && session.host().inRecovery()) {
      throw inRecovery("cannot use serializable mode in a hot standby")
          .withHint("You can use REPEATABLE READ instead.")
          .toException();
    }
    return request.value();
  }

  static Object readOnly(SettingCheck.Request request) {
    SessionSettings session = request.session();
    boolean loosens = !(Boolean) request.value() && session.bool("transaction_read_only");
    if (!loosens || !session.inTransaction()) {
      return request.value();
    }
    if (session.host().inSubtransaction()) {
      throw tooLate("cannot set transaction read-write mode inside a read-only transaction");
    }
    if (session.host().snapshotTaken()) {
      throw tooLate("transaction read-write mode must be set before any query");
    }
    if (session.host().inRecovery()) {
      throw inRecovery("cannot set transaction read-write mode during recovery").toException();
    }
    return request.value();
  }

  static Object deferrable(SettingCheck.Request request) {
    SettingsHost host = request.session().host();
    if (request.source().isOfServer()) {
      return request.value();
    }
    if (host.inSubtransaction()) {
      throw tooLate("SET TRANSACTION [NOT] DEFERRABLE cannot be called within a subtransaction");
    }
    if (host.snapshotTaken() || tooLateAtStart(request.session())) {
      throw tooLate("SET TRANSACTION [NOT] DEFERRABLE must be called before any query");
    }
    return request.value();
  }
}
