package io.pgdouble.conformance;

/** The postmaster's process, as far as a case may touch it. */
public interface PostmasterSignals {

  /** Sends it a signal. */
  void send(Signal signal);
}
