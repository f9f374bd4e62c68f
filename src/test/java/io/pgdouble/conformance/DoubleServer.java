package io.pgdouble.conformance;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import java.net.InetSocketAddress;
import java.util.Optional;

/** The double, started for a test. */
record DoubleServer(PgDouble running) implements Server, AutoCloseable {

  static DoubleServer start() {
    return new DoubleServer(PgDouble.start(PgDoubleOptions.defaults()));
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
  public Optional<PostmasterSignals> postmasterSignals() {
    return Optional.of(this::send);
  }

  private void send(Signal signal) {
    switch (signal) {
      case STOP -> running.pausePostmaster();
      case CONTINUE -> running.resumePostmaster();
    }
  }

  @Override
  public void close() {
    running.close();
  }
}
