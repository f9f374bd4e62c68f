package io.pgdouble.cli;

import io.pgdouble.reference.Learner;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.ReferenceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Extracts the facts from a real PostgreSQL into tables. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a real PostgreSQL for its types, operators, casts, functions, settings, error codes,",
      "encodings and catalogs, and writes them as tables, sorted, so that what changed reads well."
    })
public final class LearnCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--reference",
      defaultValue = "embedded:16",
      description = "embedded:16, docker:postgres:16 or postgres://host:port (${DEFAULT-VALUE})")
  private String reference;

  @Option(
      names = "--out",
      description =
          "The folder of the tables (src/main/resources/io/pgdouble/facts/<major of the server>)")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() throws IOException {
    PrintWriter printer = spec.commandLine().getOut();
    try (Reference server = Reference.start(reference)) {
      Path folder =
          out.orElseGet(
              () -> Path.of("src/main/resources/io/pgdouble/facts").resolve("" + server.major()));
      printer.println("Learning from PostgreSQL " + server.version() + " into " + folder);
      Learner.learn(server, folder, table -> printer.println("  " + table));
      return 0;
    } catch (ReferenceException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }
}
