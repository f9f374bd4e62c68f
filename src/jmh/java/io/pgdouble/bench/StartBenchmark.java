package io.pgdouble.bench;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.Query;
import io.pgdouble.message.StartupMessage;
import io.pgdouble.message.Terminate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a further server costs in a JVM that has had one, as in a suite of tests. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StartBenchmark {
  /** Starts, answers one statement, stops. */
  @Benchmark
  public int starts_answers_and_stops() throws IOException {
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults())) {
      return answers(server.port());
    }
  }

  private static int answers(int port) throws IOException {
    BytesWriter out = new BytesWriter();
    out.startup(StartupMessage.of(3, 0, "user", "postgres", "database", "postgres"));
    out.frontend(new Query("SELECT 1"));
    out.frontend(new Terminate());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(out.toByteArray());
      return socket.getInputStream().readAllBytes().length;
    }
  }
}
