package io.pgdouble.datadir;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a server's process was started: what it makes known of it, and what it takes from it.
 *
 * @param owner the process that signals are sent to
 * @param program its absolute path
 * @param arguments of its command line
 * @param environment variables that may hold settings
 */
public record Launch(
    LockFile.Owner owner, String program, List<String> arguments, Map<String, String> environment) {

  /** Set by {@code pg_ctl}, which knows a relative that the system does not show. */
  private static final String GRANDPARENT = "PG_GRANDPARENT_PID";

  private static final String SCRIPT = "PGDOUBLE_POSTMASTER_PID";
  private static final String KEEPER = "PGDOUBLE_KEEPER";

  public Launch {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * The settings that the environment holds: {@code guc.c: InitializeGUCOptionsFromEnvironment}.
   */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    put(settings, "port", "PGPORT");
    put(settings, "datestyle", "PGDATESTYLE");
    put(settings, "client_encoding", "PGCLIENTENCODING");
    return settings;
  }

  /**
   * Where the process listens that started this one to keep its processes; empty where none did.
   */
  public Optional<Path> keeper() {
    return Optional.ofNullable(environment.get(KEEPER)).map(Path::of);
  }

  /** Whether a script holds the pid that others know. */
  public boolean isByScript() {
    return environment.containsKey(SCRIPT);
  }

  /** Its command line. */
  public String commandLine() {
    return String.join(" ", Stream.concat(Stream.of(program), arguments.stream()).toList());
  }

  private void put(Map<String, String> settings, String name, String variable) {
    String value = environment.get(variable);
    if (value != null) {
      settings.put(name, value);
    }
  }

  /** A server within the process that runs here. */
  public static Launch here() {
    ProcessHandle self = ProcessHandle.current();
    List<Long> parents = self.parent().map(parent -> List.of(parent.pid())).orElse(List.of());
    String program = self.info().command().orElse("pgdouble");
    return new Launch(new LockFile.Owner(self.pid(), parents), program, List.of(), Map.of());
  }

  /**
   * A server that a program of PostgreSQL's name started, which holds the pid that others know.
   *
   * @param pid of that program
   */
  public static Launch by(long pid, Path program, List<String> arguments) {
    Map<String, String> environment = System.getenv();
    Optional<Long> parent =
        ProcessHandle.of(pid).flatMap(ProcessHandle::parent).map(ProcessHandle::pid);
    long grandparent = Long.parseLong(environment.getOrDefault(GRANDPARENT, "0"));
    LockFile.Owner owner = new LockFile.Owner(pid, List.of(parent.orElse(0L), grandparent));
    return new Launch(owner, program.toString(), arguments, environment);
  }
}
