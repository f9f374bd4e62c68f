package io.pgdouble.reference;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A server in a container. The only class that needs Testcontainers. */
final class ContainerReference implements Reference {
  private static final int PORT = 5432;
  private static final String HERE = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ReferenceSpec.Address address;
  private final GenericContainer<?> container;
  private final String version;

  private ContainerReference(
      ReferenceSpec.Address address, GenericContainer<?> container, String version) {
    this.address = address;
    this.container = container;
    this.version = version;
  }

  static Reference start(ReferenceSpec.Docker spec) {
    try {
      have(spec.image());
      return startContainer(spec);
    } catch (RuntimeException e) {
      // Testcontainers and its libraries each have exceptions of their own.
      throw e instanceof ReferenceException
          ? e
          : new ReferenceException("cannot start " + spec.spec(), e);
    }
  }

  /** Pulls an image that is not there; once, where Testcontainers would try for two minutes. */
  private static void have(String image) {
    DockerClient engine = DockerClientFactory.lazyClient();
    try {
      engine.inspectImageCmd(image).exec();
    } catch (NotFoundException notHere) {
      pull(engine, image);
    }
  }

  private static void pull(DockerClient engine, String image) {
    try {
      engine.pullImageCmd(image).start().awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReferenceException("interrupted", e);
    }
  }

  private static Reference startContainer(ReferenceSpec.Docker spec) {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(spec.image()))
            .withImagePullPolicy(name -> false)
            .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
            .withEnv("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8 -E UTF8")
            .withEnv("TZ", "UTC")
            .withExposedPorts(PORT)
            .waitingFor(
                Wait.forLogMessage(".*ready to accept connections.*", 1)
                    .withStartupTimeout(PATIENCE));
    container.start();
    String host = host(container);
    ReferenceSpec.Address address =
        new ReferenceSpec.Address(
            spec.spec(),
            host,
            container.getMappedPort(PORT),
            "postgres",
            Optional.empty(),
            "postgres");
    // The official image's server starts twice; only the second time it listens on a port.
    try (ServerConnection connection = ServerConnection.openPatiently(address, PATIENCE)) {
      return new ContainerReference(address, container, connection.parameter("server_version"));
    } catch (ReferenceException e) {
      container.stop();
      throw e;
    }
  }

  /**
   * Where the engine publishes the container's port. It is asked of Testcontainers only where it is
   * not here, because in a container that answer takes an image of its own.
   */
  private static String host(GenericContainer<?> container) {
    try (Socket here = new Socket(HERE, container.getMappedPort(PORT))) {
      return here.isConnected() ? HERE : container.getHost();
    } catch (IOException notHere) {
      return container.getHost();
    }
  }

  @Override
  public String spec() {
    return address.spec();
  }

  @Override
  public String host() {
    return address.host();
  }

  @Override
  public int port() {
    return address.port();
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
