package io.pgdouble.cli;

import io.pgdouble.conformance.PostmasterSignals;
import io.pgdouble.conformance.Server;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * A server that a command has started, and stops again.
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

  /** Starts or finds the reference that an option names. */
  static RunningServer reference(String reference) {
    URI uri = URI.create(reference);
    InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort());
    return new RunningServer(reference, address, Optional.empty(), () -> {});
  }

  @Override
  public void close() throws Exception {
    stop.close();
  }
}
