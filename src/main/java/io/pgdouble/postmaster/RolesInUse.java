package io.pgdouble.postmaster;

import io.pgdouble.auth.RoleDirectory;
import io.pgdouble.auth.RolePassword;
import io.pgdouble.engine.Engine;
import io.pgdouble.engine.EngineOptions;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The cluster's roles, as authentication asks for them: those of the engine, or, where somebody
 * else answers the frontends, those the server was given, without passwords.
 */
final class RolesInUse implements RoleDirectory {
  private final EngineOptions options;
  private final byte[] mockNonce;
  private volatile Optional<Engine> engine = Optional.empty();

  RolesInUse(EngineOptions options, byte[] mockNonce) {
    this.options = options;
    this.mockNonce = mockNonce;
  }

  /** From now on that engine knows them. */
  void areThoseOf(Engine others) {
    engine = Optional.of(others);
  }

  @Override
  public boolean isMember(String user, String role) {
    return engine
        .map(roles -> roles.isMember(user, role))
        .orElseGet(() -> user.equals(role) && options.hasRole(user));
  }

  @Override
  public Optional<RolePassword> passwordOf(String role) {
    if (engine.isEmpty()) {
      return options.hasRole(role)
          ? Optional.of(new RolePassword(Optional.empty(), OptionalLong.empty()))
          : Optional.empty();
    }
    return engine
        .get()
        .passwordOf(role)
        .map(stored -> new RolePassword(stored.secret(), stored.validUntil()));
  }

  @Override
  public byte[] mockNonce() {
    return mockNonce.clone();
  }
}
