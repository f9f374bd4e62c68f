package io.pgdouble.datadir;

import io.pgdouble.error.ReportedError;
import io.pgdouble.settings.Configuration;
import io.pgdouble.settings.Configuration.FirstReading;
import io.pgdouble.settings.ConfigurationFiles;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.settings.SettingSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a server's files are, and what its configuration says: {@code guc.c: SelectConfigFiles}.
 */
public record ServerFiles(Configuration.Location location, Configuration configuration) {
  private static final String CONFIG_FILE = "config_file";

  /**
   * Finds and reads the configuration.
   *
   * @param configDirectory what {@code -D} or {@code PGDATA} says
   * @param commandLine the settings so far
   * @throws CannotStartException if there is no configuration
   */
  public static ServerFiles select(Optional<Path> configDirectory, ServerSettings commandLine) {
    Optional<Path> directory = configDirectory.map(ServerFiles::absolute);
    directory.ifPresent(ServerFiles::checkAccess);
    Path configFile = configFile(directory, commandLine);
    ConfigurationFiles files = new DirectoryFiles();
    FirstReading first = Configuration.dataDirectory(files, configFile.toString());
    Path data =
        given(commandLine, "data_directory")
            .or(() -> first.directory().map(Path::of).map(ServerFiles::absolute))
            .or(() -> directory)
            .orElseThrow(() -> noDataDirectory(configFile));
    Configuration.Location location =
        new Configuration.Location(files, configFile.toString(), data.toString());
    Map<String, String> found = new LinkedHashMap<>();
    found.put(CONFIG_FILE, configFile.toString());
    found.put("data_directory", data.toString());
    ServerSettings placed = commandLine.with(found, SettingSource.OVERRIDE);
    Configuration read = Configuration.atStart(location, placed).after(first.reports());
    return new ServerFiles(location, authenticationFiles(read, directory.orElse(data)));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static void checkAccess(Path directory) {
    Optional<IOException> obstacle = obstacle(directory);
    if (obstacle.isPresent()) {
      throw new CannotStartException(
          2,
          ": could not access directory \""
              + directory
              + "\": "
              + SystemError.reason(obstacle.get())
              + (obstacle.get() instanceof NoSuchFileException
                  ? "\nRun initdb or pg_basebackup to initialize a PostgreSQL data directory."
                  : ""));
    }
  }

  private static Path configFile(Optional<Path> directory, ServerSettings commandLine) {
    Path file =
        given(commandLine, CONFIG_FILE)
            .or(() -> directory.map(inside -> inside.resolve("postgresql.conf")))
            .orElseThrow(ServerFiles::noConfigFile);
    Optional<IOException> obstacle = obstacle(file);
    if (obstacle.isPresent()) {
      throw new CannotStartException(
          2,
          ": could not access the server configuration file \""
              + file
              + "\": "
              + SystemError.reason(obstacle.get()));
    }
    return file;
  }

  /** What {@code stat} complains of. */
  private static Optional<IOException> obstacle(Path path) {
    try {
      Files.readAttributes(path, "isDirectory");
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private static CannotStartException noConfigFile() {
    return new CannotStartException(
        2,
        " does not know where to find the server configuration file.\n"
            + "You must specify the --config-file or -D invocation option or set the PGDATA"
            + " environment variable.");
  }

  private static Optional<Path> given(ServerSettings commandLine, String name) {
    return commandLine.isGiven(name)
        ? Optional.of(absolute(Path.of(commandLine.text(name))))
        : Optional.empty();
  }

  private static CannotStartException noDataDirectory(Path configFile) {
    return new CannotStartException(
        2,
        " does not know where to find the database system data.\n"
            + "This can be specified as \"data_directory\" in \""
            + configFile
            + "\", or by the -D invocation option, or by the PGDATA environment variable.");
  }

  private static Configuration authenticationFiles(Configuration read, Path directory) {
    ServerSettings settings = read.settings();
    Map<String, String> found = new LinkedHashMap<>();
    found.put("hba_file", place(settings, "hba_file", directory.resolve("pg_hba.conf")));
    found.put("ident_file", place(settings, "ident_file", directory.resolve("pg_ident.conf")));
    return read.with(settings.with(found, SettingSource.OVERRIDE));
  }

  private static String place(ServerSettings settings, String setting, Path otherwise) {
    return given(settings, setting).orElse(otherwise).toString();
  }

  /**
   * The settings, if the configuration lets a server start.
   *
   * @throws ReportedError FATAL if it does not
   */
  public ServerSettings settings() {
    configuration
        .failure()
        .ifPresent(
            failure -> {
              throw failure.toException();
            });
    return configuration.settings();
  }
}
