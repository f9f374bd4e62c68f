package io.pgdouble.replay;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.NoticeResponse;
import io.pgdouble.message.ParameterStatus;
import io.pgdouble.message.ReadyForQuery;
import java.util.Map;
import java.util.Optional;

/** Answers one frontend with the answers of a recording. */
final class RecordedPerformer implements RecordedPart {
  private final RecordedServer server;
  private final BackendSink sink;
  private final Rest rest;
  private final TransactionBlock block = new TransactionBlock(TransactionBlock.Refused.IS_TOLD);
  private RecordedSession session;
  private Script script;
  private TurnPlayer player;
  private boolean skipping;

  RecordedPerformer(RecordedServer server, BackendSink sink, Rest rest) {
    this.server = server;
    this.sink = sink;
    this.rest = rest;
  }

  @Override
  public boolean opensSlowly() {
    return false;
  }

  @Override
  public boolean open(String user, String database, Map<String, String> parameters) {
    sink.clientEncoding(RawText.ENCODING);
    RecordedServer.Asking asking = new RecordedServer.Asking(user, database, parameters);
    Optional<RecordedServer.Part> part = server.cast(asking, rest.pid(), block);
    if (part.isEmpty()) {
      refuse(server.noPart(user, database));
      return false;
    }
    session = part.get().session();
    script = part.get().script();
    player =
        new TurnPlayer(
            server, sink, rest, script.outlivesDeviation() ? Optional.of(block) : Optional.empty());
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

  @Override
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
    player.play(turn, message);
    for (BackendMessage reply : turn.replies()) {
      skipping |= script.outlivesDeviation() && skipsAfter(message, reply);
    }
  }

  private static boolean skipsAfter(FrontendMessage message, BackendMessage reply) {
    return reply.type() == 'E' && TurnPlayer.BUFFERED.indexOf(message.type()) >= 0;
  }

  private void deviate(FrontendMessage message, Optional<Turn> next) {
    Deviation deviation = server.deviates(Deviation.of(message, next, server.turnsLike(session)));
    if (!script.outlivesDeviation()) {
      refuse(deviation.report().withSeverity(Severity.FATAL));
      return;
    }
    sink.send(ErrorResponse.of(deviation.report().toException().located()));
    block.fails();
    if (TurnPlayer.BUFFERED.indexOf(message.type()) >= 0) {
      skipping = true;
    } else {
      sink.send(block.ready());
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
