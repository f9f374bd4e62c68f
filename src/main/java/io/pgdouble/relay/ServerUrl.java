package io.pgdouble.relay;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a server is, as {@code postgres://user:password@host:port/database?sslmode=require} tells
 * it. Manual: {@code libpq-connect § Connection URIs}.
 *
 * @param host a name or an address; a directory of Unix sockets if it begins with a slash
 * @param port 1 to 65535
 * @param user empty for none
 * @param password empty for none
 * @param database empty for none
 * @param encryption what is asked of TLS towards the server
 */
public record ServerUrl(
    String host,
    int port,
    Optional<String> user,
    Optional<String> password,
    Optional<String> database,
    Encryption encryption) {
  private static final int DEFAULT_PORT = 5432;
  private static final Set<String> SCHEMES = Set.of("postgres", "postgresql");

  /**
   * @param mode of libpq's
   * @param rootCertificate whom to trust; empty for whom the Java machine trusts
   */
  public record Encryption(SslMode mode, Optional<Path> rootCertificate) {}

  /** libpq's {@code sslmode}; here nothing is encrypted unless it is asked for. */
  public enum SslMode {
    DISABLE,
    PREFER,
    REQUIRE,
    VERIFY_CA,
    VERIFY_FULL;

    static SslMode of(String word) {
      for (SslMode mode : values()) {
        if (mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
          return mode;
        }
      }
      throw new IllegalArgumentException(
          "found sslmode=" + word + " (expected: disable prefer require verify-ca verify-full)");
    }
  }

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException if it is none of a server
   */
  public static ServerUrl of(String text) {
    URI uri = URI.create(text);
    if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
      throw new IllegalArgumentException("found " + text + " (expected: postgres://host:port)");
    }
    Map<String, String> parameters = parameters(uri);
    String host = Optional.ofNullable(uri.getHost()).orElse("localhost");
    int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    String[] login =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    return new ServerUrl(
        parameters.getOrDefault("host", host).replaceFirst("^\\[(.*)\\]$", "$1"),
        Integer.parseInt(parameters.getOrDefault("port", Integer.toString(port))),
        given(login.length > 0 ? decoded(login[0]) : parameters.get("user")),
        given(login.length > 1 ? decoded(login[1]) : parameters.get("password")),
        given(parameters.getOrDefault("dbname", database(uri))),
        new Encryption(
            SslMode.of(parameters.getOrDefault("sslmode", "disable")),
            given(parameters.get("sslrootcert")).map(Path::of)));
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isEmpty());
  }

  private static String database(URI uri) {
    return uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
  }

  private static Map<String, String> parameters(URI uri) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&")) {
        String[] parts = pair.split("=", 2);
        parameters.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Whether it is reached by a Unix socket. */
  public boolean isUnixSocket() {
    return host.startsWith("/");
  }

  /** The file of its Unix socket. */
  public Path socketFile() {
    return Path.of(host).resolve(".s.PGSQL." + port);
  }

  /** Its address by TCP, looked up now. */
  public SocketAddress tcpAddress() {
    return new InetSocketAddress(host, port);
  }

  /** For people: without the password. */
  @Override
  public String toString() {
    return isUnixSocket() ? socketFile().toString() : host + ":" + port;
  }
}
