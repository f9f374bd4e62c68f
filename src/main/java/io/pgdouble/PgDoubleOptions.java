package io.pgdouble;

import io.pgdouble.datadir.CannotStartException;
import io.pgdouble.datadir.DiskHome;
import io.pgdouble.datadir.Launch;
import io.pgdouble.datadir.MemoryHome;
import io.pgdouble.datadir.ServerFiles;
import io.pgdouble.datadir.ServerHome;
import io.pgdouble.engine.EngineOptions;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.Facts;
import io.pgdouble.fault.Fault;
import io.pgdouble.postmaster.PostmasterOptions;
import io.pgdouble.postmaster.Processes;
import io.pgdouble.postmaster.StartMode;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.settings.SettingSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server is to be. Immutable; {@code with} makes a changed copy.
 *
 * @param listenAddresses names or addresses; empty for none
 * @param port 0 to 65535; 0 lets the system choose
 * @param socketDirectory where the Unix socket goes; empty for none
 * @param major the PostgreSQL it doubles, 14 to 18
 * @param superuser the role that exists from the start
 * @param roles more roles that may log in, without any attribute
 * @param settings of the command line: of the configuration, where they differ from the boot values
 * @param dataDirectory a directory that {@code initdb} made; empty for a server in memory
 * @param mode what a server without a directory is when it starts
 * @param launch how the process was started; empty for what can be seen of it
 */
public record PgDoubleOptions(
    List<String> listenAddresses,
    int port,
    Optional<Path> socketDirectory,
    int major,
    String superuser,
    List<String> roles,
    Map<String, String> settings,
    Optional<Path> dataDirectory,
    StartMode mode,
    Optional<Launch> launch) {

  /** The setting that asks for processes that can be seen, and its values that do. */
  private static final String PROCESSES = "pgdouble.processes";

  /** The setting that says what stands for the root of the server's machine. */
  private static final String FILES = "pgdouble.files";

  private static final Set<String> YES = Set.of("on", "true", "yes", "1");

  public PgDoubleOptions {
    listenAddresses = List.copyOf(listenAddresses);
    roles = List.copyOf(roles);
    settings = Map.copyOf(settings);
  }

  /** PostgreSQL 16 on a free port of the loopback interface, superuser {@code postgres}. */
  public static PgDoubleOptions defaults() {
    return new PgDoubleOptions(
        List.of("127.0.0.1"),
        0,
        Optional.empty(),
        16,
        "postgres",
        List.of(),
        Map.of(),
        Optional.empty(),
        StartMode.PRIMARY,
        Optional.empty());
  }

  public PgDoubleOptions withListenAddresses(List<String> addresses) {
    Draft draft = new Draft(this);
    draft.listenAddresses = addresses;
    return draft.options();
  }

  public PgDoubleOptions withPort(int newPort) {
    Draft draft = new Draft(this);
    draft.port = newPort;
    return draft.options();
  }

  public PgDoubleOptions withSocketDirectory(Path directory) {
    Draft draft = new Draft(this);
    draft.socketDirectory = Optional.of(directory);
    return draft.options();
  }

  public PgDoubleOptions withMajor(int newMajor) {
    Draft draft = new Draft(this);
    draft.major = newMajor;
    return draft.options();
  }

  public PgDoubleOptions withSuperuser(String role) {
    Draft draft = new Draft(this);
    draft.superuser = role;
    return draft.options();
  }

  /** With one more role that may log in, as {@code CREATE ROLE name LOGIN} makes it. */
  public PgDoubleOptions withRole(String role) {
    Draft draft = new Draft(this);
    draft.roles.add(role);
    return draft.options();
  }

  /** With one more setting, as {@code postgres -c name=value} gives it. */
  public PgDoubleOptions withSetting(String name, String value) {
    Draft draft = new Draft(this);
    draft.settings.put(name, value);
    return draft.options();
  }

  /**
   * With a process of the operating system for each of the server's, so that {@code ps} shows them
   * and {@code kill} reaches them. It takes Perl.
   */
  public PgDoubleOptions withProcesses() {
    return withSetting(PROCESSES, "on");
  }

  /**
   * With functions such as {@code pg_read_file} that see the files below a directory as those of
   * the server's machine. Without it they see the data directory only.
   */
  public PgDoubleOptions withFiles(Path root) {
    return withSetting(FILES, root.toString());
  }

  /**
   * With TLS for whoever asks for it. Without a data directory, and unless settings name files, the
   * server makes a certificate for itself, which {@link PgDouble#certificate} tells.
   */
  public PgDoubleOptions withTls() {
    return withSetting("ssl", "on");
  }

  /** With something that goes wrong on purpose: one of {@code Faults.ALL}. */
  public PgDoubleOptions withFault(Fault fault) {
    return withSetting("pgdouble.fault", fault.name());
  }

  private static Optional<Path> root(ServerSettings given) {
    return given.plain(FILES).map(root -> Path.of(root).toAbsolutePath().normalize());
  }

  /** On a data directory that {@code initdb} made: with its configuration, and held by it. */
  public PgDoubleOptions withDataDirectory(Path directory) {
    Draft draft = new Draft(this);
    draft.dataDirectory = Optional.of(directory);
    return draft.options();
  }

  /**
   * As a standby, or held in recovery. On a data directory, its file {@code standby.signal} says
   * whether the server is a standby, and this must not.
   */
  public PgDoubleOptions withStartMode(StartMode newMode) {
    Draft draft = new Draft(this);
    draft.mode = newMode;
    return draft.options();
  }

  /** In a process that was started so. */
  public PgDoubleOptions withLaunch(Launch how) {
    Draft draft = new Draft(this);
    draft.launch = Optional.of(how);
    return draft.options();
  }

  /** A copy in the making. */
  private static final class Draft {
    private List<String> listenAddresses;
    private int port;
    private Optional<Path> socketDirectory;
    private int major;
    private String superuser;
    private final List<String> roles;
    private final Map<String, String> settings;
    private Optional<Path> dataDirectory;
    private StartMode mode;
    private Optional<Launch> launch;

    Draft(PgDoubleOptions of) {
      listenAddresses = of.listenAddresses;
      port = of.port;
      socketDirectory = of.socketDirectory;
      major = of.major;
      superuser = of.superuser;
      roles = new ArrayList<>(of.roles);
      settings = new LinkedHashMap<>(of.settings);
      dataDirectory = of.dataDirectory;
      mode = of.mode;
      launch = of.launch;
    }

    PgDoubleOptions options() {
      return new PgDoubleOptions(
          listenAddresses,
          port,
          socketDirectory,
          major,
          superuser,
          roles,
          settings,
          dataDirectory,
          mode,
          launch);
    }
  }

  PostmasterOptions postmaster() {
    if (dataDirectory.isPresent()) {
      return onDisk(files());
    }
    EngineOptions engine = new EngineOptions(major, superuser, roles, settings);
    return on(new MemoryHome(engine::serverSettings, root(engine.serverSettings())), engine);
  }

  private PostmasterOptions on(ServerHome home, EngineOptions engine) {
    Processes processes = processes(home.configuration().settings());
    return new PostmasterOptions(
        listenAddresses, port, socketDirectory, engine, home, mode, processes, Optional.empty());
  }

  private Processes processes(ServerSettings given) {
    if (!given.plain(PROCESSES).map(YES::contains).orElse(false)) {
      return new Processes.Numbered();
    }
    Launch by = howLaunched();
    if (by.isByScript() && by.keeper().isEmpty()) {
      throw ErrorReport.fatal(
              SqlState.CANT_CHANGE_RUNTIME_PARAM,
              "parameter \"" + PROCESSES + "\" must be given on the command line")
          .toException();
    }
    return by.keeper()
        .<Processes>map(ear -> new Processes.SeenBelowParent(by.commandLine(), ear))
        .orElseGet(() -> new Processes.Seen(commandLine()));
  }

  /** What a server's command line would have been, had it had one of its own. */
  private String commandLine() {
    return "postgres" + dataDirectory.map(directory -> " -D " + directory).orElse("");
  }

  /**
   * Finds and reads the configuration of a server on a data directory.
   *
   * @throws CannotStartException if there is none
   */
  public ServerFiles files() {
    ServerSettings commandLine =
        ServerSettings.of(Facts.of(major), ServerSettings.Base.BOOT)
            .with(howLaunched().settings(), SettingSource.ENVIRONMENT_VARIABLE)
            .with(settings);
    return ServerFiles.select(dataDirectory, commandLine);
  }

  private Launch howLaunched() {
    return launch.orElseGet(Launch::here);
  }

  PostmasterOptions onDisk(ServerFiles files) {
    files.settings();
    DiskHome home = DiskHome.of(files, howLaunched(), root(files.configuration().settings()));
    EngineOptions engine = new EngineOptions(major, home.superuser(), roles, settings);
    return on(home, engine);
  }
}
