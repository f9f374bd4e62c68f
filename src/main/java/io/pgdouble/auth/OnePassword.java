package io.pgdouble.auth;

import io.pgdouble.password.Md5Secret;
import io.pgdouble.password.ScramSecret;
import io.pgdouble.settings.FilePlace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Has every frontend prove that it knows one password, whatever roles there are: where no server is
 * simulated that would keep theirs.
 */
public final class OnePassword implements RoleDirectory {
  private final AuthenticationHost host;
  private final String secret;

  /** How it is asked for. */
  public enum Way {
    CLEARTEXT(AuthMethod.PASSWORD),
    MD5(AuthMethod.MD5),
    SCRAM(AuthMethod.SCRAM_SHA_256);

    private final AuthMethod method;

    Way(AuthMethod method) {
      this.method = method;
    }
  }

  private OnePassword(AuthenticationHost host, String secret) {
    this.host = host;
    this.secret = secret;
  }

  /** How this frontend is to be authenticated. */
  public static Authenticator authenticator(ClientConnection connection, Way way, String password) {
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    byte[] salt = connection.host().random(ScramSecret.SALT_LENGTH);
    String secret =
        way == Way.SCRAM
            ? ScramSecret.of(bytes, salt, connection.host().scramIterations()).text()
            : Md5Secret.of(connection.user(), bytes);
    Host host = new Host(connection.host(), new OnePassword(connection.host(), secret));
    ClientConnection asked =
        new ClientConnection(
            connection.user(), connection.database(), connection.address(), connection.tls(), host);
    PasswordAttempt attempt = new PasswordAttempt(asked, line(way));
    return switch (way) {
      case CLEARTEXT -> new CleartextAuthenticator(attempt);
      case MD5 -> new Md5Authenticator(attempt, attempt.kept());
      case SCRAM -> new SaslAuthenticator(attempt, attempt.kept());
    };
  }

  /** What the log is told of. */
  private static HbaLine line(Way way) {
    return new HbaLine(
        new FilePlace("--password", 1),
        "host all all all " + way.method.word(),
        HbaLine.ConnectionType.HOST,
        List.of(),
        List.of(),
        new HbaAddress.All(),
        way.method,
        Map.of());
  }

  @Override
  public boolean isMember(String user, String role) {
    return host.roles().isMember(user, role);
  }

  @Override
  public Optional<RolePassword> passwordOf(String role) {
    return Optional.of(new RolePassword(Optional.of(secret), OptionalLong.empty()));
  }

  @Override
  public byte[] mockNonce() {
    return host.roles().mockNonce();
  }

  /** A server whose roles all have that password. */
  private record Host(AuthenticationHost host, RoleDirectory roles) implements AuthenticationHost {
    @Override
    public int major() {
      return host.major();
    }

    @Override
    public boolean encryptsByMd5() {
      return host.encryptsByMd5();
    }

    @Override
    public int scramIterations() {
      return host.scramIterations();
    }

    @Override
    public long now() {
      return host.now();
    }

    @Override
    public IdentMaps maps() {
      return host.maps();
    }

    @Override
    public boolean verifiesCertificates() {
      return host.verifiesCertificates();
    }

    @Override
    public Peer peer() {
      return host.peer();
    }

    @Override
    public byte[] random(int length) {
      return host.random(length);
    }
  }
}
