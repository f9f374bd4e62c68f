package io.pgdouble.conformance;

import java.io.IOException;

/**
 * A postmaster, or a backend, that is a process of this machine. A signal goes to it alone.
 *
 * @param pid the process
 */
public record ProcessSignals(long pid) implements PostmasterSignals {

  @Override
  public void send(Signal signal) {
    String name = signal.option();
    try {
      int status = new ProcessBuilder("kill", name, String.valueOf(pid)).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill " + name + " " + pid + " ended with " + status);
      }
    } catch (IOException e) {
      throw new IllegalStateException("kill cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while signalling " + pid, e);
    }
  }
}
