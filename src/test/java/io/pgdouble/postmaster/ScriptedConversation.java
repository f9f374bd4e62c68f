package io.pgdouble.postmaster;

import io.pgdouble.backend.Conversation;
import io.pgdouble.engine.BackendHost;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.SessionActivity;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.CommandComplete;
import io.pgdouble.message.DataRow;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.Query;
import io.pgdouble.message.ReadyForQuery;
import io.pgdouble.message.Terminate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does what the query says: {@code light x} and {@code heavy x} answer x, {@code park} waits for an
 * interrupt, {@code rows n} sends n rows of 1 KiB, {@code crash} fails.
 */
final class ScriptedConversation implements Conversation {
  static final AtomicInteger ROWS_SENT = new AtomicInteger();
  static final AtomicInteger CLOSED = new AtomicInteger();

  private static final DataRow ROW = new DataRow(new byte[][] {new byte[1024]});

  private final BackendHost host;
  private final BackendSink sink;

  ScriptedConversation(BackendHost host, BackendSink sink) {
    this.host = host;
    this.sink = sink;
  }

  @Override
  public boolean isHeld() {
    return false;
  }

  @Override
  public Opening open() {
    return Opening.STARTED;
  }

  @Override
  public void ready() {
    sink.send(ReadyForQuery.IDLE);
    sink.flush();
  }

  @Override
  public SessionActivity activity() {
    return new SessionActivity();
  }

  @Override
  public boolean isLight(FrontendMessage message) {
    return !(message instanceof Query query)
        || query.query().startsWith("light")
        || query.query().equals("crash");
  }

  @Override
  public void report(ErrorReport report) {}

  @Override
  public void lost(Optional<ErrorReport> cut) {}

  @Override
  public void receive(FrontendMessage message) {
    if (message instanceof Terminate) {
      sink.end();
    } else if (message instanceof Query query) {
      carryOut(query.query());
    }
  }

  private void carryOut(String text) {
    String[] words = text.split(" ", 2);
    switch (words[0]) {
      case "crash", "heavycrash" -> throw new IllegalStateException("on purpose");
      case "park" -> host.park(Long.MAX_VALUE);
      case "rows" -> sendRows(Integer.parseInt(words[1]));
      default -> sink.send(new CommandComplete(words[1]));
    }
    interrupt();
    ready();
  }

  private void sendRows(int count) {
    for (int i = 0; i < count && !host.interruptPending(); i++) {
      sink.send(ROW);
      ROWS_SENT.incrementAndGet();
    }
  }

  @Override
  public void interrupt() {
    Optional<Interrupt> taken = host.takeInterrupt();
    if (taken.isPresent() && taken.get() == Interrupt.CANCEL) {
      sink.send(
          ErrorResponse.of(
              ErrorReport.error(
                  SqlState.QUERY_CANCELED, "canceling statement due to user request")));
    } else if (taken.isPresent()) {
      sink.send(
          ErrorResponse.of(
              ErrorReport.fatal(
                  SqlState.ADMIN_SHUTDOWN, "terminating connection due to administrator command")));
      sink.flush();
      sink.end();
    }
  }

  @Override
  public void close() {
    CLOSED.incrementAndGet();
  }
}
