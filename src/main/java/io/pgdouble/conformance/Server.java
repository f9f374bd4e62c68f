package io.pgdouble.conformance;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** A server to play cases on. It has a superuser and a database {@code postgres}, and trusts. */
public interface Server {

  /** What it is, for the reader of a report: {@code PostgreSQL 16.9, embedded}. */
  String name();

  /** Where it listens. */
  InetSocketAddress address();

  /** How to stop and continue its postmaster alone, if that can be done from here. */
  Optional<PostmasterSignals> postmasterSignals();

  /** The folder of its Unix socket, if there is one that can be reached from here. */
  default Optional<Path> socketDirectory() {
    return Optional.empty();
  }

  /** How to steer its life, if that can be done from here. */
  default Optional<ServerControl> control() {
    return Optional.empty();
  }

  /** How to start more servers like it, if that can be done from here. */
  default Optional<OwnServer.Starter> starter() {
    return Optional.empty();
  }

  /** A server of which nothing is known but its address. */
  static Server at(String name, InetSocketAddress address) {
    return new Server() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InetSocketAddress address() {
        return address;
      }

      @Override
      public Optional<PostmasterSignals> postmasterSignals() {
        return Optional.empty();
      }
    };
  }
}
