package io.pgdouble.engine;

import io.pgdouble.engine.EngineHost.RoleStanding;
import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.settings.SessionSettings;
import io.pgdouble.settings.SettingsHost.Role;
import io.pgdouble.settings.StoredSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is checked before a session comes to be, and who is counted until it ends, in the order of
 * {@code postinit.c: InitPostgres}. Whatever is refused here is FATAL.
 */
final class SessionBirth {
  /** How long a closed door is waited at before it is looked at again. */
  private static final long PAUSE_MICROS = 10_000;

  private final Engine engine;
  private final SessionStart start;
  private final List<SessionCounts.Of> entered = new ArrayList<>(2);
  private boolean superuser;
  private boolean held;
  private long database;

  SessionBirth(Engine engine, SessionStart start) {
    this.engine = engine;
    this.start = start;
  }

  /** Who it is, and whether there is still room for such a one. */
  Role admittedRole(EngineHost server) {
    Role role = authenticatedRole();
    Optional<ErrorReport> reserved = server.reserved(standing(role));
    if (reserved.isPresent()) {
      throw reserved.get().toException();
    }
    return role;
  }

  private RoleStanding standing(Role role) {
    if (role.superuser()) {
      return RoleStanding.SUPERUSER;
    }
    return engine
        .roles()
        .find("pg_use_reserved_connections")
        .filter(reserved -> membership().hasPrivilegesOf(role.oid(), reserved.oid()))
        .map(reserved -> RoleStanding.USES_RESERVED_CONNECTIONS)
        .orElse(RoleStanding.ORDINARY);
  }

  private Membership membership() {
    return new Membership(engine.facts(), start.database());
  }

  /** {@code miscinit.c: InitializeSessionUserId}. */
  private Role authenticatedRole() {
    Role role =
        engine
            .roles()
            .find(start.user())
            .orElseThrow(
                () ->
                    refused(
                        SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
                        "role \"" + start.user() + "\" does not exist"));
    if (!engine.roles().mayLogIn(role)) {
      throw refused(
          SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
          "role \"" + start.user() + "\" is not permitted to log in");
    }
    int sessions = enter(role.oid(), "pg_authid");
    if (!role.superuser() && isMoreThan(engine.roles().connectionLimit(role), sessions)) {
      throw tooMany("role \"" + role.name() + "\"");
    }
    superuser = role.superuser();
    return role;
  }

  private static boolean isMoreThan(int limit, int sessions) {
    return limit >= 0 && sessions > limit;
  }

  private static ReportedError tooMany(String forWhom) {
    return refused(SqlState.TOO_MANY_CONNECTIONS, "too many connections for " + forWhom);
  }

  private int enter(long oid, String catalog) {
    SessionCounts.Of counted = new SessionCounts.Of(catalog, oid);
    entered.add(counted);
    return engine.sessions().enter(counted);
  }

  /** The session is at its end, or did not come to be. */
  void end() {
    entered.forEach(engine.sessions()::leave);
    entered.clear();
  }

  /** Whether it has to wait before it can begin. */
  boolean isHeld() {
    held = doorIsClosed();
    return held;
  }

  private boolean doorIsClosed() {
    return database(engine, start.database())
        .filter(row -> engine.doors().isClosed(row.oid("oid")))
        .isPresent();
  }

  /**
   * {@code postinit.c: GetDatabaseTuple, CheckMyDatabase}. Who was not held before came before the
   * door was closed.
   */
  void checkDatabase(Interrupts interrupts) {
    while (held && doorIsClosed()) {
      interrupts.pause(PAUSE_MICROS);
    }
    Engine.Entered entry = engine.enterDatabase(start.database()).orElseThrow(this::noDatabase);
    entered.add(entry.counted());
    FactRow row = entry.database();
    database = row.oid("oid");
    int sessions = entry.sessions();
    if (!row.bool("datallowconn")) {
      throw refused(
          SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
          "database \"" + start.database() + "\" is not currently accepting connections");
    }
    if (!superuser && isMoreThan(row.integer("datconnlimit"), sessions)) {
      throw tooMany("database \"" + start.database() + "\"");
    }
  }

  private ReportedError noDatabase() {
    ErrorReport report =
        ErrorReport.fatal(
            SqlState.UNDEFINED_DATABASE, "database \"" + start.database() + "\" does not exist");
    return held
        ? report.withDetail("It seems to have just been dropped or renamed.").toException()
        : report.toException();
  }

  /** OID of the database that was entered. */
  long database() {
    return database;
  }

  static Optional<FactRow> database(Engine engine, String name) {
    return engine.facts().table("pg_database").rows().stream()
        .filter(row -> row.text("datname").equals(name))
        .findFirst();
  }

  /**
   * {@code process_startup_options, process_settings}: the command-line options first, then what is
   * weaker.
   */
  void applySettings(SessionSettings settings) {
    try {
      start.options().ifPresent(settings::optionsAtStart);
      start.settings().forEach(one -> settings.setAtStart(one.name(), one.value()));
      if (!engine.storedSettings().isEmpty()) {
        long database = database(engine, start.database()).orElseThrow().oid("oid");
        long role = settings.identity().authenticated().oid();
        engine.storedSettings().apply(settings, new StoredSettings.Target(database, role));
      }
    } catch (ReportedError e) {
      throw e.located().withSeverity(Severity.FATAL).toException();
    }
  }

  private static ReportedError refused(SqlState state, String message) {
    return ErrorReport.fatal(state, message).toException();
  }
}
