package io.pgdouble.cli;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.PgRelay;
import io.pgdouble.PgRelayOptions;
import io.pgdouble.relay.DiffTap;
import io.pgdouble.relay.LiveOriginals;
import io.pgdouble.relay.ReplayOptions;
import io.pgdouble.relay.ServerUrl;
import io.pgdouble.replay.RecordedServer;
import io.pgdouble.trace.HeaderLine;
import io.pgdouble.trace.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The run of a server that a recording answers. */
final class ServeTrace {
  private ServeTrace() {}

  /**
   * Returns when the server has stopped, and tells what was said that was not recorded.
   *
   * @return the exit status: 0, or 1 if there was something
   */
  static int run(PgDoubleOptions options, Path trace, String mode) throws IOException {
    Recording recording = Recording.read(Files.readString(trace));
    RecordedServer recorded = RecordedServer.of(recording, mode(mode));
    int status =
        ServeRun.run(
            console -> PgDouble.startInProcessOfItsOwn(options, recorded, console),
            System.out,
            System.err);
    recorded.deviations().forEach(System.err::println);
    return recorded.deviations().isEmpty() ? status : 1;
  }

  /**
   * Answers by the recording what it knows, and lets a server answer the rest, which is added to it
   * when this returns.
   *
   * @return the exit status
   */
  static int spy(PgDoubleOptions options, Path trace, String server) throws IOException {
    Recording before =
        Files.exists(trace)
            ? Recording.read(Files.readString(trace))
            : new Recording(List.of(HeaderLine.RECORDING), List.of());
    try (LiveOriginals originals = LiveOriginals.of(ServerUrl.of(server))) {
      RecordedServer recorded = RecordedServer.spyingOn(originals, before);
      int status =
          ServeRun.run(
              console -> PgDouble.startInProcessOfItsOwn(options, recorded, console),
              System.out,
              System.err);
      Files.writeString(trace, recorded.recording().text());
      System.out.printf("%d conversations added to %s%n", recorded.added(), trace);
      return status;
    }
  }

  /**
   * Relays to a server, and tells where what crosses differs from the recording.
   *
   * @return the exit status: 0, or 1 if something differed
   */
  static int diff(PgDoubleOptions options, Path trace, String server)
      throws IOException, InterruptedException {
    PgRelayOptions plain =
        PgRelayOptions.to(server)
            .withListenAddresses(options.listenAddresses())
            .withPort(options.port());
    PgRelayOptions relay = options.socketDirectory().map(plain::withSocketDirectory).orElse(plain);
    DiffTap tap =
        new DiffTap(
            Recording.read(Files.readString(trace)),
            new ReplayOptions(ServerUrl.of(server), 0, List.of()),
            System.out::println);
    String host = options.listenAddresses().stream().findFirst().orElse("localhost");
    RelayArguments.relay(
        () -> PgRelay.start(relay, tap), System.out, "pgdouble compares with " + trace, host);
    System.out.printf("%d differences%n", tap.differences().size());
    return tap.differences().isEmpty() ? 0 : 1;
  }

  private static RecordedServer.Mode mode(String word) {
    try {
      return RecordedServer.Mode.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "found --mode " + word + " (expected: strict, loose, spy, diff)", e);
    }
  }
}
