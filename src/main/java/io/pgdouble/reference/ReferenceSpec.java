package io.pgdouble.reference;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A name of a reference server, taken apart. */
sealed interface ReferenceSpec {
  List<String> FORMS =
      List.of(
          "embedded:16 (14 to 18, or an exact version such as embedded:16.9)",
          "docker:postgres:16 (any image that behaves like the official one)",
          "postgres://user:password@host:5432/database (a server that is there)");

  Reference start();

  static ReferenceSpec parse(String spec) {
    int colon = spec.indexOf(':');
    String kind = colon < 0 ? spec : spec.substring(0, colon);
    String rest = colon < 0 ? "" : spec.substring(colon + 1);
    return switch (kind) {
      case "embedded" -> new Embedded(spec, EmbeddedVersion.of(rest));
      case "docker" -> docker(spec, rest);
      case "postgres", "postgresql" -> address(spec);
      default -> throw wrong(spec);
    };
  }

  private static ReferenceSpec docker(String spec, String image) {
    if (image.isEmpty()) {
      throw wrong(spec);
    }
    return new Docker(spec, image);
  }

  private static ReferenceSpec address(String spec) {
    try {
      URI uri = URI.create(spec);
      if (uri.getHost() == null) {
        throw wrong(spec);
      }
      String[] user = Optional.ofNullable(uri.getRawUserInfo()).orElse("postgres").split(":", 2);
      String path = Optional.ofNullable(uri.getPath()).orElse("");
      String name = decoded(user[0]);
      return new Address(
          spec,
          uri.getHost(),
          uri.getPort() < 0 ? 5432 : uri.getPort(),
          name,
          user.length > 1 ? Optional.of(decoded(user[1])) : Optional.empty(),
          path.length() > 1 ? path.substring(1) : name);
    } catch (IllegalArgumentException notAnAddress) {
      throw wrong(spec);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static ReferenceException wrong(String spec) {
    return new ReferenceException(
        "found reference \"" + spec + "\" (expected: " + String.join("; ", FORMS) + ")");
  }

  /** Binaries from Maven Central. */
  record Embedded(String spec, EmbeddedVersion version) implements ReferenceSpec {
    @Override
    public Reference start() {
      return EmbeddedReference.start(this);
    }
  }

  /** A container. */
  record Docker(String spec, String image) implements ReferenceSpec {
    @Override
    public Reference start() {
      return ContainerReference.start(this);
    }
  }

  /** A server that somebody else runs. */
  record Address(
      String spec, String host, int port, String user, Optional<String> password, String database)
      implements ReferenceSpec {
    @Override
    public Reference start() {
      return AddressReference.find(this);
    }
  }
}
