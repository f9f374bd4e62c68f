package io.pgdouble.conformance;

/** A server that was started for somebody, and ends with him. */
public interface OwnServer extends Server, AutoCloseable {

  /** Starts servers of one kind. */
  @FunctionalInterface
  interface Starter {
    /** Starts one that is as wished for. It accepts connections when this returns. */
    OwnServer start(ServerWish wish);
  }

  @Override
  void close();
}
