package io.pgdouble.cli;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.PgRelay;
import io.pgdouble.PgRelayOptions;
import io.pgdouble.relay.Certificate;
import io.pgdouble.relay.DiffTap;
import io.pgdouble.relay.LiveOriginals;
import io.pgdouble.relay.RelayOptions;
import io.pgdouble.relay.ReplayOptions;
import io.pgdouble.relay.ServerUrl;
import io.pgdouble.replay.RecordedServer;
import io.pgdouble.trace.HeaderLine;
import io.pgdouble.trace.Masks;
import io.pgdouble.trace.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The run of a server that a recording answers.
 *
 * @param password what frontends have to know; empty where nobody is asked
 */
record ServeTrace(PgDoubleOptions options, Path trace, Optional<String> password) {

  /**
   * Returns when the server has stopped, and tells what was said that was not recorded.
   *
   * @return the exit status: 0, or 1 if there was something
   */
  int run(String mode) {
    RecordedServer.Mode followed = mode(mode);
    RecordedServer recorded = RecordedServer.of(ConversationFiles.recording(trace), followed);
    password.ifPresent(recorded::demandPassword);
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
   * @param masks what is not to stand in that
   * @return the exit status
   */
  int spy(ServerUrl server, Masks masks) throws IOException {
    Recording before =
        Files.exists(trace)
            ? ConversationFiles.recording(trace)
            : new Recording(List.of(HeaderLine.RECORDING), List.of());
    try (LiveOriginals originals = LiveOriginals.of(server)) {
      RecordedServer recorded = RecordedServer.spyingOn(originals, before, masks);
      password.ifPresent(recorded::demandPassword);
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
  static int diff(PgDoubleOptions options, Path trace, ServerUrl server)
      throws InterruptedException {
    PgRelayOptions relay =
        new PgRelayOptions(
            new RelayOptions(
                options.listenAddresses(),
                options.port(),
                options.socketDirectory(),
                Certificate.NONE,
                server),
            Optional.empty(),
            Masks.NONE);
    DiffTap tap =
        new DiffTap(
            ConversationFiles.recording(trace),
            new ReplayOptions(server, 0, List.of()),
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
