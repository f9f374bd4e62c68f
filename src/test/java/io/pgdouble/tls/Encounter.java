package io.pgdouble.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** A frontend meets a server: what it hears, and what the server's log says of it. */
final class Encounter {
  /** How often it is tried to hear last words that get lost where both talk at once. */
  private static final int TRIES = 30;

  /** What was heard where it was lost each time. */
  private static final String LOST = "lost";

  private Encounter() {}

  /** What a frontend does. */
  interface Conduct {
    void with(TlsFrontend frontend) throws IOException;
  }

  /** It hears the same from both servers, and they log the same. */
  static void agree(TlsServers servers, Conduct conduct) throws IOException, InterruptedException {
    String theirs = told(servers.reference().port(), conduct);
    String heard = told(servers.ours().port(), conduct);
    if (!theirs.equals(LOST) && !heard.equals(LOST)) {
      assertThat(heard).isEqualTo(theirs);
    }
    assertThat(logged(servers.ours().port(), conduct, servers::ourLog))
        .isEqualTo(logged(servers.reference().port(), conduct, servers::referenceLog));
  }

  static String told(int port, Conduct conduct) throws IOException {
    for (int i = 0; ; i++) {
      try (TlsFrontend frontend = new TlsFrontend(port)) {
        conduct.with(frontend);
        if (!frontend.wasCutOff()) {
          return frontend.heard();
        }
      }
      if (i == TRIES) {
        return LOST;
      }
    }
  }

  /** Lines of what happened to a port, up to the next who connects. */
  private static List<String> logged(int port, Conduct conduct, Supplier<List<String>> log)
      throws IOException, InterruptedException {
    awaitNobody(port, log, log.get().size());
    int before = log.get().size();
    try (TlsFrontend frontend = new TlsFrontend(port)) {
      conduct.with(frontend);
    }
    awaitNobody(port, log, before);
    return log.get().stream()
        .skip(before)
        .filter(line -> !line.contains("connection received") && !line.contains("nobody"))
        .filter(line -> !line.contains("method=trust"))
        .map(line -> line.replaceAll("[^ ]*/pg_hba.conf", "pg_hba.conf"))
        .map(line -> line.replaceAll("\"[^\"]*pg_hba.conf\"", "pg_hba.conf"))
        .toList();
  }

  /** What somebody has left in the log is there before the next who connects. */
  private static void awaitNobody(int port, Supplier<List<String>> log, int before)
      throws IOException, InterruptedException {
    Thread.sleep(30);
    told(
        port,
        last -> {
          last.say(TlsFrontend.packet(3 << 16, "user\0nobody\0\0"));
          last.hearMessages();
        });
    for (int i = 0; i < 200 && !isOver(log.get(), before); i++) {
      Thread.sleep(20);
    }
  }

  private static boolean isOver(List<String> lines, int from) {
    return lines.stream().skip(from).anyMatch(line -> line.contains("\"nobody\" does not exist"));
  }
}
