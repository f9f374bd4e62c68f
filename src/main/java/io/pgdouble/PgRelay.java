package io.pgdouble;

import io.pgdouble.relay.DiffTap;
import io.pgdouble.relay.Recorder;
import io.pgdouble.relay.Relay;
import io.pgdouble.relay.Tap;
import io.pgdouble.relay.ValidatingTap;
import io.pgdouble.validation.VerdictBook;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A running relay: frontends that connect here talk to a real server behind it.
 *
 * <pre>{@code
 * PgRelayOptions options = PgRelayOptions.to("postgres://localhost:5432").withRecording(file);
 * try (PgRelay relay = PgRelay.start(options)) {
 *   DriverManager.getConnection("jdbc:postgresql://localhost:" + relay.port() + "/postgres");
 * }
 * }</pre>
 */
public final class PgRelay implements AutoCloseable {
  private final Relay relay;
  private final Optional<Recorder> recorder;

  private PgRelay(Relay relay, Optional<Recorder> recorder) {
    this.relay = relay;
    this.recorder = recorder;
  }

  /**
   * Starts a relay. It accepts connections when this returns.
   *
   * @throws io.pgdouble.relay.RelayException if it cannot listen, or not write its recording
   */
  public static PgRelay start(PgRelayOptions options) {
    return start(options, tap -> tap);
  }

  /**
   * The same, and every conversation is judged.
   *
   * @param verdicts into which is written what either side does wrong
   */
  public static PgRelay start(PgRelayOptions options, VerdictBook verdicts) {
    return start(options, tap -> new ValidatingTap(tap, verdicts));
  }

  private static PgRelay start(PgRelayOptions options, UnaryOperator<Tap> listening) {
    Optional<Recorder> recorder =
        options.recording().map(file -> Recorder.to(file, options.masks()));
    Tap tap = listening.apply(recorder.<Tap>map(one -> one).orElse(Tap.NONE));
    return new PgRelay(Relay.start(options.relay(), tap), recorder);
  }

  /**
   * Starts a relay that compares what crosses it with a recording.
   *
   * @param tap is told of the recording, and tells the differences
   */
  public static PgRelay start(PgRelayOptions options, DiffTap tap) {
    return new PgRelay(Relay.start(options.relay(), tap), Optional.empty());
  }

  /** Where it listens: 1 to 65535. */
  public int port() {
    return relay.port();
  }

  /** Closes all connections and stops; what was recorded is in its file when this returns. */
  @Override
  public void close() {
    relay.close();
    recorder.ifPresent(Recorder::close);
  }
}
