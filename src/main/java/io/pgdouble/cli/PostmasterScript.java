package io.pgdouble.cli;

import io.pgdouble.PgDouble;
import io.pgdouble.backend.ProcessSignal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The script {@code bin/postgres}, which holds the pid that others know and to which they send
 * their signals. A Java machine keeps SIGQUIT to itself; the script does not, and writes the name
 * of each signal as a line to our standard input. Where that ends, the script was killed, and with
 * it the postmaster.
 */
final class PostmasterScript {
  private static final String PID = "PGDOUBLE_POSTMASTER_PID";
  private static final String KEEPER = "PGDOUBLE_KEEPER";
  private static final String[] LEFT_TO_THE_SCRIPT = {"TERM", "INT", "HUP", "USR1"};

  private PostmasterScript() {}

  /** Its pid; empty where there is no script. */
  static OptionalLong pid() {
    String pid = System.getenv(PID);
    return pid == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(pid));
  }

  /** Has the server obey the script's signals from now on. */
  static void obey(PgDouble server) {
    for (String signal : LEFT_TO_THE_SCRIPT) {
      Signal.handle(new Signal(signal), SignalHandler.SIG_IGN);
    }
    if (System.getenv(KEEPER) != null) {
      return; // It is more than a script, and the server listens to it already.
    }
    Thread listener = new Thread(() -> listen(server), "signals");
    listener.setDaemon(true);
    listener.start();
  }

  private static void listen(PgDouble server) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        server.postmaster().signal(ProcessSignal.valueOf(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(1);
    }
  }
}
