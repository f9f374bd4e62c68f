package io.pgdouble.cli;

import io.pgdouble.PgDoubleOptions;
import io.pgdouble.datadir.CannotStartException;
import io.pgdouble.datadir.Launch;
import io.pgdouble.datadir.ServerFiles;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.postmaster.StartFailure;
import io.pgdouble.postmaster.StartMode;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.settings.SettingAssignment;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code postgres}: runs the double on a data directory, as PostgreSQL's own program does. */
final class Postgres {
  /** Modes that need what there is none of: catalogs on disk. */
  private static final Set<String> OTHER_MODES = Set.of("--single", "--boot", "--check");

  /** {@code DEF_PGPORT}. */
  private static final int DEFAULT_PORT = 5432;

  /** What {@code postmaster.c: PostmasterMain} says before it has a log. */
  private static final String WITHOUT_LOG = "superuser_reserved_connections";

  /** What no server has computed yet, and what no session has become. */
  private static final Map<String, String> WITHOUT_SERVER =
      Map.of(
          "session_authorization", "",
          "client_encoding", "SQL_ASCII",
          "server_encoding", "SQL_ASCII",
          "wal_buffers", "-1");

  private static final Set<String> OF_SHARED_MEMORY =
      Set.of("shared_memory_size", "shared_memory_size_in_huge_pages");

  private final ProgramCall call;
  private final long pid;

  private Postgres(ProgramCall call) {
    this.call = call;
    this.pid = PostmasterScript.pid().orElse(ProcessHandle.current().pid());
  }

  /** Runs the program and returns its exit status. */
  static int run(ProgramCall call) {
    String first = call.arguments().stream().findFirst().orElse("");
    if (first.equals("-V") || first.equals("--version")) {
      call.out().println("postgres (PostgreSQL) " + call.version());
      return 0;
    }
    if (first.equals("-?") || first.equals("--help")) {
      call.out().print(ProgramHelp.of("postgres"));
      return 0;
    }
    if (first.equals("--describe-config")) {
      DescribedConfiguration.print(call.major(), call.out());
      return 0;
    }
    return new Postgres(call).guarded(first);
  }

  private int guarded(String first) {
    try {
      if (OTHER_MODES.contains(first)) {
        throw new ProgramFailure(1, "postgres: pgdouble does not simulate " + first);
      }
      return work();
    } catch (ProgramFailure e) {
      call.err().println(e.getMessage());
      return e.status();
    } catch (CannotStartException e) {
      call.err().println("postgres" + e.getMessage());
      return e.status();
    } catch (StartFailure e) {
      return 1;
    } catch (ReportedError e) {
      return die(e.report().withSeverity(Severity.FATAL));
    }
  }

  private int die(ErrorReport report) {
    if (report.message().replace("\"", "").startsWith(WITHOUT_LOG)) {
      call.err().println("postgres: " + report.message());
    } else {
      log("GMT", List.of(report));
    }
    return 1;
  }

  private int work() {
    PostgresOptions line = PostgresOptions.read(call);
    Map<String, String> given = new LinkedHashMap<>();
    line.settings().forEach(setting -> put(given, setting));
    Optional<Path> directory =
        line.directory().or(() -> Optional.ofNullable(System.getenv("PGDATA")).map(Path::of));
    PgDoubleOptions options =
        new PgDoubleOptions(
            List.of("localhost"),
            DEFAULT_PORT,
            Optional.of(Path.of("/tmp")),
            call.major(),
            "",
            List.of(),
            given,
            directory,
            StartMode.PRIMARY,
            Optional.of(Launch.by(pid, Path.of(call.program()), call.arguments())));
    ServerFiles files = options.files();
    log("GMT", files.configuration().reports());
    ServerSettings settings = files.settings();
    if (line.shown().isPresent()) {
      return show(settings, line.shown().get());
    }
    return ServeRun.run(options, files, call.err());
  }

  /** The last of several counts. */
  private static void put(Map<String, String> given, SettingAssignment setting) {
    given.remove(setting.name());
    given.put(setting.name(), setting.value());
  }

  private void log(String zone, List<ErrorReport> reports) {
    EarlyLog log = new EarlyLog(call.err(), pid, ZoneId.of(zone));
    reports.forEach(log::print);
  }

  /** {@code -C}. */
  private int show(ServerSettings settings, String name) {
    if (OF_SHARED_MEMORY.contains(name)) {
      throw ErrorReport.notSimulated("the size of shared memory").toException();
    }
    String value = settings.plain(name).orElseThrow(() -> unrecognized(name));
    boolean computed = WITHOUT_SERVER.containsKey(name) && !settings.isGiven(name);
    call.out().println(computed ? WITHOUT_SERVER.get(name) : value);
    return 0;
  }

  private static ReportedError unrecognized(String name) {
    return ErrorReport.fatal(
            SqlState.UNDEFINED_OBJECT, "unrecognized configuration parameter \"" + name + "\"")
        .toException();
  }
}
