package io.pgdouble.session;

import io.pgdouble.engine.Engine;
import io.pgdouble.engine.EngineOptions;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.Bind;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.Execute;
import io.pgdouble.message.Parse;
import io.pgdouble.message.Query;
import io.pgdouble.message.Sync;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a statement costs in session and engine, its answer written as bytes, without a socket. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SessionBenchmark {
  private static final int BUFFER = 4096;

  private final BytesWriter out = new BytesWriter(BUFFER);
  private final Query selectOne = new Query("SELECT 1");
  private final Bind bind =
      new Bind(
          "",
          "s",
          new short[0],
          new byte[][] {"41".getBytes(StandardCharsets.UTF_8)},
          new short[0]);
  private final Execute execute = new Execute("", 0);
  private final Sync sync = new Sync();
  private Session session;

  /** Opens a session with one prepared statement. */
  @Setup
  public void open() {
    Engine engine = new Engine(new EngineOptions(16, "postgres", Map.of()));
    SessionStart start = new SessionStart("postgres", "postgres", Optional.empty(), List.of());
    session = new Session(engine, new FakeHost(), start, new Bytes(out));
    session.start();
    session.ready();
    session.receive(new Parse("s", "SELECT $1::int + 1", new int[0]));
    session.receive(sync);
  }

  @Benchmark
  public int answers_a_simple_query() {
    session.receive(selectOne);
    return taken();
  }

  @Benchmark
  public int answers_a_prepared_statement() {
    session.receive(bind);
    session.receive(execute);
    session.receive(sync);
    return taken();
  }

  private int taken() {
    int length = out.length();
    out.clear(BUFFER);
    return length;
  }

  private record Bytes(BytesWriter out) implements BackendSink {
    @Override
    public void send(BackendMessage message) {
      out.backend(message);
    }

    @Override
    public void flush() {}

    @Override
    public void clientEncoding(ClientEncoding encoding) {
      out.encoding(encoding);
    }

    @Override
    public void end() {}
  }
}
