package io.pgdouble.relay;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final int GREATEST_PORT = 65_535;
  private static final Set<String> SCHEMES = Set.of("postgres", "postgresql");
  private static final List<String> PARAMETERS =
      List.of("dbname", "host", "password", "port", "sslmode", "sslrootcert", "user");

  /** A host, whose name may have characters that Java's URIs do not know, and a port. */
  private static final Pattern PLACE = Pattern.compile("(\\[[^]]*]|[^:,]*)(?::(\\d*))?");

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
    URI uri = uri(text);
    if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
      throw new IllegalArgumentException("found " + text + " (expected: postgres://host:port)");
    }
    Map<String, String> parameters = parameters(uri);
    String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
    int at = authority.lastIndexOf('@');
    String[] login = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
    Matcher place = place(authority.substring(at + 1));
    String host = parameters.getOrDefault("host", decoded(place.group(1)));
    return new ServerUrl(
        host.isEmpty() ? "localhost" : host(host),
        port(parameters.getOrDefault("port", place.group(2))),
        given(login.length > 0 ? decoded(login[0]) : parameters.get("user")),
        given(login.length > 1 ? decoded(login[1]) : parameters.get("password")),
        given(parameters.getOrDefault("dbname", database(uri))),
        new Encryption(
            SslMode.of(parameters.getOrDefault("sslmode", "disable")),
            given(parameters.get("sslrootcert")).map(Path::of)));
  }

  /** The message of a failure does not hold the password. */
  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "found no URL: %s at character %d (expected: postgres://host:port, with %% and two digits"
                  .formatted(e.getReason(), e.getIndex() + 1)
              + " for what may not stand there)",
          e);
    }
  }

  private static Matcher place(String text) {
    Matcher place = PLACE.matcher(text);
    if (!place.matches()) {
      throw new IllegalArgumentException(
          "found " + text + " (expected: one host, and perhaps :port)");
    }
    return place;
  }

  private static String host(String text) {
    if (text.contains(",")) {
      throw new IllegalArgumentException("found " + text + " (expected: one host)");
    }
    return text.replaceFirst("^\\[(.*)\\]$", "$1");
  }

  private static int port(String text) {
    if (text == null || text.isEmpty()) {
      return DEFAULT_PORT;
    }
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > GREATEST_PORT) {
      throw new IllegalArgumentException("found port " + text + " (expected: 1 to 65535)");
    }
    return port;
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
        parameters.put(known(decoded(parts[0])), parts.length < 2 ? "" : decoded(parts[1]));
      }
    }
    return parameters;
  }

  private static String known(String parameter) {
    if (!PARAMETERS.contains(parameter)) {
      throw new IllegalArgumentException(
          "found ?%s in the URL (expected: %s)".formatted(parameter, String.join(" ", PARAMETERS)));
    }
    return parameter;
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
