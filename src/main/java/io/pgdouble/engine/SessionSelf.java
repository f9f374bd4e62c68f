package io.pgdouble.engine;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.command.TemporaryRelations;
import io.pgdouble.engine.function.SessionFacts;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.SettingsHost.Role;
import java.util.List;
import java.util.Optional;

/** Who a session is, for the session information functions. */
final class SessionSelf implements SessionFacts {
  private final EngineSession session;

  SessionSelf(EngineSession session) {
    this.session = session;
  }

  /** The text of the server whose facts were learned, with its version of today. */
  @Override
  public String versionText() {
    return EngineOptions.versionText(session.settings().text("server_version"));
  }

  @Override
  public String database() {
    return session.start().database();
  }

  @Override
  public String currentUser() {
    return name(session.settings().identity().currentUser());
  }

  @Override
  public String sessionUser() {
    return name(session.settings().identity().sessionUser());
  }

  @Override
  public Optional<String> systemUser() {
    return session.host().systemUser();
  }

  /** {@code miscinit.c: GetUserNameFromId}: a role may have got another name since. */
  private String name(Role role) {
    return role.oid() == Membership.BOOTSTRAP_SUPERUSER
        ? role.name()
        : session
            .changes()
            .facts()
            .table("pg_roles")
            .byOid(role.oid())
            .map(row -> row.text("rolname"))
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_OBJECT, "invalid role OID: " + role.oid()));
  }

  @Override
  public boolean isSuperuser() {
    return session.isSuperuser(session.settings().identity().currentUser());
  }

  @Override
  public boolean hasPrivilegesOf(String role) {
    return session.hasPrivilegesOf(role);
  }

  @Override
  public int backendPid() {
    return session.host().pid();
  }

  @Override
  public Optional<String> clientAddress() {
    return session.host().clientAddress().map(NetworkAddress::host);
  }

  @Override
  public Optional<Integer> clientPort() {
    return session.host().clientAddress().map(NetworkAddress::port);
  }

  @Override
  public Optional<String> serverAddress() {
    return session.host().serverAddress().map(NetworkAddress::host);
  }

  @Override
  public Optional<Integer> serverPort() {
    return session.host().serverAddress().map(NetworkAddress::port);
  }

  @Override
  public long postmasterStartTime() {
    return session.host().server().postmasterStart();
  }

  @Override
  public long configurationLoadTime() {
    return session.host().server().postmasterStart();
  }

  @Override
  public String logDirectory() {
    return session.engine().settings().text("log_directory");
  }

  @Override
  public String currentQuery() {
    return session.activity().query();
  }

  @Override
  public Optional<String> temporarySchema() {
    return session.temporary().schema();
  }

  @Override
  public List<String> schemas(ImplicitSchemas implicit) {
    new TemporaryRelations(session).makePending();
    return switch (implicit) {
      case INCLUDED -> session.searchPath().schemas();
      case EXCLUDED -> session.searchPath().named();
    };
  }
}
