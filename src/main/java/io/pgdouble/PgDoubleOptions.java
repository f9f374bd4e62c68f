package io.pgdouble;

import io.pgdouble.datadir.CannotStartException;
import io.pgdouble.datadir.DiskHome;
import io.pgdouble.datadir.Launch;
import io.pgdouble.datadir.ServerFiles;
import io.pgdouble.engine.EngineOptions;
import io.pgdouble.facts.Facts;
import io.pgdouble.postmaster.PostmasterOptions;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.settings.SettingSource;
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
 * @param settings of the command line: of the configuration, where they differ from the boot values
 * @param dataDirectory a directory that {@code initdb} made; empty for a server in memory
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
    Optional<Launch> launch) {

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
        Optional.empty());
  }

  public PgDoubleOptions withListenAddresses(List<String> addresses) {
    return new PgDoubleOptions(
        addresses, port, socketDirectory, major, superuser, roles, settings, dataDirectory, launch);
  }

  public PgDoubleOptions withPort(int newPort) {
    return new PgDoubleOptions(
        listenAddresses,
        newPort,
        socketDirectory,
        major,
        superuser,
        roles,
        settings,
        dataDirectory,
        launch);
  }

  public PgDoubleOptions withSocketDirectory(Path directory) {
    return new PgDoubleOptions(
        listenAddresses,
        port,
        Optional.of(directory),
        major,
        superuser,
        roles,
        settings,
        dataDirectory,
        launch);
  }

  public PgDoubleOptions withMajor(int newMajor) {
    return new PgDoubleOptions(
        listenAddresses,
        port,
        socketDirectory,
        newMajor,
        superuser,
        roles,
        settings,
        dataDirectory,
        launch);
  }

  public PgDoubleOptions withSuperuser(String role) {
    return new PgDoubleOptions(
        listenAddresses,
        port,
        socketDirectory,
        major,
        role,
        roles,
        settings,
        dataDirectory,
        launch);
  }

  /** With one more role that may log in, as {@code CREATE ROLE name LOGIN} makes it. */
  public PgDoubleOptions withRole(String role) {
    List<String> more = new ArrayList<>(roles);
    more.add(role);
    return new PgDoubleOptions(
        listenAddresses,
        port,
        socketDirectory,
        major,
        superuser,
        more,
        settings,
        dataDirectory,
        launch);
  }

  /** With one more setting, as {@code postgres -c name=value} gives it. */
  public PgDoubleOptions withSetting(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return new PgDoubleOptions(
        listenAddresses,
        port,
        socketDirectory,
        major,
        superuser,
        roles,
        more,
        dataDirectory,
        launch);
  }

  /** On a data directory that {@code initdb} made: with its configuration, and held by it. */
  public PgDoubleOptions withDataDirectory(Path directory) {
    return new PgDoubleOptions(
        listenAddresses,
        port,
        socketDirectory,
        major,
        superuser,
        roles,
        settings,
        Optional.of(directory),
        launch);
  }

  /** In a process that was started so. */
  public PgDoubleOptions withLaunch(Launch how) {
    return new PgDoubleOptions(
        listenAddresses,
        port,
        socketDirectory,
        major,
        superuser,
        roles,
        settings,
        dataDirectory,
        Optional.of(how));
  }

  PostmasterOptions postmaster() {
    EngineOptions engine = new EngineOptions(major, superuser, roles, settings);
    return dataDirectory.isEmpty()
        ? new PostmasterOptions(listenAddresses, port, socketDirectory, engine)
        : onDisk(files());
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
    DiskHome home = DiskHome.of(files, howLaunched());
    EngineOptions engine = new EngineOptions(major, home.superuser(), roles, settings);
    return new PostmasterOptions(listenAddresses, port, socketDirectory, engine, home);
  }
}
