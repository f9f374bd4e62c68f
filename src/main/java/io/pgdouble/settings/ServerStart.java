package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import java.util.Optional;

/** What surrounds the settings while a server starts: no session, no transaction, no roles yet. */
final class ServerStart implements SettingsHost {
  /** Who sets the server's settings; no role of any database. */
  private static final Role NOBODY = new Role(0, "", true);

  private final SessionSettings settings;

  /** A start that begins with these settings. */
  ServerStart(ServerSettings before) {
    settings = new SessionSettings(before, this, NOBODY);
  }

  /**
   * Takes a setting of the command line.
   *
   * @return which one it is
   * @throws ReportedError FATAL, as the server refuses it
   */
  Setting take(String name, String value) {
    try {
      settings.apply(
          new Change(
              name,
              Optional.of(value),
              SettingContext.POSTMASTER,
              SettingSource.COMMAND_LINE,
              SettingScope.SESSION));
      return settings.setting(name);
    } catch (ReportedError e) {
      throw e.report().withSeverity(Severity.FATAL).toException();
    }
  }

  Object value(Setting setting) {
    return settings.value(setting);
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

  /** Nobody is there to read it. */
  @Override
  public void notice(ErrorReport notice) {}

  @Override
  public void seed(double seed) {}
}
