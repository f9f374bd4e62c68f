package io.pgdouble.cli;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.replay.RecordedServer;
import io.pgdouble.trace.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static RecordedServer.Mode mode(String word) {
    try {
      return RecordedServer.Mode.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("found --mode " + word + " (expected: strict, loose)", e);
    }
  }
}
