package io.pgdouble.replay;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.message.BackendKeyData;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.NoticeResponse;
import io.pgdouble.message.ParameterStatus;
import io.pgdouble.message.ReadyForQuery;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Happening.Departure;
import io.pgdouble.trace.MessageLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a frontend as a recording did, where it knows how, and as the original server does where
 * it does not; such a conversation is added to the recording. What is known or not is a unit: all
 * that a frontend says up to a point at which it waits for answers.
 */
final class SpyPerformer implements RecordedPart {
  private static final byte[] NO_KEY = {0, 0, 0, 0};

  private final RecordedServer server;
  private final Rest rest;
  private final BackendSink sink;
  private final Additions.Line line;
  private final TransactionBlock block = new TransactionBlock(TransactionBlock.Refused.IS_UNKNOWN);
  private final TurnPlayer player;
  private final List<FrontendMessage> unit = new ArrayList<>();
  private final OriginalPids pids;
  private Optional<LooseScript> script = Optional.empty();
  private OriginalSession original;
  private Copying copying = Copying.NOTHING;
  private Answers copied = Answers.RECORDED;
  private boolean ended;
  private boolean closed;
  private boolean skipping;
  private boolean asksForData;

  /** Whether the frontend copies in, and how it ends that. */
  private enum Copying {
    NOTHING,
    BY_QUERY,
    BY_EXECUTE
  }

  private enum Answers {
    RECORDED,
    OF_ORIGINAL
  }

  SpyPerformer(RecordedServer server, BackendSink frontend, Rest rest) {
    this.server = server;
    this.rest = rest;
    line = server.additions().begin(rest);
    sink = new Keeping(frontend);
    player = new TurnPlayer(server, sink, rest, Optional.of(block));
    pids = new OriginalPids(server.originalPids(), rest.pid());
  }

  /** Adds what is sent to the conversation. */
  private final class Keeping implements BackendSink {
    private final BackendSink frontend;

    Keeping(BackendSink frontend) {
      this.frontend = frontend;
    }

    @Override
    public void send(BackendMessage message) {
      line.backend((byte) message.type(), RawText.body(message));
      frontend.send(message);
    }

    @Override
    public void flush() {
      frontend.flush();
    }

    @Override
    public void clientEncoding(ClientEncoding encoding) {
      frontend.clientEncoding(encoding);
    }

    @Override
    public void end() {
      ended = true;
      frontend.end();
    }
  }

  /** A role that the recording does not have is greeted by the original. */
  @Override
  public boolean opensSlowly() {
    return true;
  }

  @Override
  public boolean open(String user, String database, Map<String, String> parameters) {
    sink.clientEncoding(RawText.ENCODING);
    byte[] startup = RawText.startup(user, database, parameters);
    line.crossed(new Crossing.Startup(MessageLayout.STARTUP_MESSAGE, startup));
    line.backend((byte) 'R', new byte[Integer.BYTES]);
    original = new OriginalSession(server.originals(), startup, rest);
    RecordedServer.Asking asking = new RecordedServer.Asking(user, database, parameters);
    Optional<RecordedServer.Part> part = server.cast(asking, rest.pid(), block);
    script = part.map(RecordedServer.Part::script).map(LooseScript.class::cast);
    try {
      if (part.isPresent()) {
        part.get().session().greeting().forEach(this::greet);
      } else {
        line.isNew();
        original.greet(this::greetFromOriginal);
      }
    } catch (ReportedError e) {
      refuse(e.located());
    }
    return !ended;
  }

  private void greet(BackendMessage message) {
    boolean told =
        message instanceof ParameterStatus
            || message instanceof NoticeResponse
            || message instanceof ErrorResponse;
    if (told) {
      sink.send(message);
    }
    if (message instanceof ErrorResponse) {
      sink.flush();
      sink.end();
    }
  }

  private void greetFromOriginal(BackendMessage message) {
    pids.greeting(message);
    greet(message);
  }

  /** BackendKeyData is the backend's own. */
  @Override
  public void ready() {
    line.backend((byte) BackendKeyData.TYPE, RawText.body(new BackendKeyData(rest.pid(), NO_KEY)));
    sink.send(ReadyForQuery.IDLE);
    sink.flush();
  }

  @Override
  public boolean isLight(FrontendMessage message) {
    return false;
  }

  @Override
  public void receive(FrontendMessage message) {
    line.frontend((byte) message.type(), RawText.body(message));
    try {
      if (message.type() == 'X') {
        sink.end();
      } else if (copying != Copying.NOTHING && copied == Answers.OF_ORIGINAL) {
        passCopy(message);
      } else {
        unit.add(message);
        answerUnit(message.type());
      }
    } catch (ReportedError e) {
      refuse(e.located());
    }
  }

  private boolean endsUnit(char type) {
    return switch (copying) {
      case NOTHING -> "QFSH".indexOf(type) >= 0;
      case BY_QUERY -> "cf".indexOf(type) >= 0;
      case BY_EXECUTE -> type == 'S';
    };
  }

  private void passCopy(FrontendMessage message) {
    original.say(message);
    if (endsUnit(message.type())) {
      copying = hear(List.of(message)) ? copying : Copying.NOTHING;
    }
  }

  private void answerUnit(char last) {
    if (!endsUnit(last)) {
      return;
    }
    if (original.isConnected()) {
      original.hearLate(this::relayed);
      endWithOriginal();
    }
    if (ended) {
      return;
    }
    List<FrontendMessage> heard =
        skipping ? unit.stream().dropWhile(each -> each.type() != 'S').toList() : unit;
    Optional<Played> known = script.flatMap(own -> Played.of(heard, own));
    if (known.isPresent()) {
      play(known.get());
    } else {
      relay();
    }
    skipping &= last == 'H';
    unit.clear();
  }

  private void play(Played known) {
    known.turns().forEach(each -> player.play(each.turn(), each.message()));
    script = Optional.of(known.script());
    skipping |= known.skips();
    original.missed(unit, known);
    begins(known.copies(), Answers.RECORDED);
  }

  private void relay() {
    line.isNew();
    script.ifPresent(own -> own.hear(unit));
    original.catchUp(pids::greeting);
    original.say(unit.stream().map(pids::there).toList());
    begins(hear(unit), Answers.OF_ORIGINAL);
  }

  /** Whether the frontend may copy in now, and who listens. */
  private void begins(boolean copies, Answers answers) {
    boolean query = unit.get(unit.size() - 1).type() == 'Q';
    Copying begun = query ? Copying.BY_QUERY : Copying.BY_EXECUTE;
    copying = !copies ? Copying.NOTHING : copying == Copying.NOTHING ? begun : copying;
    copied = answers;
  }

  /** Passes answers on; whether the last of them asks for data. */
  private boolean hear(List<FrontendMessage> said) {
    asksForData = false;
    original.hear(said, this::relayed);
    sink.flush();
    endWithOriginal();
    return asksForData;
  }

  private void endWithOriginal() {
    if (original.isOver()) {
      sink.flush();
      sink.end();
    }
  }

  private void relayed(BackendMessage message) {
    sink.send(pids.here(message));
    asksForData = message.type() == 'G';
    if (message instanceof ReadyForQuery ready) {
      block.is(ready);
    } else if (message instanceof ErrorResponse) {
      skipping = true;
    }
  }

  private void refuse(ErrorReport report) {
    sink.send(ErrorResponse.of(report));
    sink.flush();
    sink.end();
  }

  /** Interrupts are the backend's own. */
  @Override
  public void interrupt() {}

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    line.happened(new Happening.Left(Departure.CLOSE));
    line.crossed(new Crossing.Closed());
    if (original != null) {
      original.close();
    }
    server.added(line);
  }
}
