package io.pgdouble.cli;

import io.pgdouble.PgReplay;
import io.pgdouble.relay.ReplayOptions;
import io.pgdouble.relay.ReplayReport;
import io.pgdouble.relay.ServerUrl;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says to a server what the frontends of a recording said. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Say to a server what the frontends of a recording said, on as many connections and in the",
      "same order, and compare its answers. Exit status 0 when none differs."
    })
public final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The recording")
  private Path file;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = {
        "the server: postgres://user:password@host:port/database?sslmode=…",
        "(default of user and database: the recorded ones)"
      })
  private String server = "";

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "in the recorded time, so many times as fast; 1 is as it was",
        "(default: as fast as the server answers)"
      })
  private double speed;

  @Option(
      names = "--volatile",
      paramLabel = "REGEX",
      description = "columns with such a name may have other values than the recorded ones")
  private List<Pattern> volatileColumns = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (!(speed >= 0 && speed < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("found --speed " + speed + " (expected: 0 or more)");
    }
    ReplayOptions options = new ReplayOptions(ServerUrl.of(server), speed, volatileColumns);
    ReplayReport report = PgReplay.run(ConversationFiles.recording(file), options);
    report.differences().forEach(out::println);
    out.println(report.summary());
    out.flush();
    return report.differences().isEmpty() ? 0 : 1;
  }
}
