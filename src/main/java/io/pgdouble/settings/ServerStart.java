package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import java.util.Optional;

/** What surrounds the settings while a server starts: no session, no transaction, no roles yet. */
final class ServerStart implements SettingsHost {
  /** Who sets the server's settings; no role of any database. */
  static final Role NOBODY = new Role(0, "", true);

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
