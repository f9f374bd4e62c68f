package io.pgdouble.relay;

import io.pgdouble.trace.Comparison;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Happening.Departure;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says to a server what the frontends of a recording said, on as many connections and in the same
 * order: nothing before what had come by then. What the server answers is compared.
 */
public final class Replay {
  /** What an answer may take besides the time it took when it was recorded, in milliseconds. */
  private static final long PATIENCE = 10_000;

  private static final int CANCEL_HEAD = 8;

  private final Recording recording;
  private final ReplayTarget target;
  private final ReplayOptions options;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, ReplayedConnection> connections = new LinkedHashMap<>();
  private final ReplayedBackends backends = new ReplayedBackends();
  private final List<ReplayDifference> differences = new ArrayList<>();
  private final ReplayedConnection.Comparisons comparisons;
  private final Pacing pacing = new Pacing();
  private int sent;
  private int compared;

  private Replay(Recording recording, ReplayTarget target, ReplayOptions options) {
    this.recording = recording;
    this.target = target;
    this.options = options;
    comparisons =
        new ReplayedConnection.Comparisons(
            new Comparison(options.volatileColumns()),
            new Comparison(options.volatileColumns()),
            new ReplayedOids());
  }

  /**
   * Plays a recording.
   *
   * @throws RelayException if the server is not to be had
   */
  public static ReplayReport run(Recording recording, ReplayOptions options) {
    try (ReplayTarget target = new ReplayTarget(options.server())) {
      return new Replay(recording, target, options).play();
    }
  }

  private ReplayReport play() {
    for (Recorded event : recording.events()) {
      pacing.before(event, options.speed());
      if (event.happening() instanceof Happening.Crossed crossed) {
        crossed(event, crossed.crossing());
      } else if (event.happening() instanceof Happening.Left left) {
        leave(connection(event), left.departure());
      } else if (event.happening() instanceof Happening.Opened) {
        connection(event);
      }
    }
    connections.values().forEach(ReplayedConnection::end);
    return new ReplayReport(connections.size(), sent, compared, differences);
  }

  private ReplayedConnection connection(Recorded event) {
    return connections.computeIfAbsent(
        event.connection(),
        name ->
            new ReplayedConnection(
                name, new FrontendSocket(target.address()), comparisons, differences::add));
  }

  private static void leave(ReplayedConnection connection, Departure departure) {
    switch (departure) {
      case CLOSE, SHUTDOWN -> connection.socket().shutdown();
      case RESET -> connection.socket().reset();
    }
  }

  private void crossed(Recorded event, Crossing crossing) {
    ReplayedConnection connection = connection(event);
    if (crossing.direction() == Direction.BACKEND) {
      expect(connection, event, crossing);
      return;
    }
    if (crossing instanceof Crossing.Startup startup) {
      begin(connection, startup);
    } else if (crossing instanceof Crossing.Message message) {
      say(connection, message);
    } else if (crossing instanceof Crossing.FrontendBytes bytes) {
      sent++;
      connection.send(crossing, bytes.bytes());
    }
  }

  /** How a frontend asked for encryption and proved who it was is the connection's own matter. */
  private void expect(ReplayedConnection connection, Recorded event, Crossing crossing) {
    if (crossing instanceof Crossing.NegotiationAnswer) {
      return;
    }
    if (crossing instanceof Crossing.Message message) {
      if (message.type() == 'R') {
        return;
      }
      if (message.type() == 'K') {
        backends.plays(message.body(), connection);
      }
    }
    compared++;
    connection.waitAtMost(PATIENCE);
    connection.expect(crossing);
  }

  private void begin(ReplayedConnection connection, Crossing.Startup startup) {
    MessageLayout layout = startup.layout();
    if (layout == MessageLayout.CANCEL_REQUEST) {
      sent++;
      connection.send(startup, ReplayTarget.packet(cancel(startup.body())));
    } else if (layout == MessageLayout.STARTUP_MESSAGE) {
      sent++;
      byte[] body = target.startup(startup.body());
      connection.loginBy(Logins.of(ReplayTarget.user(body), target.password(), random));
      connection.send(startup, ReplayTarget.packet(body));
    }
  }

  /** A CancelRequest means the backend that plays the recorded one. */
  private byte[] cancel(byte[] body) {
    if (body.length < CANCEL_HEAD) {
      return body;
    }
    byte[] told =
        backends
            .keyFor(ByteBuffer.wrap(body).getInt(Integer.BYTES))
            .orElseGet(() -> Arrays.copyOfRange(body, Integer.BYTES, body.length));
    return ByteBuffer.allocate(Integer.BYTES + told.length)
        .put(body, 0, Integer.BYTES)
        .put(told)
        .array();
  }

  private void say(ReplayedConnection connection, Crossing.Message message) {
    if (message.type() == 'p' && !connection.isGreeted()) {
      return;
    }
    sent++;
    byte[] named = message.type() == 'B' ? backends.bind(message.body()) : message.body();
    byte[] body =
        comparisons
            .oids()
            .said(
                connection.name(), new Crossing.Message(Direction.FRONTEND, message.type(), named));
    connection.send(
        new Crossing.Message(Direction.FRONTEND, message.type(), body),
        ByteBuffer.allocate(body.length + 5)
            .put(message.type())
            .putInt(body.length + 4)
            .put(body)
            .array());
  }
}
