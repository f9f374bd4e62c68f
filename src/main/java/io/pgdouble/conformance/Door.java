package io.pgdouble.conformance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Whether a server lets anybody in: asked again and again, by sessions that end at once. */
public final class Door {

  private static final int PROTOCOL = 3 << 16;
  private static final String PARAMETERS = "user\0postgres\0database\0postgres\0\0";
  private static final Duration NAP = Duration.ofMillis(10);
  private static final int SILENCE_MILLIS = 2000;

  /** What a knock may lead to. */
  public enum State {
    /** A session begins. */
    OPEN("open", 1),
    /**
     * Somebody is there, and refuses. Several times: after a crash the server refuses, then cuts
     * lines without a word for a moment, and then refuses until it has recovered. {@code
     * postmaster.c: PM_WAIT_DEAD_END}.
     */
    REFUSED("refusing", 10),
    /** Nobody listens. */
    GONE("gone", 1);

    private final String word;
    private final int times;

    State(String word, int times) {
      this.word = word;
      this.times = times;
    }

    /** The word for it in a case file. */
    public String word() {
      return word;
    }

    static State of(String word) {
      return Words.named(values(), each -> each.word, word, "no server can be");
    }
  }

  private final InetSocketAddress address;

  /** The door of the server that listens there. */
  public Door(InetSocketAddress address) {
    this.address = address;
  }

  /** Waits until the server is found so; false if it is not in time. */
  public boolean await(State state, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    int found = 0;
    while (found < state.times) {
      found = knock().filter(state::equals).isPresent() ? found + 1 : 0;
      if (System.nanoTime() > deadline) {
        return false;
      }
      Frontend.sleep(NAP);
    }
    return true;
  }

  /** Empty if somebody is there and says nothing, or cuts the line. */
  private Optional<State> knock() {
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      socket.setSoTimeout(SILENCE_MILLIS);
      return converse(socket);
    } catch (IOException e) {
      return Optional.of(State.GONE);
    }
  }

  private static Optional<State> converse(Socket socket) {
    try {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      byte[] parameters = PARAMETERS.getBytes(StandardCharsets.US_ASCII);
      out.writeInt(8 + parameters.length);
      out.writeInt(PROTOCOL);
      out.write(parameters);
      int first = socket.getInputStream().read();
      if (first != 'R') {
        return first == 'E' ? Optional.of(State.REFUSED) : Optional.empty();
      }
      out.writeByte('X');
      out.writeInt(4);
      new DataInputStream(socket.getInputStream()).readAllBytes();
      return Optional.of(State.OPEN);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
