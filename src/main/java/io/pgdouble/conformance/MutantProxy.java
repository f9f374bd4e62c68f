package io.pgdouble.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;

/** A right server made wrong: every connection passes through a fault of its own. */
final class MutantProxy implements Server, AutoCloseable {

  private final String name;
  private final InetSocketAddress behind;
  private final Supplier<Fault> fault;
  private final ServerSocket listener;

  /**
   * Listens on a free port of this machine.
   *
   * @param behind the right server
   * @param fault makes the fault of one connection
   */
  MutantProxy(String name, InetSocketAddress behind, Supplier<Fault> fault) {
    this.name = name;
    this.behind = behind;
    this.fault = fault;
    try {
      listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket frontend = listener.accept();
        Socket backend = new Socket(behind.getAddress(), behind.getPort());
        MutantLink link = new MutantLink(frontend, backend, fault.get());
        start(link::pumpFrontend);
        start(link::pumpBackend);
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "mutant");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  @Override
  public Optional<PostmasterSignals> postmasterSignals() {
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
