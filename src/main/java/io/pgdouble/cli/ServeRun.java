package io.pgdouble.cli;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.datadir.ServerFiles;
import io.pgdouble.error.ReportedError;
import io.pgdouble.postmaster.StartFailure;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import sun.misc.Signal;

/** The run of a server from its start to the signal that stops it. */
final class ServeRun {

  /** SIGQUIT is not among them: the Java machine keeps it to itself. */
  private static final List<ProcessSignal> OBEYED =
      List.of(ProcessSignal.TERM, ProcessSignal.INT, ProcessSignal.HUP, ProcessSignal.USR1);

  private ServeRun() {}

  /**
   * Returns when the server has stopped.
   *
   * @return the exit status: 0, or 1 where it could not start, which {@code err} is told
   */
  static int run(PgDoubleOptions options, PrintStream out, PrintStream err) {
    return run(console -> PgDouble.startInProcessOfItsOwn(options, console), out, err);
  }

  /**
   * The same with a server that is started in its own way.
   *
   * @param start is given where the server's log goes
   */
  static int run(Function<Consumer<String>, PgDouble> start, PrintStream out, PrintStream err) {
    PgDouble server;
    try {
      server = start.apply(text -> write(err, text));
    } catch (StartFailure e) {
      return 1;
    } catch (ReportedError e) {
      err.println(e.report());
      return 1;
    }
    stopOnSignals(server);
    out.println("pgdouble is ready to accept connections: " + server.url());
    out.flush();
    return await(server);
  }

  /**
   * Runs a server on a data directory, without a word of its own.
   *
   * @return the exit status: 0
   * @throws ReportedError FATAL where it could not start
   * @throws StartFailure for the same, once it has said why
   */
  static int run(PgDoubleOptions options, ServerFiles files, PrintStream err) {
    PgDouble server = PgDouble.startInProcessOfItsOwn(options, files, text -> write(err, text));
    if (PostmasterScript.pid().isPresent()) {
      PostmasterScript.obey(server);
    } else {
      stopOnSignals(server);
    }
    return await(server);
  }

  /** The server log goes where {@code postgres} writes it. */
  private static void write(PrintStream err, String text) {
    err.print(text);
    err.flush();
  }

  private static int await(PgDouble server) {
    server.awaitLastSession();
    server.stop();
    return 0;
  }

  /** A second signal may ask for more haste, as with {@code postgres}. */
  private static void stopOnSignals(PgDouble server) {
    for (ProcessSignal signal : OBEYED) {
      Signal.handle(new Signal(signal.name()), s -> server.postmaster().signal(signal));
    }
  }
}
