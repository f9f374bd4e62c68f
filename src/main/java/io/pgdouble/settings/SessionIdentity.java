package io.pgdouble.settings;

import io.pgdouble.settings.SettingsHost.Role;
import java.util.Optional;
import java.util.function.Supplier;

/** Who a session is: {@code miscinit.c}, authenticated, session and current user. */
public final class SessionIdentity {
  private final Role authenticated;
  private Role sessionUser;

  /** Empty while SET ROLE is not in force. */
  private Optional<Role> role = Optional.empty();

  /** Whose function is running, if it does what its owner may. */
  private Optional<Role> definer = Optional.empty();

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

  /** {@code current_user}: changed by SET ROLE, and within SECURITY DEFINER functions. */
  public Role currentUser() {
    return definer.orElseGet(() -> role.orElse(sessionUser));
  }

  /** Does something as somebody ({@code miscinit.c: SetUserIdAndSecContext}). */
  public <T> T acting(Role user, Supplier<T> work) {
    Optional<Role> before = definer;
    definer = Optional.of(user);
    try {
      return work.get();
    } finally {
      definer = before;
    }
  }

  /** {@code InLocalUserIdChange}: SET ROLE would mean nothing now. */
  boolean isActing() {
    return definer.isPresent();
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
