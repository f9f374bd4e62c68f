package io.pgdouble.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.type.ReferenceValues.Answer;
import java.io.IOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Values nobody thought of, from a fixed seed: their bytes go to a real server and to us. */
class GeneratedValuesAgreeWithTheReferenceTest {
  private static final String SEED = "20000101";
  private static final TypeEnvironment ENVIRONMENT = StandardTypeEnvironment.INSTANCE;
  private static ReferenceValues reference;

  @BeforeContainer
  static void connect() throws IOException {
    reference = ReferenceValues.open();
  }

  @AfterContainer
  static void disconnect() throws IOException {
    reference.close();
  }

  @Property(tries = 1500, seed = SEED)
  void a_float8_is_written_as_the_server_writes_it(@ForAll long bits) throws IOException {
    agree(TypeOid.FLOAT8, new BinaryWriter(8).int64(bits).toBytes());
  }

  @Property(tries = 1500, seed = SEED)
  void a_float4_is_written_as_the_server_writes_it(@ForAll int bits) throws IOException {
    agree(TypeOid.FLOAT4, new BinaryWriter(4).int32(bits).toBytes());
  }

  @Property(tries = 1000, seed = SEED)
  void a_timestamp_is_written_as_the_server_writes_it(@ForAll long micros) throws IOException {
    agree(TypeOid.TIMESTAMP, new BinaryWriter(8).int64(micros).toBytes());
    agree(TypeOid.TIMESTAMPTZ, new BinaryWriter(8).int64(micros >> 5).toBytes());
  }

  @Property(tries = 1000, seed = SEED)
  void a_date_is_written_as_the_server_writes_it(@ForAll int days) throws IOException {
    agree(TypeOid.DATE, new BinaryWriter(4).int32(days).toBytes());
  }

  @Property(tries = 1000, seed = SEED)
  void an_interval_is_written_as_the_server_writes_it(
      @ForAll int months, @ForAll int days, @ForAll long micros) throws IOException {
    BinaryWriter body = new BinaryWriter(16).int64(micros).int32(days).int32(months);
    agree(TypeOid.INTERVAL, body.toBytes());
  }

  @Property(tries = 1000, seed = SEED)
  void a_text_of_json_is_read_as_the_server_reads_it(@ForAll("almostJson") String text)
      throws IOException {
    assertThat(OurValues.ask(TypeOid.JSONB, text, ENVIRONMENT))
        .isEqualTo(reference.ask(TypeOid.JSONB, text));
  }

  @Provide
  Arbitrary<String> almostJson() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"b\\u00e9\"",
            "1",
            "-2.50",
            "1e3",
            "true",
            "null",
            " ",
            "\n",
            "x",
            "\"",
            "{}",
            "[1,2]",
            "\"k\":")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 1000, seed = SEED)
  void a_text_of_an_array_is_read_as_the_server_reads_it(@ForAll("almostAnArray") String text)
      throws IOException {
    assertThat(OurValues.ask(TypeOid.TEXT_ARRAY, text, ENVIRONMENT))
        .isEqualTo(reference.ask(TypeOid.TEXT_ARRAY, text));
  }

  @Provide
  Arbitrary<String> almostAnArray() {
    return Arbitraries.of("{", "}", ",", "a", "\"b c\"", "NULL", " ", "\\", "\"", "{1,2}", "[0:1]=")
        .list()
        .ofMaxSize(7)
        .map(parts -> "{" + String.join("", parts) + "}");
  }

  @Property(tries = 2000, seed = SEED)
  void a_text_of_a_moment_is_read_as_the_server_reads_it(@ForAll("almostAMoment") String text)
      throws IOException {
    assertThat(OurValues.ask(TypeOid.TIMESTAMPTZ, text, ENVIRONMENT))
        .isEqualTo(reference.ask(TypeOid.TIMESTAMPTZ, text));
    assertThat(OurValues.ask(TypeOid.INTERVAL, text, ENVIRONMENT))
        .isEqualTo(reference.ask(TypeOid.INTERVAL, text));
  }

  @Provide
  Arbitrary<String> almostAMoment() {
    return Arbitraries.of(
            "2024-01-15",
            "12:34",
            "1:2:3.5",
            "Jan",
            "5",
            "2023",
            "15",
            "+02",
            "-8",
            "EST",
            "PM",
            "BC",
            "Europe/Berlin",
            "T",
            "J",
            "20240115",
            "123456",
            ".5",
            "mon",
            "day",
            "1",
            "-",
            "01/02/2003",
            "ago",
            "Feb",
            "08-Jan-1999",
            "1.5",
            "hours",
            "P1Y",
            "100")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .flatMap(parts -> Arbitraries.of(" ", "").map(gap -> String.join(gap, parts)));
  }

  private static void agree(int oid, byte[] body) throws IOException {
    Answer expected = reference.askBinary(oid, body);
    assertThat(OurValues.askBinary(oid, body, ENVIRONMENT)).isEqualTo(expected);
  }
}
