package io.pgdouble;

import io.pgdouble.relay.Replay;
import io.pgdouble.relay.ReplayOptions;
import io.pgdouble.relay.ReplayReport;
import io.pgdouble.relay.ServerUrl;
import io.pgdouble.trace.Recording;
import java.util.List;

/**
 * Says to a server what the frontends of a recording said, and compares what it answers.
 *
 * <pre>{@code
 * ReplayReport report = PgReplay.run(recording, "postgres://postgres@localhost:5432");
 * assertThat(report.differences()).isEmpty();
 * }</pre>
 */
public final class PgReplay {
  private PgReplay() {}

  /**
   * As fast as the server answers.
   *
   * @param server {@code postgres://user:password@host:port/database}; a role or a database it
   *     names takes the place of the recorded ones
   * @throws io.pgdouble.relay.RelayException if the server is not to be had
   */
  public static ReplayReport run(Recording recording, String server) {
    return run(recording, new ReplayOptions(ServerUrl.of(server), 0, List.of()));
  }

  /** The same in other ways: in the recorded time, with columns whose values may differ. */
  public static ReplayReport run(Recording recording, ReplayOptions options) {
    return Replay.run(recording, options);
  }
}
