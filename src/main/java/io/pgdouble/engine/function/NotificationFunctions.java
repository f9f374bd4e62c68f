package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** Source: {@code commands/async.c}. A table. */
final class NotificationFunctions {
  private NotificationFunctions() {}

  /** Null where there is no such function. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "pg_notify" -> (c, a) -> notify(c.execution(), (String) a[0], (String) a[1]);
      case "pg_listening_channels" -> (c, a) -> c.execution().notifications().channels().iterator();
      case "pg_notification_queue_usage" -> (c, a) -> c.execution().notifications().usage();
      default -> null;
    };
  }

  private static Object notify(ExecutionContext execution, String channel, String payload) {
    if (execution.recovery().inProgress()) {
      throw new ReportedError(
          SqlState.READ_ONLY_SQL_TRANSACTION, "cannot execute NOTIFY during recovery");
    }
    execution
        .notifications()
        .notify(channel == null ? "" : channel, payload == null ? "" : payload);
    return "";
  }
}
