package io.pgdouble.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code pgdouble validate} and {@code pgdouble trace}, as they are called in a shell. */
class ConversationCommandsTest {
  private static final String CAPTURE = "src/test/resources/io/pgdouble/capture/session.pcap";
  private static final String BROKEN = "traces/protocol-message-formats/unknown-type.trace";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object command, String... arguments) {
    CommandLine line = new CommandLine(command);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    line.setExecutionExceptionHandler(Main::couldNotBeDone);
    return line.execute(arguments);
  }

  private int validate(String... arguments) {
    return run(new ValidateCommand(), arguments);
  }

  @Test
  void what_breaks_no_rule_ends_with_0_and_what_does_with_1() {
    assertThat(validate(CAPTURE)).isZero();
    assertThat(out.toString())
        .isEqualTo(
            "1 file, 2 conversations, 64 messages: 0 violations, 0 tolerated by PostgreSQL,"
                + " 0 unusual\n");
    assertThat(validate(BROKEN)).isEqualTo(1);
    assertThat(validate("--side", "backend", BROKEN)).isZero();
  }

  @Test
  void who_is_strict_fails_for_what_is_told_of() {
    String pipeline = "traces/protocol-flow/extended-query/no-sync-then-query.trace";
    assertThat(validate(pipeline)).isZero();
    assertThat(validate("--strict", pipeline)).isEqualTo(1);
    assertThat(validate("--strict", "--severity", "violation", pipeline)).isZero();
  }

  @Test
  void verdicts_can_be_had_as_json() throws IOException {
    assertThat(validate("--json", BROKEN)).isEqualTo(1);
    JsonNode verdict =
        new ObjectMapper().readTree(out.toString()).get("files").get(0).get("verdicts").get(0);
    assertThat(verdict.get("rule").asText()).isEqualTo("KNOWN_TYPE");
    assertThat(verdict.get("side").asText()).isEqualTo("frontend");
    assertThat(verdict.get("manual").asText()).startsWith("https://www.postgresql.org/docs/");
    assertThat(verdict.get("line").asText()).contains("bytes");
  }

  @Test
  void a_file_that_cannot_be_read_is_named_and_ends_with_2() {
    assertThat(validate("no-such.trace")).isEqualTo(2);
    assertThat(validate("pom.xml")).isEqualTo(2);
    assertThat(validate("src/test/resources/io/pgdouble/capture/tls.pcap")).isEqualTo(2);
    assertThat(validate()).isEqualTo(2);
    assertThat(err.toString())
        .contains("no-such.trace: no such file")
        .contains("pom.xml: this is no conversation")
        .contains("tls.pcap: a connection of the capture is encrypted by TLS")
        .contains("Missing FILE");
  }

  @Test
  void only_a_whole_recording_is_played(@TempDir Path folder) throws IOException {
    Path startless = folder.resolve("startless.trace");
    Files.writeString(startless, "F\t13\tQuery\t \"select 1\"\n");
    String url = "postgres://127.0.0.1:1";
    String golden = "traces/protocol-flow/extended-query/no-sync-then-query.trace";
    for (String file : List.of("no-such.trace", golden, startless.toString(), "pom.xml", "src")) {
      assertThat(run(new ReplayCommand(), file, "--to", url)).isEqualTo(2);
      assertThat(run(new CompareCommand(), file, "--to", url)).isEqualTo(2);
      assertThat(run(new ServeCommand(), "--trace", file)).isEqualTo(2);
    }
    assertThat(err.toString())
        .contains("no-such.trace: no such file")
        .contains("found a case")
        .contains("no session begins in it")
        .contains("pom.xml: this is no conversation")
        .contains("src: this is a directory");
  }

  @Test
  void words_that_mean_nothing_together_are_refused() {
    assertThat(run(new ServeCommand(), "--mode", "loose")).isEqualTo(1);
    assertThat(run(new ServeCommand(), "--trace", CAPTURE, "--mask-text", "x")).isEqualTo(1);
    assertThat(run(new ServeCommand(), "--trace", CAPTURE, "--to", "postgres://h")).isEqualTo(1);
    assertThat(run(new ReplayCommand(), CAPTURE, "--to", "postgres://h", "--speed", "-1"))
        .isEqualTo(1);
    assertThat(run(new RelayCommand(), "--to", "postgres://h", "--tls-cert", "x")).isEqualTo(1);
    assertThat(run(new TraceShowCommand(), CAPTURE, "--connection", "Z")).isEqualTo(2);
    assertThat(err.toString())
        .contains("expected: --trace, too")
        .contains("a mask and --mode strict")
        .contains("--to and --mode strict")
        .contains("--speed -1.0")
        .contains("one of --tls-cert and --tls-key")
        .contains("no connection is named Z (expected: A B)");
  }

  @Test
  void a_conversation_is_shown_in_the_terminal_and_as_a_page(@TempDir Path folder)
      throws IOException {
    assertThat(run(new TraceShowCommand(), "--connection", "B", "--color", "off", CAPTURE))
        .isZero();
    assertThat(out.toString()).contains("B ──▶    Query \"SELECT 3\"").doesNotContain("COPY");
    Path page = folder.resolve("page.html");
    assertThat(run(new TraceShowCommand(), "--html", page.toString(), CAPTURE)).isZero();
    assertThat(Files.readString(page)).contains("SELECT 3");
  }

  @Test
  void habits_are_told_in_words_and_as_json() throws IOException {
    assertThat(run(new HabitsCommand(), CAPTURE)).isZero();
    assertThat(out.toString())
        .contains("session.pcap, all connections")
        .contains("3           simple queries");
    out.getBuffer().setLength(0);
    assertThat(run(new HabitsCommand(), "--json", CAPTURE)).isZero();
    JsonNode all = new ObjectMapper().readTree(out.toString()).get(CAPTURE).get("all");
    assertThat(all.get("QUERIES").asInt()).isEqualTo(3);
  }

  @Test
  void a_capture_becomes_a_recording_without_secrets_and_a_pqtrace(@TempDir Path folder)
      throws IOException {
    Path recording = folder.resolve("a.trace");
    assertThat(run(new TraceConvertCommand(), "-o", recording.toString(), CAPTURE)).isZero();
    assertThat(Files.readString(recording))
        .contains("r=****", "${A.key}")
        .doesNotContain("hVlaHC8");
    assertThat(validate(recording.toString())).isZero();
    assertThat(run(new TraceConvertCommand(), "--to", "pqtrace", recording.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("found connections A, B");
    Path pqtrace = folder.resolve("b.pqtrace");
    String[] one = {"--to", "pqtrace", "--connection", "B", "-o", pqtrace.toString()};
    assertThat(run(new TraceConvertCommand(), append(one, recording.toString()))).isZero();
    assertThat(validate("--strict", pqtrace.toString())).isZero();
  }

  private static String[] append(String[] some, String last) {
    String[] all = java.util.Arrays.copyOf(some, some.length + 1);
    all[some.length] = last;
    return all;
  }
}
