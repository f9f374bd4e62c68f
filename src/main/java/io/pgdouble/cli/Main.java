package io.pgdouble.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The front of the command line. Exit status: 0 done, 1 not as it should be, 2 a bad command. */
@Command(
    name = "pgdouble",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "A test double for PostgreSQL.",
    subcommands = {
      ServeCommand.class,
      CrosscheckCommand.class,
      RecordGoldenCommand.class,
      LearnCommand.class,
      ReferenceCommand.class,
      RehearseCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command (expected: one of those below)");
  }

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
