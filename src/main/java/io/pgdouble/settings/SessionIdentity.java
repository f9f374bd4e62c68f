package io.pgdouble.settings;

import io.pgdouble.settings.SettingsHost.Role;
import java.util.Optional;

/** Who a session is: {@code miscinit.c}, authenticated, session and current user. */
public final class SessionIdentity {
  private final Role authenticated;
  private Role sessionUser;

  /** Empty while SET ROLE is not in force. */
  private Optional<Role> role = Optional.empty();

  SessionIdentity(Role authenticated) {
    this.authenticated = authenticated;
    this.sessionUser = authenticated;
  }

  /** Who proved to be whom at the session's start. */
  public Role authenticated() {
    return authenticated;
  }

  /** {@code session_user}: changed by SET SESSION AUTHORIZATION. */
  public Role sessionUser() {
    return sessionUser;
  }

  /** {@code current_user}: changed by SET ROLE. */
  public Role currentUser() {
    return role.orElse(sessionUser);
  }

  /** Whether SET ROLE is in force. */
  boolean roleActive() {
    return role.isPresent();
  }

  void sessionUser(Role user) {
    sessionUser = user;
  }

  void role(Optional<Role> chosen) {
    role = chosen;
  }
}
