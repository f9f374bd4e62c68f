package io.pgdouble.postmaster;

import io.pgdouble.auth.AuthFileRows;
import io.pgdouble.auth.HbaFile;
import io.pgdouble.auth.HbaRules;
import io.pgdouble.auth.IdentFile;
import io.pgdouble.auth.IdentMaps;
import io.pgdouble.backend.BackendEnvironment;
import io.pgdouble.backend.EngineExpressions;
import io.pgdouble.datadir.ServerHome;
import io.pgdouble.engine.command.ServerConfiguration;
import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.log.ServerLog;
import io.pgdouble.settings.AlterSystem;
import io.pgdouble.settings.Configuration;
import io.pgdouble.settings.ConfigurationItem;
import io.pgdouble.settings.CurrentSettings;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.settings.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that configure a running server, and what became of them when they were last read.
 * {@code postmaster.c: process_pm_reload_request}.
 */
final class ConfigurationFilesInUse implements ServerConfiguration {
  private final ServerHome home;

  /** The first major that tells which file it is. */
  private static final int FIRST_WITH_PATHS = 16;

  private final CurrentSettings settings;
  private final PostmasterLog log;
  private final EncryptionInUse encryption;
  private IdentMaps maps = IdentMaps.NONE;
  private boolean served;
  private final EngineExpressions expressions = new EngineExpressions();

  /**
   * @param log the server log
   */
  ConfigurationFilesInUse(ServerHome home, CurrentSettings settings, PostmasterLog log) {
    this.home = home;
    this.settings = settings;
    this.log = log;
    this.encryption = new EncryptionInUse(settings);
  }

  /** The other files of its machine. */
  ServerFileSystem machine() {
    return home.machine();
  }

  /** A secret of the cluster. */
  byte[] mockNonce() {
    return home.mockNonce();
  }

  /** Where the server reports what it and its backends have to tell. */
  ServerLog log() {
    return log.server();
  }

  /** What the server has been given at present. */
  ServerSettings settings() {
    return settings.get();
  }

  /**
   * Reads who may connect, at the server's start.
   *
   * @throws ReportedError FATAL if that cannot be known
   */
  private HbaRules firstRules() {
    List<ErrorReport> reports = new ArrayList<>();
    Optional<HbaRules> rules = rules(reports);
    reports.forEach(log::complain);
    return rules.orElseThrow(
        () ->
            ErrorReport.fatal(SqlState.INTERNAL_ERROR, "could not load " + nameOfRules())
                .toException());
  }

  /** What whoever connects now is offered. */
  EncryptionInUse encryption() {
    return encryption;
  }

  /** Tells those who serve connections what the files say, for the first time. */
  void serve(BackendEnvironment environment) {
    environment.authenticateBy(firstRules());
    environment.mapBy(maps);
    environment.encryptBy(encryption.present());
    served = true;
  }

  /** The same when all are read again. */
  void reload(BackendEnvironment environment) {
    reload().ifPresent(environment::authenticateBy);
    environment.mapBy(maps);
    environment.encryptBy(encryption.present());
  }

  private String nameOfRules() {
    return settings.get().major() >= FIRST_WITH_PATHS
        ? settings.get().text("hba_file")
        : "pg_hba.conf";
  }

  /** Empty where the file is unfit, so that those may connect who might before. */
  private Optional<HbaRules> rules(List<ErrorReport> reports) {
    if (!settings.get().isGiven("hba_file")) {
      return Optional.of(HbaRules.trustingEverybody());
    }
    HbaFile file = HbaFile.load(home.files(), settings.get(), expressions);
    reports.addAll(file.reports());
    if (file.rules().isPresent() && settings.get().isGiven("ident_file")) {
      readMaps(reports);
    }
    return file.rules();
  }

  /** {@code postmaster.c: load_ident}; a file that is unfit leaves what was. */
  private void readMaps(List<ErrorReport> reports) {
    IdentFile file = IdentFile.load(home.files(), settings.get(), expressions);
    reports.addAll(file.reports());
    file.maps().ifPresent(read -> maps = read);
    if (file.maps().isEmpty() && served) {
      boolean named = settings.get().major() >= FIRST_WITH_PATHS;
      reports.add(notReloaded(named ? settings.get().text("ident_file") : "pg_ident.conf"));
    }
  }

  /**
   * Reads all files again.
   *
   * @return who may connect now; empty if those may who might before
   */
  private Optional<HbaRules> reload() {
    Configuration read = home.reload(settings.get());
    read.reports().forEach(log::report);
    settings.become(read.settings());
    log.reloaded();
    List<ErrorReport> reports = new ArrayList<>();
    Optional<HbaRules> rules = rules(reports);
    reports.forEach(log::report);
    if (rules.isEmpty()) {
      log.report(notReloaded(nameOfRules()));
    }
    encryption
        .reload()
        .ifPresent(
            report -> {
              log.report(report);
              log.report(notReloaded("SSL configuration"));
            });
    return rules;
  }

  private static ErrorReport notReloaded(String what) {
    return ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, what + " was not reloaded");
  }

  @Override
  public synchronized void alterSystem(AlterSystem.Edit edit) {
    List<ErrorReport> reports = new ArrayList<>();
    try {
      home.writeAutoConfiguration(
          AlterSystem.edited(home.files(), home.autoConfiguration(), edit, reports));
    } finally {
      reports.forEach(log::report);
    }
  }

  @Override
  public synchronized void alterSystemResetAll() {
    home.writeAutoConfiguration(AlterSystem.HEAD);
  }

  @Override
  public List<String> currentLogFiles() {
    String directory = settings.get().text("data_directory");
    try {
      return home.files().read(directory + "/" + ServerLog.CURRENT_FILES).lines().toList();
    } catch (UnreadableFileException e) {
      return List.of();
    }
  }

  @Override
  public boolean rotateLog() {
    return log.server().rotate();
  }

  @Override
  public List<ConfigurationItem> fileSettings() {
    return home.reload(settings.get()).items();
  }

  @Override
  public List<Map<String, Object>> authentication(AuthenticationFile file) {
    return switch (file) {
      case HBA -> hba();
      case IDENT -> ident();
    };
  }

  private List<Map<String, Object>> hba() {
    if (!settings.get().isGiven("hba_file")) {
      // A real server lets nobody in without records, and their file has a name.
      throw ErrorReport.notSimulated("pg_hba_file_rules on a server without an hba_file")
          .toException();
    }
    return AuthFileRows.hba(home.files(), settings.get(), expressions);
  }

  /** A server without the file has what initdb leaves in it: comments. */
  private List<Map<String, Object>> ident() {
    return settings.get().isGiven("ident_file")
        ? AuthFileRows.ident(home.files(), settings.get(), expressions)
        : List.of();
  }
}
