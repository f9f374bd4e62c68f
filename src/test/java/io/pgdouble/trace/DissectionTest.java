package io.pgdouble.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes become messages, however they are cut. */
class DissectionTest {
  private static final byte[] FRONTEND =
      RawBytes.scan(
          "int32:8 int16:1234 int16:5679 int32:23 int16:3 int16:0 \"user\" \"postgres\" int8:0"
              + " 'Q' int32:13 \"SELECT 1\" 'X' int32:4",
          Symbols.NONE);
  private static final byte[] BACKEND =
      RawBytes.scan("'N' 'R' int32:8 int32:0 'Z' int32:5 'I'", Symbols.NONE);

  @Test
  void any_split_gives_the_same_crossings() {
    List<String> whole = lines(FRONTEND.length);
    assertThat(whole)
        .containsExactly(
            "F\t8\tSSLRequest\t 1234 5679",
            "F\t23\tStartupMessage\t 3 0 \"user\" \"postgres\" \\x00",
            "F\t13\tQuery\t \"SELECT 1\"",
            "F\t4\tTerminate",
            "B\t1\tSSLResponse\t N",
            "B\t8\tAuthentication\t 0",
            "B\t5\tReadyForQuery\t I");
    for (int size = 1; size < FRONTEND.length; size++) {
      assertThat(lines(size)).isEqualTo(whole);
    }
  }

  private static List<String> lines(int size) {
    Dissection dissection = new Dissection();
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < FRONTEND.length; at += size) {
      print(dissection.frontend(piece(FRONTEND, at, size)), lines);
    }
    for (int at = 0; at < BACKEND.length; at += size) {
      print(dissection.backend(piece(BACKEND, at, size)), lines);
    }
    assertThat(dissection.endOfFrontend()).isEmpty();
    assertThat(dissection.endOfBackend()).isEmpty();
    return lines;
  }

  private static byte[] piece(byte[] bytes, int at, int size) {
    return java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size));
  }

  private static void print(List<Crossing> crossings, List<String> lines) {
    crossings.forEach(crossing -> lines.add(crossing.line(Notation.PLAIN).text()));
  }

  @Test
  void what_is_no_message_is_shown_at_the_end() {
    Dissection http = new Dissection();
    byte[] get = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(http.frontend(get)).isEmpty();
    assertThat(http.endOfFrontend().orElseThrow().line(Notation.PLAIN).text())
        .isEqualTo("F\t18\tbytes\t 'GET / HTTP/1.0\\r\\n\\r\\n'");
  }

  @Test
  void tls_is_recognized_and_not_taken_for_a_startup_packet() {
    Dissection tls = new Dissection();
    tls.frontend(RawBytes.scan("int32:8 int16:1234 int16:5679", Symbols.NONE));
    tls.backend(new byte[] {'S'});
    assertThat(tls.isEncrypted()).isFalse();
    tls.frontend(new byte[] {0x16, 3, 1, 0});
    assertThat(tls.isEncrypted()).isTrue();
  }
}
