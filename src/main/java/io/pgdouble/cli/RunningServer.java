package io.pgdouble.cli;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.conformance.PostmasterSignals;
import io.pgdouble.conformance.Server;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * A server under test that a command has started or found, and lets go of at its end.
 *
 * @param name for the reader of a report
 * @param address where it listens
 * @param postmasterSignals how to stop and continue its postmaster
 * @param stop what to do at the end
 */
record RunningServer(
    String name,
    InetSocketAddress address,
    Optional<PostmasterSignals> postmasterSignals,
    AutoCloseable stop)
    implements Server, AutoCloseable {

  /** A server at an address, {@code host:port}, of which nothing else is known. */
  static RunningServer at(String address) {
    URI uri = URI.create("postgres://" + address);
    InetSocketAddress socket = new InetSocketAddress(uri.getHost(), uri.getPort());
    return new RunningServer(address, socket, Optional.empty(), () -> {});
  }

  /**
   * Starts the double on a free port.
   *
   * @param major the PostgreSQL it doubles
   */
  static RunningServer pgdouble(int major) {
    PgDouble server = PgDouble.start(PgDoubleOptions.defaults().withMajor(major));
    PostmasterSignals signals =
        signal -> {
          switch (signal) {
            case STOP -> server.pausePostmaster();
            case CONTINUE -> server.resumePostmaster();
          }
        };
    return new RunningServer(
        "pgdouble",
        new InetSocketAddress("127.0.0.1", server.port()),
        Optional.of(signals),
        server);
  }

  @Override
  public void close() throws Exception {
    stop.close();
  }
}
