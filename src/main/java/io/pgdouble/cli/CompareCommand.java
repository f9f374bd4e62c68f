package io.pgdouble.cli;

import io.pgdouble.PgRelay;
import io.pgdouble.PgRelayOptions;
import io.pgdouble.relay.DiffTap;
import io.pgdouble.relay.ReplayOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Relays, and compares all that crosses with a recording. */
@Command(
    name = "diff",
    description = {
      "Relay to a real server, and compare each connection with a recording once it has ended,",
      "until SIGTERM or SIGINT. Exit status 0 when nothing differed."
    })
public final class CompareCommand implements Callable<Integer> {
  @Mixin private RelayArguments arguments;
  @Mixin private LongHelp help;

  @Option(
      names = "--volatile",
      paramLabel = "REGEX",
      description = "columns with such a name may have other values than the recorded ones")
  private List<Pattern> volatileColumns = List.of();

  @Parameters(paramLabel = "FILE", description = "The recording")
  private Path file;

  @Override
  public Integer call() throws InterruptedException {
    PgRelayOptions relay = arguments.options();
    DiffTap tap =
        new DiffTap(
            ConversationFiles.recording(file),
            new ReplayOptions(relay.relay().server(), 0, volatileColumns),
            System.out::println);
    arguments.run(() -> PgRelay.start(relay, tap), System.out);
    System.out.printf("%d differences%n", tap.differences().size());
    return tap.differences().isEmpty() ? 0 : 1;
  }
}
