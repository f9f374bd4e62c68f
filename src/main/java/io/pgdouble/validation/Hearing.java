package io.pgdouble.validation;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges a recording, or a case, as if it happened now: each of its connections for itself. */
public final class Hearing {
  private static final byte[] USUAL_START =
      "\0\3\0\0user\0postgres\0database\0postgres\0\0"
          .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final Recording recording;
  private final Map<String, Connection> connections = new LinkedHashMap<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private int event;
  private int messages;
  private int conversations;

  private Hearing(Recording recording) {
    this.recording = recording;
  }

  /** All that was said, judged. */
  public static Judgement of(Recording recording) {
    Hearing hearing = new Hearing(recording);
    List<Recorded> events = recording.events();
    for (hearing.event = 0; hearing.event < events.size(); hearing.event++) {
      hearing.hear(events.get(hearing.event));
    }
    hearing.event = events.size() - 1;
    List.copyOf(hearing.connections.values()).forEach(hearing::end);
    return new Judgement(hearing.conversations, hearing.messages, List.copyOf(hearing.rulings));
  }

  private void hear(Recorded recorded) {
    Happening happening = recorded.happening();
    if (happening instanceof Happening.Opened) {
      begin(recorded.connection(), fromStart());
    } else if (happening instanceof Happening.Left) {
      connection(recorded.connection()).leave();
    } else if (happening instanceof Happening.Crossed crossed) {
      connection(recorded.connection()).cross(crossed.crossing());
    } else if (happening instanceof Happening.Remark remark && !recorded.connection().isEmpty()) {
      step(recorded.connection(), remark.text().strip().split("\\s+"));
    }
  }

  /** Steps of a case by which something crosses that is not written down. */
  private void step(String name, String... words) {
    if (words[1].equals("connect")) {
      Connection begun = startIsShown(name) ? fromStart() : loggedIn();
      begin(name, begun);
      if (startIsShown(name)) {
        begun.packet(USUAL_START);
      }
    } else if (words[1].equals("finish")) {
      connection(name).frontend(new byte[] {'X', 0, 0, 0, 4});
    }
  }

  /** Of a session that begins as usual a case shows nothing. */
  private boolean startIsShown(String name) {
    return recording.events().subList(event + 1, recording.events().size()).stream()
        .filter(later -> later.connection().equals(name))
        .findFirst()
        .filter(later -> isOf(later, (byte) 'R'))
        .isPresent();
  }

  private static boolean isOf(Recorded event, byte type) {
    return event.happening() instanceof Happening.Crossed crossed
        && crossed.crossing() instanceof Crossing.Message message
        && message.direction() == Direction.BACKEND
        && message.type() == type;
  }

  private Connection fromStart() {
    return new Connection(Beginning.SEEN);
  }

  private Connection loggedIn() {
    return new Connection(Beginning.UNSEEN);
  }

  private void begin(String name, Connection begun) {
    Connection former = connections.put(name, begun);
    begun.name = name;
    conversations++;
    if (former != null) {
      former.streams.end();
      messages += former.validator.messages();
    }
  }

  private Connection connection(String name) {
    if (!connections.containsKey(name)) {
      begin(name, loggedIn());
    }
    return connections.get(name);
  }

  private void end(Connection connection) {
    connection.streams.end();
    if (!recording.isRecording() && !connection.left && isCase()) {
      connection.frontend(new byte[] {'X', 0, 0, 0, 4});
      connection.validator.backendClosed();
    }
    messages += connection.validator.messages();
  }

  /** Only cases have titles; they end every connection they leave open. */
  private boolean isCase() {
    return recording.header().stream().anyMatch(line -> line.word().equals("title"));
  }

  private enum Beginning {
    SEEN,
    UNSEEN
  }

  /** One connection that is judged. */
  private final class Connection {
    private final Validator validator;
    private final FrontendStream streams;
    private String name = "";
    private boolean left;

    Connection(Beginning beginning) {
      boolean seen = beginning == Beginning.SEEN;
      validator = seen ? Validator.fromStart(this::rule) : Validator.amid(this::rule);
      streams = seen ? FrontendStream.fromStart(validator) : FrontendStream.amid(validator);
    }

    private void rule(Verdict verdict) {
      rulings.add(new Ruling(name, event, verdict));
    }

    void leave() {
      left = true;
      streams.end();
      validator.frontendClosed();
    }

    void packet(byte[] body) {
      frontend(ByteBuffer.allocate(body.length + 4).putInt(body.length + 4).put(body).array());
    }

    void frontend(byte[] bytes) {
      streams.add(bytes);
    }

    void cross(Crossing crossing) {
      if (crossing instanceof Crossing.Startup startup) {
        packet(startup.body());
      } else if (crossing instanceof Crossing.FrontendBytes bytes) {
        frontend(bytes.bytes());
      } else if (crossing instanceof Crossing.Message message) {
        message(message);
      } else if (crossing instanceof Crossing.NegotiationAnswer answer) {
        validator.backend(negotiated(answer));
      } else if (crossing instanceof Crossing.Fragment fragment) {
        fragment(fragment.bytes());
      } else if (crossing instanceof Crossing.Closed || crossing instanceof Crossing.Refused) {
        left = true;
        validator.backendClosed();
      }
    }

    private void message(Crossing.Message message) {
      byte[] body = message.body();
      switch (message.direction()) {
        case BACKEND -> validator.backend(message.type(), body, 0, body.length);
        case FRONTEND ->
            frontend(
                ByteBuffer.allocate(body.length + 5)
                    .put(message.type())
                    .putInt(body.length + 4)
                    .put(body)
                    .array());
      }
    }

    private Letter negotiated(Crossing.NegotiationAnswer answer) {
      return switch (answer.answer()) {
        case 'S' -> Letter.TLS_ACCEPTED;
        case 'G' -> Letter.GSS_ACCEPTED;
        case 'N' -> Letter.ENCRYPTION_REFUSED;
        case 'E' -> Letter.OLD_ERROR;
        default -> Letter.UNKNOWN_BACKEND;
      };
    }

    /** Before there is a session, and to frontends of old protocols, errors are plain texts. */
    private void fragment(byte[] bytes) {
      boolean early = validator.place().part() == SubProtocol.STARTUP;
      boolean text = bytes.length > 2 && bytes[0] == 'E' && bytes[bytes.length - 1] == 0;
      if (early && text) {
        validator.backend(Letter.OLD_ERROR);
      } else {
        validator.fragment(Direction.BACKEND, bytes.length);
      }
    }
  }
}
