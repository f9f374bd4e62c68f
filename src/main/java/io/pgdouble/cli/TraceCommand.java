package io.pgdouble.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows recorded conversations, and brings them into other forms. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    subcommands = {TraceShowCommand.class, TraceConvertCommand.class},
    description = "Shows recorded conversations, and brings them into other forms.")
public final class TraceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command (expected: show, convert)");
  }
}
