package io.pgdouble.backend;

import io.pgdouble.auth.AuthenticationHost;
import io.pgdouble.auth.IdentMaps;
import io.pgdouble.auth.Peer;
import io.pgdouble.auth.RoleDirectory;
import io.pgdouble.settings.ServerSettings;
import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * What authentication finds on a server.
 *
 * @param settings those of the whole server
 * @param other who is at the other end
 */
record ServerAuthentication(
    RoleDirectory roles,
    ServerSettings settings,
    IdentMaps maps,
    Supplier<Peer> other,
    SecureRandom chance)
    implements AuthenticationHost {

  /** {@code scram-common.h: SCRAM_SHA_256_DEFAULT_ITERATIONS}, where no setting says another. */
  private static final int DEFAULT_ITERATIONS = 4096;

  private static final int MAJOR_WITH_ITERATIONS = 16;

  @Override
  public int major() {
    return settings.major();
  }

  @Override
  public boolean encryptsByMd5() {
    return settings.text("password_encryption").equals("md5");
  }

  @Override
  public int scramIterations() {
    return major() >= MAJOR_WITH_ITERATIONS
        ? settings.integer("scram_iterations")
        : DEFAULT_ITERATIONS;
  }

  @Override
  public long now() {
    return WallClock.now();
  }

  @Override
  public Peer peer() {
    return other.get();
  }

  @Override
  public boolean verifiesCertificates() {
    return !settings.text("ssl_ca_file").isEmpty();
  }

  @Override
  public byte[] random(int length) {
    byte[] bytes = new byte[length];
    chance.nextBytes(bytes);
    return bytes;
  }
}
