package io.pgdouble.cli;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.error.ReportedError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sun.misc.Signal;

/** Runs a server until a signal stops it, as {@code postgres} does. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Run a server until a signal stops it.",
      "SIGTERM waits for the sessions to end (smart), SIGINT or Ctrl-C ends them (fast)."
    })
public final class ServeCommand implements Callable<Integer> {
  private static final String LOG_CONFIGURATION = "logback.configurationFile";

  @Option(
      names = {"-h", "--listen-addresses", "--host"},
      split = ",",
      defaultValue = "localhost",
      description = "names or addresses to listen on (default: ${DEFAULT-VALUE})")
  private List<String> listenAddresses = List.of();

  @Option(
      names = {"-p", "--port"},
      defaultValue = "5432",
      description = "port; 0 lets the system choose (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = {"-k", "--socket-directory"},
      description = "directory of the Unix socket (default: none)")
  private Optional<Path> socketDirectory = Optional.empty();

  @Option(
      names = "--major",
      defaultValue = "16",
      description = "the PostgreSQL to double (default: ${DEFAULT-VALUE})")
  private int major;

  @Option(
      names = {"-U", "--superuser"},
      defaultValue = "postgres",
      description = "the role that exists (default: ${DEFAULT-VALUE})")
  private String superuser = "";

  @Option(names = "-c", paramLabel = "name=value", description = "a setting of the configuration")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    logToStandardError();
    PgDoubleOptions options =
        new PgDoubleOptions(listenAddresses, port, socketDirectory, major, superuser, settings);
    try {
      return serve(PgDouble.startInProcessOfItsOwn(options));
    } catch (ReportedError e) {
      spec.commandLine().getErr().println(e.report());
      return 1;
    }
  }

  private int serve(PgDouble server) {
    stopOnSignals(server);
    PrintWriter out = spec.commandLine().getOut();
    out.println("pgdouble is ready to accept connections: " + server.url());
    out.flush();
    server.awaitLastSession();
    server.stop();
    return 0;
  }

  /** The server log goes where {@code postgres} writes it, unless somebody knows better. */
  static void logToStandardError() {
    if (System.getProperty(LOG_CONFIGURATION) == null) {
      System.setProperty(LOG_CONFIGURATION, "io/pgdouble/cli/logback.xml");
    }
  }

  /** A second signal may ask for more haste, as with {@code postgres}. */
  private static void stopOnSignals(PgDouble server) {
    Signal.handle(new Signal("TERM"), s -> server.beginSmartStop());
    Signal.handle(new Signal("INT"), s -> server.beginFastStop());
  }
}
