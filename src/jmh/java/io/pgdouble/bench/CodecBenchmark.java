package io.pgdouble.bench;

import io.pgdouble.message.Bind;
import io.pgdouble.message.BodyReader;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.DataRow;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.MessageDictionary;
import io.pgdouble.message.Query;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to read a frontend's message and to write a backend's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {
  private static final int HEADER = 5;

  private final byte[] query = bodyOf(new Query("SELECT $1::int + 1"));
  private final byte[] bind =
      bodyOf(new Bind("", "s", new short[0], new byte[][] {text("42")}, new short[0]));
  private final DataRow row =
      new DataRow(new byte[][] {text("1"), text("2"), text("row 1"), null, text("0.14285714")});
  private final BytesWriter out = new BytesWriter(1024);

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bodyOf(FrontendMessage message) {
    BytesWriter writer = new BytesWriter();
    writer.frontend(message);
    byte[] framed = writer.toByteArray();
    return java.util.Arrays.copyOfRange(framed, HEADER, framed.length);
  }

  @Benchmark
  public FrontendMessage reads_a_query() {
    return MessageDictionary.frontend(Query.TYPE, new BodyReader(query));
  }

  @Benchmark
  public FrontendMessage reads_a_bind() {
    return MessageDictionary.frontend(Bind.TYPE, new BodyReader(bind));
  }

  @Benchmark
  public int writes_a_row_of_five_columns() {
    out.clear(1024);
    out.backend(row);
    return out.length();
  }
}
