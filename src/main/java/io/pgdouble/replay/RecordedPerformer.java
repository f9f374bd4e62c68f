package io.pgdouble.replay;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.DataRow;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.NoticeResponse;
import io.pgdouble.message.NotificationResponse;
import io.pgdouble.message.ParameterStatus;
import io.pgdouble.message.Performer;
import io.pgdouble.message.ReadyForQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers one frontend with the answers of a recording. */
public final class RecordedPerformer implements Performer {
  /** After these, answers stay in PostgreSQL's send buffer until Sync or Flush. */
  private static final String BUFFERED = "PBDEC";

  private final RecordedServer server;
  private final BackendSink sink;
  private final Rest rest;
  private final RowPids rowPids;
  private RecordedSession session;
  private Script script;
  private boolean skipping;

  public RecordedPerformer(RecordedServer server, BackendSink sink, Rest rest) {
    this.server = server;
    this.sink = sink;
    this.rest = rest;
    rowPids = new RowPids(server);
  }

  /**
   * Sends what the recorded session was greeted with, up to BackendKeyData.
   *
   * @return false if the recorded session was refused, or there is none; the frontend was told why
   */
  public boolean open(String user, String database, Map<String, String> parameters) {
    sink.clientEncoding(RawText.ENCODING);
    Optional<RecordedSession> part = server.cast(user, database, parameters);
    if (part.isEmpty()) {
      refuse(server.noPart(user, database));
      return false;
    }
    session = part.get();
    script = server.script(session, rest.pid());
    boolean refused = false;
    for (BackendMessage message : session.greeting()) {
      if (message instanceof ParameterStatus
          || message instanceof NoticeResponse
          || message instanceof ErrorResponse) {
        sink.send(message);
      }
      refused |= message instanceof ErrorResponse;
    }
    if (refused) {
      sink.flush();
      sink.end();
    }
    return !refused;
  }

  private void refuse(ErrorReport report) {
    sink.send(ErrorResponse.of(report.toException().located()));
    sink.flush();
    sink.end();
  }

  /** Sends the first ReadyForQuery. */
  public void ready() {
    sink.send(ReadyForQuery.IDLE);
    sink.flush();
  }

  /** What was due to something that others said is waited for. */
  @Override
  public boolean isLight(FrontendMessage message) {
    return script.next().map(RecordedPerformer::waitsForNobody).orElse(!script.outlivesDeviation());
  }

  private static boolean waitsForNobody(Turn turn) {
    return turn.awaited().isEmpty() && turn.lateAwaited().isEmpty();
  }

  @Override
  public void receive(FrontendMessage message) {
    if (skipping && message.type() != 'S' && message.type() != 'X') {
      return;
    }
    skipping = false;
    Optional<Turn> next = script.next();
    Optional<Turn> turn = script.take(message);
    if (turn.isPresent()) {
      play(turn.get(), message);
    } else if (message.type() == 'X') {
      sink.end();
    } else {
      deviate(message, next);
    }
  }

  private void play(Turn turn, FrontendMessage message) {
    server.progress().played(turn.position());
    await(turn.awaited(), turn.duration());
    for (BackendMessage reply : turn.replies()) {
      sink.send(live(reply));
      skipping |= script.outlivesDeviation() && skipsAfter(message, reply);
    }
    if (!turn.late().isEmpty()) {
      sink.flush();
      await(turn.lateAwaited(), turn.lateDuration());
      turn.late().forEach(reply -> sink.send(live(reply)));
      sink.flush();
    }
    if (turn.isLast() || BUFFERED.indexOf(message.type()) < 0) {
      sink.flush();
    }
    if (turn.isLast() || message.type() == 'X') {
      sink.end();
    }
  }

  private static boolean skipsAfter(FrontendMessage message, BackendMessage reply) {
    return reply.type() == 'E' && BUFFERED.indexOf(message.type()) >= 0;
  }

  /** At most as long as it took when it was recorded, so that nobody waits for ever. */
  private void await(List<Integer> positions, long micros) {
    if (positions.isEmpty()) {
      return;
    }
    long end = rest.now() + micros;
    Runnable wake = rest::wake;
    server.progress().remember(wake);
    try {
      while (!server.progress().hasPlayed(positions) && !rest.isInterrupted() && rest.now() < end) {
        rest.park(end - rest.now());
      }
    } finally {
      server.progress().forget(wake);
    }
  }

  private BackendMessage live(BackendMessage reply) {
    if (reply instanceof NotificationResponse sent) {
      int pid = server.livePid(sent.processId());
      return new NotificationResponse(pid, sent.channel(), sent.payload());
    }
    return reply instanceof DataRow row ? rowPids.live(row) : reply;
  }

  private void deviate(FrontendMessage message, Optional<Turn> next) {
    Deviation deviation = server.deviates(Deviation.of(message, next, server.turnsLike(session)));
    if (!script.outlivesDeviation()) {
      refuse(deviation.report().withSeverity(Severity.FATAL));
      return;
    }
    sink.send(ErrorResponse.of(deviation.report().toException().located()));
    if (BUFFERED.indexOf(message.type()) >= 0) {
      skipping = true;
    } else {
      sink.send(ReadyForQuery.IDLE);
      sink.flush();
    }
  }

  /** Interrupts are the backend's own. */
  @Override
  public void interrupt() {}

  @Override
  public void close() {
    if (script != null) {
      server.ended(script);
    }
  }
}
