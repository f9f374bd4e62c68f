package io.pgdouble.cli;

import io.pgdouble.PgDoubleOptions;
import io.pgdouble.cli.ConversationFiles.UnreadableFile;
import io.pgdouble.conformance.CaseSyntaxException;
import io.pgdouble.conformance.GoldenRecorder.NotPostgresException;
import io.pgdouble.reference.ReferenceException;
import io.pgdouble.relay.RelayException;
import io.pgdouble.trace.TraceSyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The front of the command line. Exit status: 0 done, 1 not as it should be, 2 a bad command. */
@Command(
    name = "pgdouble",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "A test double for PostgreSQL.")
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command (expected: one of those below)");
  }

  public static void main(String[] args) {
    ProgramLog.toStandardError();
    if (args.length > 0 && args[0].equals("postgres")) {
      System.exit(Postgres.run(ProgramCall.of(args)));
    }
    if (args.length > 0 && args[0].equals("initdb")) {
      System.exit(Initdb.run(ProgramCall.of(args)));
    }
    Optional<PgDoubleOptions> plain = PlainServe.read(args);
    System.exit(
        plain.isPresent()
            ? ServeRun.run(plain.get(), System.out, System.err)
            : commandLine(args).execute(args));
  }

  /** Only the command that is asked for is read in: reading all of them costs a server's start. */
  private static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(Main::couldNotBeDone);
    Map<String, Supplier<Object>> commands = commands();
    if (args.length > 0 && commands.containsKey(args[0])) {
      commands.keySet().retainAll(Set.of(args[0]));
    }
    commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return line.setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** What a user can do something about is told in a line; a bug of ours shows its trace. */
  static int couldNotBeDone(Exception e, CommandLine command, ParseResult parsed) throws Exception {
    if (e instanceof UnreadableFile || e instanceof TraceSyntaxException) {
      command.getErr().println(e.getMessage());
      return 2;
    }
    if (e instanceof FileSystemException file) {
      command.getErr().println(reason(file));
      return 2;
    }
    if (e instanceof ReferenceException
        || e instanceof CaseSyntaxException
        || e instanceof RelayException
        || e instanceof IllegalArgumentException
        || e instanceof NotPostgresException) {
      command.getErr().println(e.getMessage());
      return 1;
    }
    throw e;
  }

  /** Java says of the usual reasons nothing but the name of the file. */
  private static String reason(FileSystemException file) {
    String why = file.getReason() == null ? "cannot be read or written" : file.getReason();
    if (file instanceof NoSuchFileException) {
      why = "no such file or directory";
    } else if (file instanceof AccessDeniedException) {
      why = "permission denied";
    }
    return file.getFile() + ": " + why;
  }

  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("serve", ServeCommand::new);
    commands.put("relay", RelayCommand::new);
    commands.put("record", RecordCommand::new);
    commands.put("replay", ReplayCommand::new);
    commands.put("diff", CompareCommand::new);
    commands.put("crosscheck", CrosscheckCommand::new);
    commands.put("record-golden", RecordGoldenCommand::new);
    commands.put("validate", ValidateCommand::new);
    commands.put("trace", TraceCommand::new);
    commands.put("habits", HabitsCommand::new);
    commands.put("learn", LearnCommand::new);
    commands.put("reference", ReferenceCommand::new);
    commands.put("steer", SteerCommand::new);
    commands.put("rehearse", RehearseCommand::new);
    return commands;
  }
}
