package io.pgdouble.settings;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The same session on our settings, driven as statements drive them. */
final class DoubleSession {
  final LoneHost host = new LoneHost();
  final SessionSettings settings = LoneHost.session(host);
  final List<ParameterReport> startupReports;
  private int depth;

  DoubleSession() {
    startupReports = settings.startupReports();
  }

  /** Runs one statement, in a transaction of its own if none is open. */
  List<String> run(Supplier<List<String>> statement) {
    boolean implicit = depth == 0;
    List<String> lines = new ArrayList<>();
    if (implicit) {
      settings.startTransaction();
    }
    TransactionOutcome outcome = TransactionOutcome.COMMITTED;
    try {
      lines.addAll(statement.get());
    } catch (ReportedError e) {
      lines.add("E " + line(e.report()));
      outcome = TransactionOutcome.ABORTED;
    }
    if (implicit && depth == 0) {
      settings.endTransaction(outcome);
    } else if (outcome == TransactionOutcome.ABORTED) {
      abort();
    }
    host.notices.forEach(notice -> lines.add("N " + line(notice)));
    host.notices.clear();
    settings.changedReports().forEach(r -> lines.add("S " + r.name() + "=" + r.value()));
    return lines;
  }

  /** What fails is undone at once, up to the innermost savepoint. */
  private void abort() {
    if (depth > 1) {
      settings.endSubtransaction(TransactionOutcome.ABORTED);
    } else {
      settings.endTransaction(TransactionOutcome.ABORTED);
    }
    depth--;
  }

  static String line(ErrorReport report) {
    return report.severity()
        + "|"
        + report.code()
        + "|"
        + report.message()
        + "|"
        + report.field(ErrorField.DETAIL).orElse("")
        + "|"
        + report.field(ErrorField.HINT).orElse("");
  }

  List<String> set(String name, String value, SettingScope scope) {
    return run(
        () -> {
          settings.set(name, value, scope);
          return List.of();
        });
  }

  List<String> reset(String name) {
    return run(
        () -> {
          settings.reset(name, SettingScope.SESSION);
          return List.of();
        });
  }

  List<String> show(String name) {
    return run(() -> List.of("D " + settings.show(name)));
  }

  List<String> begin() {
    return run(
        () -> {
          depth = 1;
          return List.of();
        });
  }

  List<String> savepoint() {
    settings.startSubtransaction();
    depth++;
    return List.of();
  }

  List<String> endSubtransaction(TransactionOutcome outcome) {
    settings.endSubtransaction(outcome);
    depth--;
    return run(List::of);
  }

  /** Ends the subtransaction and begins it again, as ROLLBACK TO does. */
  List<String> rollbackTo() {
    settings.endSubtransaction(TransactionOutcome.ABORTED);
    settings.startSubtransaction();
    return run(List::of);
  }

  List<String> end(TransactionOutcome outcome) {
    if (depth > 0) {
      settings.endTransaction(outcome);
    }
    depth = 0;
    List<String> lines = new ArrayList<>();
    settings.changedReports().forEach(r -> lines.add("S " + r.name() + "=" + r.value()));
    return lines;
  }
}
