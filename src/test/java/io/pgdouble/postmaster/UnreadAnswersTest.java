package io.pgdouble.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.Bind;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.DataRow;
import io.pgdouble.message.Execute;
import io.pgdouble.message.Parse;
import io.pgdouble.message.ReadyForQuery;
import io.pgdouble.message.Sync;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A frontend that asks for much and reads nothing of it for a while. */
class UnreadAnswersTest {
  private static final int QUERIES = 9000;
  private static final int NEIGHBOURS = 8;

  @Test
  void nobody_else_sees_what_it_does_not_read_and_nothing_of_it_is_lost() throws Exception {
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults());
        RawFrontend idle = RawFrontend.inSession(server.port())) {
      idle.send(new Parse("s", "SELECT '" + "x".repeat(5000) + "'", new int[0]), new Sync());
      idle.untilReady();
      CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> idle.write(pipeline()));
      TimeUnit.MILLISECONDS.sleep(300);

      for (int i = 0; i < NEIGHBOURS; i++) {
        answersOne(server.port());
      }

      assertThat(rows(idle)).isEqualTo(QUERIES);
      asked.join();
    }
  }

  private static byte[] pipeline() {
    BytesWriter out = new BytesWriter();
    for (int i = 0; i < QUERIES; i++) {
      out.frontend(new Bind("", "s", new short[0], new byte[0][], new short[0]));
      out.frontend(new Execute("", 0));
    }
    out.frontend(new Sync());
    return out.toByteArray();
  }

  private static void answersOne(int port) {
    try (RawFrontend neighbour = RawFrontend.inSession(port)) {
      neighbour.query("SELECT 1");
      assertThat(neighbour.untilReady())
          .extracting(BackendMessage::type)
          .containsExactly('T', 'D', 'C', 'Z');
    }
  }

  private static int rows(RawFrontend frontend) {
    int rows = 0;
    BackendMessage message = frontend.read();
    while (!(message instanceof ReadyForQuery)) {
      rows += message instanceof DataRow row && row.values()[0].length == 5000 ? 1 : 0;
      message = frontend.read();
    }
    return rows;
  }
}
