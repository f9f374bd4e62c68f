package io.pgdouble;

import io.pgdouble.engine.EngineOptions;
import io.pgdouble.postmaster.PostmasterOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server is to be. Immutable; {@code with} makes a changed copy.
 *
 * @param listenAddresses names or addresses; empty for none
 * @param port 0 to 65535; 0 lets the system choose
 * @param socketDirectory where the Unix socket goes; empty for none
 * @param major the PostgreSQL it doubles, 14 to 18
 * @param superuser the role that exists from the start
 * @param settings of the configuration, where they differ from the boot values
 */
public record PgDoubleOptions(
    List<String> listenAddresses,
    int port,
    Optional<Path> socketDirectory,
    int major,
    String superuser,
    Map<String, String> settings) {

  public PgDoubleOptions {
    listenAddresses = List.copyOf(listenAddresses);
    settings = Map.copyOf(settings);
  }

  /** PostgreSQL 16 on a free port of the loopback interface, superuser {@code postgres}. */
  public static PgDoubleOptions defaults() {
    return new PgDoubleOptions(List.of("127.0.0.1"), 0, Optional.empty(), 16, "postgres", Map.of());
  }

  public PgDoubleOptions withListenAddresses(List<String> addresses) {
    return new PgDoubleOptions(addresses, port, socketDirectory, major, superuser, settings);
  }

  public PgDoubleOptions withPort(int newPort) {
    return new PgDoubleOptions(
        listenAddresses, newPort, socketDirectory, major, superuser, settings);
  }

  public PgDoubleOptions withSocketDirectory(Path directory) {
    return new PgDoubleOptions(
        listenAddresses, port, Optional.of(directory), major, superuser, settings);
  }

  public PgDoubleOptions withMajor(int newMajor) {
    return new PgDoubleOptions(
        listenAddresses, port, socketDirectory, newMajor, superuser, settings);
  }

  public PgDoubleOptions withSuperuser(String role) {
    return new PgDoubleOptions(listenAddresses, port, socketDirectory, major, role, settings);
  }

  /** With one more setting, as {@code postgres -c name=value} gives it. */
  public PgDoubleOptions withSetting(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return new PgDoubleOptions(listenAddresses, port, socketDirectory, major, superuser, more);
  }

  PostmasterOptions postmaster() {
    EngineOptions engine = new EngineOptions(major, superuser, withPlaces());
    return new PostmasterOptions(listenAddresses, port, socketDirectory, engine);
  }

  /** Where it listens is on the command line, too. A port the system chooses is not known yet. */
  private Map<String, String> withPlaces() {
    Map<String, String> all = new LinkedHashMap<>(settings);
    if (port != 0) {
      all.putIfAbsent("port", Integer.toString(port));
    }
    all.putIfAbsent("listen_addresses", String.join(",", listenAddresses));
    all.putIfAbsent("unix_socket_directories", socketDirectory.map(Path::toString).orElse(""));
    return all;
  }
}
