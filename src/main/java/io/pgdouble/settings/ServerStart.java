package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.settings.ServerSettings.Given;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What surrounds the settings while the server itself sets them: no session, no transaction, no
 * roles yet.
 */
final class ServerStart implements SettingsHost {
  /** Who sets the server's settings; no role of any database. */
  private static final Role NOBODY = new Role(0, "", true);

  private final ServerSettings before;
  private final SessionSettings settings;
  private final Map<Setting, Given> given;
  private final Set<Setting> pendingRestart;

  /** A start that begins with these settings. */
  ServerStart(ServerSettings before) {
    this.before = before;
    settings = new SessionSettings(before, this, NOBODY);
    given = before.given();
    pendingRestart = before.pendingRestart();
  }

  /** What the server has now. */
  ServerSettings result() {
    return new ServerSettings(before, given, pendingRestart);
  }

  /**
   * Takes a setting from elsewhere than a file.
   *
   * @throws ReportedError FATAL, as the server refuses it
   */
  void takeOrDie(String name, String value, SettingSource source) {
    try {
      take(name, value, source, Optional.empty());
    } catch (ReportedError e) {
      throw e.report().withSeverity(Severity.FATAL).toException();
    }
  }

  /**
   * Takes a setting of a configuration file.
   *
   * @throws ReportedError as the server refuses it
   */
  void take(String name, String value, FilePlace place) {
    take(name, value, SettingSource.FILE, Optional.of(place));
  }

  private void take(String name, String value, SettingSource source, Optional<FilePlace> place) {
    settings.apply(change(name, value, source));
    Setting setting = settings.setting(name);
    if (settings.source(setting) == source) {
      given.remove(setting);
      given.put(setting, new Given(settings.value(setting), source, place));
    }
  }

  private static Change change(String name, String value, SettingSource source) {
    return new Change(
        name, Optional.of(value), SettingContext.POSTMASTER, source, SettingScope.SESSION);
  }

  /**
   * Compares a setting of a configuration file, which only a restart could change, with what it is.
   *
   * @throws ReportedError if they differ, or if it is no value at all
   */
  void compare(Setting setting, ConfigurationItem item) {
    String name = item.name().orElseThrow();
    Object wanted =
        CheckedValue.of(
            settings, setting, change(name, item.value().orElseThrow(), SettingSource.FILE));
    if (!wanted.equals(settings.value(setting))) {
      pendingRestart.add(setting);
      throw SettingErrors.needsRestart(name).toException();
    }
    pendingRestart.remove(setting);
    Given known = given.get(setting);
    if (known != null && known.source() == SettingSource.FILE) {
      given.put(setting, new Given(known.value(), known.source(), item.place()));
    }
  }

  /** What configuration gave before is gone from it, unless only a restart could tell. */
  void forget(Setting setting) {
    given.remove(setting);
  }

  /** A setting whose line is gone, but which only a restart could change. */
  void awaitRestart(Setting setting) {
    pendingRestart.add(setting);
  }

  /** A setting whose configuration agrees again with what it is. */
  void isAsConfigured(Setting setting) {
    pendingRestart.remove(setting);
  }

  Optional<Setting> find(String name) {
    return settings.findSetting(name);
  }

  /** As {@code GetConfigOption} has it; empty where there is no such setting yet. */
  String text(String name) {
    return find(name).map(setting -> ValueText.plain(setting, settings.value(setting))).orElse("");
  }

  @Override
  public Optional<Role> role(String name) {
    return Optional.empty();
  }

  @Override
  public boolean maySetRole(Role member, Role role) {
    return false;
  }

  @Override
  public boolean hasPrivilegesOf(Role member, Role role) {
    return false;
  }

  @Override
  public boolean isSuperuser(Role role) {
    return role.superuser();
  }

  @Override
  public boolean inTransaction() {
    return false;
  }

  @Override
  public boolean inSubtransaction() {
    return false;
  }

  @Override
  public boolean snapshotTaken() {
    return false;
  }

  @Override
  public boolean inRecovery() {
    return false;
  }

  /** Nobody is there to read it. */
  @Override
  public void notice(ErrorReport notice) {}

  @Override
  public void seed(double seed) {}
}
