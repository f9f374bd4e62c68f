package io.pgdouble.cli;

import io.pgdouble.trace.PqTrace;
import io.pgdouble.trace.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings conversations from one form into another. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Brings conversations from one form into another.",
      "From recordings, PQtrace, pcap and pcapng to recordings, without their secrets, and to"
          + " PQtrace."
    })
public final class TraceConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** What is written. */
  enum Form {
    RECORDING,
    PQTRACE
  }

  @Option(
      names = "--to",
      defaultValue = "recording",
      description = "recording, pqtrace (${DEFAULT-VALUE})")
  private Form form;

  @Option(names = "--connection", paramLabel = "NAME", description = "Only this connection")
  private Optional<String> connection = Optional.empty();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Write there, and not here")
  private Optional<Path> target = Optional.empty();

  @Parameters(paramLabel = "FILE", description = "The conversations")
  private Path file;

  @Override
  public Integer call() throws IOException {
    Recording whole = ConversationFiles.read(file, connection);
    Recording chosen =
        connection.map(name -> new Recording(whole.header(), whole.of(name))).orElse(whole);
    String text =
        switch (form) {
          case RECORDING -> chosen.withoutSecrets().text();
          case PQTRACE -> PqTrace.text(chosen);
        };
    if (target.isPresent()) {
      Files.writeString(target.get(), text);
    } else {
      PrintWriter out = spec.commandLine().getOut();
      out.print(text);
      out.flush();
    }
    return 0;
  }
}
