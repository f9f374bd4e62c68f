package io.pgdouble.replay;

import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.DataRow;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.NotificationResponse;
import java.util.List;
import java.util.Optional;

/** Sends recorded answers, when they are due and as those who play now would say them. */
final class TurnPlayer {
  /** After these, answers stay in PostgreSQL's send buffer until Sync or Flush. */
  static final String BUFFERED = "PBDEC";

  /**
   * What somebody else brings about is waited for longer than it took: who plays him may be slower
   * than he was, and nobody is to hear of it too early. In microseconds.
   */
  private static final long LATE_PATIENCE = 1_000_000;

  private final RecordedServer server;
  private final BackendSink sink;
  private final Rest rest;
  private final Optional<TransactionBlock> block;
  private final RowPids rowPids;
  private final SaidOids.Answers oids;

  /**
   * @param block in which the frontend is; empty where it is as it was recorded
   */
  TurnPlayer(RecordedServer server, BackendSink sink, Rest rest, Optional<TransactionBlock> block) {
    this.server = server;
    this.sink = sink;
    this.rest = rest;
    this.block = block;
    rowPids = new RowPids(server);
    oids = server.oids().new Answers();
  }

  /** Answers a message as a turn did. */
  void play(Turn turn, FrontendMessage message) {
    server.progress().played(turn.position());
    await(turn.awaited(), turn.duration());
    for (BackendMessage reply : turn.replies()) {
      sink.send(live(turn, reply));
    }
    if (!turn.late().isEmpty()) {
      sink.flush();
      await(turn.lateAwaited(), Math.max(turn.lateDuration(), LATE_PATIENCE));
      turn.late().forEach(reply -> sink.send(live(turn, reply)));
      sink.flush();
    }
    if (turn.isLast() || BUFFERED.indexOf(message.type()) < 0) {
      sink.flush();
    }
    if (turn.isLast() || message.type() == 'X') {
      sink.end();
    }
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

  private BackendMessage live(Turn turn, BackendMessage recorded) {
    BackendMessage reply = oids.live(recorded);
    if (reply instanceof NotificationResponse sent) {
      int pid = server.livePid(sent.processId());
      return new NotificationResponse(pid, sent.channel(), sent.payload());
    }
    return reply instanceof DataRow row
        ? rowPids.live(row)
        : block.map(now -> now.answer(turn, reply)).orElse(reply);
  }
}
