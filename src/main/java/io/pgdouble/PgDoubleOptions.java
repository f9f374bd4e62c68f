package io.pgdouble;

import io.pgdouble.engine.EngineOptions;
import io.pgdouble.postmaster.PostmasterOptions;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * @param roles more roles that may log in, without any attribute
 * @param settings of the configuration, where they differ from the boot values
 */
public record PgDoubleOptions(
    List<String> listenAddresses,
    int port,
    Optional<Path> socketDirectory,
    int major,
    String superuser,
    List<String> roles,
    Map<String, String> settings) {

  public PgDoubleOptions {
    listenAddresses = List.copyOf(listenAddresses);
    roles = List.copyOf(roles);
    settings = Map.copyOf(settings);
  }

  /** PostgreSQL 16 on a free port of the loopback interface, superuser {@code postgres}. */
  public static PgDoubleOptions defaults() {
    return new PgDoubleOptions(
        List.of("127.0.0.1"), 0, Optional.empty(), 16, "postgres", List.of(), Map.of());
  }

  public PgDoubleOptions withListenAddresses(List<String> addresses) {
    return new PgDoubleOptions(addresses, port, socketDirectory, major, superuser, roles, settings);
  }

  public PgDoubleOptions withPort(int newPort) {
    return new PgDoubleOptions(
        listenAddresses, newPort, socketDirectory, major, superuser, roles, settings);
  }

  public PgDoubleOptions withSocketDirectory(Path directory) {
    return new PgDoubleOptions(
        listenAddresses, port, Optional.of(directory), major, superuser, roles, settings);
  }

  public PgDoubleOptions withMajor(int newMajor) {
    return new PgDoubleOptions(
        listenAddresses, port, socketDirectory, newMajor, superuser, roles, settings);
  }

  public PgDoubleOptions withSuperuser(String role) {
    return new PgDoubleOptions(
        listenAddresses, port, socketDirectory, major, role, roles, settings);
  }

  /** With one more role that may log in, as {@code CREATE ROLE name LOGIN} makes it. */
  public PgDoubleOptions withRole(String role) {
    List<String> more = new ArrayList<>(roles);
    more.add(role);
    return new PgDoubleOptions(
        listenAddresses, port, socketDirectory, major, superuser, more, settings);
  }

  /** With one more setting, as {@code postgres -c name=value} gives it. */
  public PgDoubleOptions withSetting(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return new PgDoubleOptions(
        listenAddresses, port, socketDirectory, major, superuser, roles, more);
  }

  PostmasterOptions postmaster() {
    EngineOptions engine = new EngineOptions(major, superuser, roles, settings);
    return new PostmasterOptions(listenAddresses, port, socketDirectory, engine);
  }
}
