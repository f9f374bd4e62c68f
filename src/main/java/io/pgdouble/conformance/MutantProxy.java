package io.pgdouble.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A right server made wrong: every connection passes through a fault of its own, and what is done
 * to its processes is not always obeyed. Nobody listens here once nobody listens behind.
 */
final class MutantProxy implements OwnServer {

  private final String name;
  private final Server right;
  private final Wrong wrong;
  private final Runnable end;
  private final int port;
  private volatile ServerSocket listener;

  /**
   * What is wrong with a server.
   *
   * @param fault makes the fault of one connection
   * @param obedience how it takes what is done to its processes
   */
  record Wrong(Supplier<Fault> fault, Obedience obedience) {
    /** Nothing. */
    static final Wrong NOTHING = new Wrong(Fault::new, Obedience.FULL);
  }

  /**
   * Listens on a free port of this machine.
   *
   * @param right the server behind
   */
  MutantProxy(String name, Server right, Wrong wrong) {
    this(name, right, wrong, () -> {});
  }

  private MutantProxy(String name, Server right, Wrong wrong, Runnable end) {
    this.name = name;
    this.right = right;
    this.wrong = wrong;
    this.end = end;
    listener = listen(0);
    port = listener.getLocalPort();
    start(() -> accept(listener));
  }

  private static ServerSocket listen(int wanted) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 100);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket ear) {
    while (!ear.isClosed()) {
      try (Handover frontend = new Handover(ear.accept())) {
        frontend.to(new Socket(right.address().getAddress(), right.address().getPort()));
      } catch (IOException e) {
        close(ear);
      }
    }
  }

  /** A connection that nobody behind has taken yet. */
  private final class Handover implements AutoCloseable {
    private final Socket frontend;
    private boolean taken;

    Handover(Socket frontend) {
      this.frontend = frontend;
    }

    void to(Socket backend) throws IOException {
      MutantLink link = new MutantLink(frontend, backend, wrong.fault().get());
      taken = true;
      start(link::pumpFrontend);
      start(link::pumpBackend);
    }

    @Override
    public void close() throws IOException {
      if (!taken) {
        frontend.close();
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "mutant");
    thread.setDaemon(true);
    thread.start();
  }

  /** The server behind has been started again; perhaps nobody has noticed that it was away. */
  private void listenAgain() {
    if (listener.isClosed()) {
      listener = listen(port);
      ServerSocket ear = listener;
      start(() -> accept(ear));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Override
  public Optional<PostmasterSignals> postmasterSignals() {
    return right.postmasterSignals().map(wrong.obedience()::of);
  }

  @Override
  public Optional<ServerControl> control() {
    return right.control().map(control -> wrong.obedience().of(control, this::listenAgain));
  }

  @Override
  public Optional<Starter> starter() {
    return right.starter().map(starter -> wish -> sibling(starter.start(wish)));
  }

  private MutantProxy sibling(OwnServer started) {
    return new MutantProxy(name, started, wrong, started::close);
  }

  private static void close(ServerSocket ear) {
    try {
      ear.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    close(listener);
    end.run();
  }
}
