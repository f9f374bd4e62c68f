package io.pgdouble.cli;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.postmaster.StartMode;
import io.pgdouble.relay.ServerUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a server until a signal stops it, as {@code postgres} does. */
@Command(
    name = "serve",
    description = {
      "Run a server until a signal stops it.",
      "SIGTERM waits for the sessions to end (smart), SIGINT or Ctrl-C ends them (fast)."
    })
public final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MaskArguments masks;

  @Option(
      names = {"-D", "--data-directory"},
      description = "a directory that pgdouble initdb made (default: none, all in memory)")
  private Optional<Path> dataDirectory = Optional.empty();

  @Option(
      names = "--files",
      paramLabel = "DIR",
      description = {
        "what stands for / in the eyes of pg_read_file and its like",
        "(default: nothing; they see the data directory only)"
      })
  private Optional<Path> files = Optional.empty();

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
      description = "the superuser (default: ${DEFAULT-VALUE})")
  private String superuser = "";

  @Option(
      names = "--role",
      paramLabel = "NAME",
      description = "another role that may log in, without any attribute")
  private List<String> roles = List.of();

  @Option(
      names = "--standby",
      description = "start as a hot standby: read only until pg_promote() ends its recovery")
  private boolean standby;

  @Option(names = "-c", paramLabel = "name=value", description = "a setting of the configuration")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--processes",
      description = "hold a process of the system for each of the server's, for ps and kill")
  private boolean processes;

  @Option(names = "--tls", description = "offer TLS, as -c ssl=on does")
  private boolean tls;

  @Option(
      names = "--certificate-to",
      paramLabel = "FILE",
      description = {
        "write there what the server proves itself by, for sslrootcert, once it listens",
        "(without -D and files of one's own it makes a certificate at its start); implies --tls"
      })
  private Optional<Path> certificateFile = Optional.empty();

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      completionCandidates = FaultNames.class,
      description = {
        "go wrong on purpose, for all who connect (default: none):",
        "${COMPLETION-CANDIDATES}"
      })
  private Optional<String> fault = Optional.empty();

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "answer as this recording did, instead of simulating a server")
  private Optional<Path> trace = Optional.empty();

  @Option(
      names = "--mode",
      defaultValue = "strict",
      description = {
        "how closely the recording is followed (default: ${DEFAULT-VALUE}):",
        "strict: in order; loose: each message as anywhere in it;",
        "spy: loose, and what it does not know is relayed to --to and added to it;",
        "diff: relayed to --to, and compared"
      })
  private String mode = "";

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = {
        "the server to relay to in the modes spy and diff:",
        "postgres://user:password@host:port/database"
      })
  private Optional<String> server = Optional.empty();

  @Option(
      names = "--password",
      paramLabel = "SECRET",
      description = {
        "have frontends of a recording prove that they know it, as the recorded ones were asked,",
        "or by SCRAM-SHA-256 (default: nobody is asked)"
      })
  private Optional<String> password = Optional.empty();

  /** Not {@code -h}: that names the host, as it does for {@code postgres}. */
  @Option(
      names = {"-?", "--help"},
      usageHelp = true,
      description = "show this help, then exit")
  private boolean helpRequested;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "output version information, then exit")
  private boolean versionRequested;

  @Override
  public Integer call() throws IOException, InterruptedException {
    refuseWhatMeansNothing();
    if (trace.isEmpty()) {
      return ServeRun.run(this::started, System.out, System.err);
    }
    return switch (mode) {
      case "spy" -> new ServeTrace(options(), trace.get(), password).spy(url(), masks.masks());
      case "diff" -> ServeTrace.diff(options(), trace.get(), url());
      default -> new ServeTrace(options(), trace.get(), password).run(mode);
    };
  }

  private PgDouble started(Consumer<String> console) {
    PgDouble server = PgDouble.startInProcessOfItsOwn(options(), console);
    certificateFile.ifPresent(file -> write(file, server.certificate().orElse("")));
    return server;
  }

  private static void write(Path file, String certificate) {
    try {
      Files.writeString(file, certificate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ServerUrl url() {
    return server
        .map(ServerUrl::of)
        .orElseThrow(
            () ->
                new IllegalArgumentException("found no --to (expected: one in mode " + mode + ")"));
  }

  private void refuseWhatMeansNothing() {
    boolean ofRecordings =
        isGiven("--mode") || server.isPresent() || masks.areGiven() || password.isPresent();
    if (trace.isEmpty() && ofRecordings) {
      throw new IllegalArgumentException(
          "found --mode, --to, --password or a mask without a recording (expected: --trace, too)");
    }
    if (password.isPresent() && mode.equals("diff")) {
      throw new IllegalArgumentException(
          "found --password and --mode diff (expected: another mode; there the server asks)");
    }
    if (masks.areGiven() && !mode.equals("spy")) {
      throw new IllegalArgumentException(
          "found a mask and --mode " + mode + " (expected: spy, which adds to its recording)");
    }
    if (server.isPresent() && !mode.equals("spy") && !mode.equals("diff")) {
      throw new IllegalArgumentException(
          "found --to and --mode " + mode + " (expected: spy or diff)");
    }
  }

  PgDoubleOptions options() {
    dataDirectory.ifPresent(directory -> giveAsSettings());
    if (tls || certificateFile.isPresent()) {
      settings.putIfAbsent("ssl", "on");
    }
    fault.ifPresent(name -> settings.put("pgdouble.fault", name));
    PgDoubleOptions options = plainOptions();
    PgDoubleOptions seen = files.map(options::withFiles).orElse(options);
    return processes ? seen.withProcesses() : seen;
  }

  private PgDoubleOptions plainOptions() {
    return new PgDoubleOptions(
        listenAddresses,
        port,
        socketDirectory,
        major,
        superuser,
        roles,
        settings,
        dataDirectory,
        standby ? StartMode.STANDBY : StartMode.PRIMARY,
        Optional.empty());
  }

  /** What the command line says outweighs the configuration file; its defaults do not. */
  private void giveAsSettings() {
    if (isGiven("--port")) {
      settings.put("port", Integer.toString(port));
    }
    if (isGiven("--listen-addresses")) {
      settings.put("listen_addresses", String.join(",", listenAddresses));
    }
    socketDirectory.ifPresent(
        directory -> settings.put("unix_socket_directories", directory.toString()));
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }
}
