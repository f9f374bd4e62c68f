package io.pgdouble.reference;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A server in a container. The only class that needs Testcontainers. */
final class ContainerReference implements Reference {
  private static final int PORT = 5432;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ReferenceSpec.Docker spec;
  private final GenericContainer<?> container;
  private final String version;

  private ContainerReference(
      ReferenceSpec.Docker spec, GenericContainer<?> container, String version) {
    this.spec = spec;
    this.container = container;
    this.version = version;
  }

  static Reference start(ReferenceSpec.Docker spec) {
    try {
      return startContainer(spec);
    } catch (IllegalStateException | org.testcontainers.containers.ContainerLaunchException e) {
      throw new ReferenceException("cannot start " + spec.spec(), e);
    }
  }

  private static Reference startContainer(ReferenceSpec.Docker spec) {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(spec.image()))
            .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
            .withEnv("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8 -E UTF8")
            .withEnv("TZ", "UTC")
            .withExposedPorts(PORT)
            .waitingFor(Wait.forListeningPort().withStartupTimeout(PATIENCE));
    container.start();
    ReferenceSpec.Address address =
        new ReferenceSpec.Address(
            spec.spec(),
            container.getHost(),
            container.getMappedPort(PORT),
            "postgres",
            Optional.empty(),
            "postgres");
    try (ServerConnection connection = ServerConnection.openPatiently(address, PATIENCE)) {
      return new ContainerReference(spec, container, connection.parameter("server_version"));
    }
  }

  @Override
  public String spec() {
    return spec.spec();
  }

  @Override
  public String host() {
    return container.getHost();
  }

  @Override
  public int port() {
    return container.getMappedPort(PORT);
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  public Optional<String> password() {
    return Optional.empty();
  }

  @Override
  public String database() {
    return "postgres";
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public OptionalLong postmasterPid() {
    return OptionalLong.empty();
  }

  @Override
  public Optional<Path> dataDirectory() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> socketDirectory() {
    return Optional.empty();
  }

  @Override
  public void close() {
    container.stop();
  }
}
