package io.pgdouble.cli;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.conformance.OwnServer;
import io.pgdouble.conformance.PostmasterSignals;
import io.pgdouble.conformance.ServerWish;
import io.pgdouble.conformance.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The double as a server under test, with a Unix socket in a folder of its own. */
final class OwnDouble implements OwnServer {
  private final int major;
  private final Path directory;
  private final PgDouble server;

  private OwnDouble(int major, ServerWish wish) {
    this.major = major;
    directory = folder();
    PgDoubleOptions options =
        PgDoubleOptions.defaults().withMajor(major).withSocketDirectory(directory);
    for (Map.Entry<String, String> setting : wish.settings().entrySet()) {
      options = options.withSetting(setting.getKey(), setting.getValue());
    }
    for (String role : wish.roles()) {
      options = options.withRole(role);
    }
    server = PgDouble.start(options);
  }

  /**
   * Starts the double on a free port.
   *
   * @param major the PostgreSQL it doubles
   */
  static OwnDouble start(int major) {
    return new OwnDouble(major, ServerWish.NONE);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("pgdouble");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "pgdouble";
  }

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", server.port());
  }

  @Override
  public Optional<Path> socketDirectory() {
    return Optional.of(directory);
  }

  @Override
  public Optional<PostmasterSignals> postmasterSignals() {
    return Optional.of(this::send);
  }

  private void send(Signal signal) {
    switch (signal) {
      case STOP -> server.pausePostmaster();
      case CONTINUE -> server.resumePostmaster();
      case HUP -> server.reload();
      case TERM -> server.beginSmartStop();
      case INT -> server.beginFastStop();
      case QUIT -> server.beginImmediateStop();
      case ABRT, KILL, SEGV -> throw new UnsupportedOperationException(signal.word());
    }
  }

  @Override
  public Optional<Starter> starter() {
    return Optional.of(wish -> new OwnDouble(major, wish));
  }

  @Override
  public void close() {
    server.close();
    try {
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
