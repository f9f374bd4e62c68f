package io.pgdouble.cli;

import io.pgdouble.conformance.OwnServer;
import io.pgdouble.conformance.PostmasterSignals;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * A server under test that somebody else runs, and of which nothing is known but its address.
 *
 * @param name for the reader of a report
 */
record FoundServer(String name, InetSocketAddress address) implements OwnServer {

  /** A server at an address, {@code host:port}. */
  static FoundServer at(String address) {
    URI uri = URI.create("postgres://" + address);
    return new FoundServer(address, new InetSocketAddress(uri.getHost(), uri.getPort()));
  }

  @Override
  public Optional<PostmasterSignals> postmasterSignals() {
    return Optional.empty();
  }

  /** It stays. */
  @Override
  public void close() {}
}
