package io.pgdouble.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Frontends that come in the very moment in which a server stops. */
class StopUnderLoadTest {
  private static final int ROUNDS = 60;
  private static final int FRONTENDS = 4;
  private static final int PATIENCE_MILLIS = 3000;
  private static final byte[] PARAMETERS =
      "user\0postgres\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);

  @Test
  void everybody_who_was_let_in_is_answered_or_hung_up_on() throws Exception {
    List<String> left = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      PgDouble server = PgDouble.start(PgDoubleOptions.defaults());
      List<CompletableFuture<String>> frontends = new ArrayList<>();
      for (int i = 0; i < FRONTENDS; i++) {
        frontends.add(CompletableFuture.supplyAsync(() -> knockUntilGone(server.port())));
      }
      TimeUnit.MILLISECONDS.sleep(5);
      server.stop();
      frontends.forEach(frontend -> left.add(frontend.join()));
    }
    assertThat(left).hasSize(ROUNDS * FRONTENDS).containsOnly("refused");
  }

  /** Begins sessions, one after the other, until nobody listens or nobody says anything. */
  private static String knockUntilGone(int port) {
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        knock(socket);
      } catch (SocketTimeoutException e) {
        return "left without an answer";
      } catch (IOException e) {
        return "refused";
      }
    }
  }

  private static void knock(Socket socket) throws SocketTimeoutException {
    try {
      socket.setSoTimeout(PATIENCE_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(8 + PARAMETERS.length);
      out.writeInt(3 << 16);
      out.write(PARAMETERS);
      socket.getInputStream().read();
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException hungUp) {
      // As good as an end.
    }
  }
}
