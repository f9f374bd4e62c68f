package io.pgdouble.session;

import io.pgdouble.engine.EngineSession;
import io.pgdouble.engine.notification.DeliveredNotification;
import io.pgdouble.engine.notification.SessionNotifications;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.NotificationResponse;
import java.util.Optional;

/** When the frontend is told of what others have notified. Source: {@code async.c, postgres.c}. */
final class Notifications {
  private final EngineSession engine;
  private final Output output;
  private final BackendSink sink;
  private final StatementLog log;

  Notifications(EngineSession engine, Output output, BackendSink sink, StatementLog log) {
    this.engine = engine;
    this.output = output;
    this.sink = sink;
    this.log = log;
  }

  /**
   * {@code ProcessNotifyInterrupt}: unless a transaction runs.
   *
   * @return whether anything was told
   */
  private boolean tell() {
    SessionNotifications notifications = engine.execution().notifications();
    if (!notifications.isPending() || engine.block().isTransactionOrBlock()) {
      return false;
    }
    output.followEncoding();
    notifications.receive();
    boolean told = false;
    for (Optional<DeliveredNotification> next = notifications.next();
        next.isPresent();
        next = notifications.next()) {
      DeliveredNotification one = next.get();
      sink.send(new NotificationResponse(one.pid(), one.channel(), one.payload()));
      told = true;
    }
    notifications.told();
    return told;
  }

  /**
   * The same before ReadyForQuery. One that has no equivalent in the frontend's encoding is an
   * error there, after which the rest waits for the next.
   */
  void tellBeforeReady() {
    try {
      tell();
    } catch (ReportedError e) {
      report(e);
    }
  }

  /**
   * The same while the frontend is waited for, who is told at once. An error there is met in the
   * middle of reading, and so the last ({@code postgres.c: pq_is_reading_msg}).
   */
  void tellAtOnce() {
    try {
      if (tell()) {
        sink.flush();
      }
    } catch (ReportedError e) {
      report(e);
      throw ErrorReport.fatal(
              SqlState.PROTOCOL_VIOLATION,
              "terminating connection because protocol synchronization was lost")
          .toException();
    }
  }

  private void report(ReportedError error) {
    ErrorReport told = engine.worded(error.located());
    log.report(told);
    sink.send(ErrorResponse.of(told));
    sink.flush();
    engine.execution().notifications().told();
  }
}
