package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session without anything around it. */
final class LoneHost implements SettingsHost {
  static final Role POSTGRES = new Role(10, "postgres", true);

  final List<ErrorReport> notices = new ArrayList<>();
  boolean inTransaction = true;
  boolean inSubtransaction;
  boolean snapshotTaken;

  static SessionSettings session(LoneHost host) {
    ServerSettings server = ServerSettings.of(io.pgdouble.facts.Facts.of(16), java.util.Map.of());
    return new SessionSettings(server, host, POSTGRES);
  }

  @Override
  public Optional<Role> role(String name) {
    return switch (name) {
      case "postgres" -> Optional.of(POSTGRES);
      case "pg_signal_backend" -> Optional.of(new Role(4200, name, false));
      default -> Optional.empty();
    };
  }

  @Override
  public boolean maySetRole(Role member, Role role) {
    return member.superuser();
  }

  @Override
  public boolean hasPrivilegesOf(Role member, Role role) {
    return member.superuser();
  }

  @Override
  public boolean isSuperuser(Role role) {
    return role.superuser();
  }

  @Override
  public boolean inTransaction() {
    return inTransaction;
  }

  @Override
  public boolean inSubtransaction() {
    return inSubtransaction;
  }

  @Override
  public boolean snapshotTaken() {
    return snapshotTaken;
  }

  @Override
  public boolean inRecovery() {
    return false;
  }

  @Override
  public void notice(ErrorReport notice) {
    notices.add(notice);
  }

  @Override
  public void seed(double seed) {}
}
