package io.pgdouble.conformance;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The double, started for a test, with a Unix socket in that directory. */
record DoubleServer(PgDouble running, Path directory) implements OwnServer {

  static DoubleServer start() {
    return start(ServerWish.NONE);
  }

  private static DoubleServer start(ServerWish wish) {
    Path directory = folder();
    PgDoubleOptions options = PgDoubleOptions.defaults().withSocketDirectory(directory);
    for (Map.Entry<String, String> setting : wish.settings().entrySet()) {
      options = options.withSetting(setting.getKey(), setting.getValue());
    }
    for (String role : wish.roles()) {
      options = options.withRole(role);
    }
    return new DoubleServer(PgDouble.start(options), directory);
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
    return new InetSocketAddress("127.0.0.1", running.port());
  }

  @Override
  public Optional<Path> socketDirectory() {
    return Optional.of(directory);
  }

  @Override
  public Optional<PostmasterSignals> postmasterSignals() {
    return Optional.of(this::send);
  }

  @Override
  public Optional<Starter> starter() {
    return Optional.of(DoubleServer::start);
  }

  private void send(Signal signal) {
    switch (signal) {
      case STOP -> running.pausePostmaster();
      case CONTINUE -> running.resumePostmaster();
      case HUP -> running.reload();
      case TERM -> running.beginSmartStop();
      case INT -> running.beginFastStop();
      case QUIT -> running.beginImmediateStop();
      case ABRT, KILL, SEGV -> throw new UnsupportedOperationException(signal.word());
    }
  }

  @Override
  public void close() {
    running.close();
    try {
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
