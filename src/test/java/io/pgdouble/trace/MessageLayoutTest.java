package io.pgdouble.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MessageLayoutTest {

  private static String columns(MessageLayout layout, String written) {
    byte[] body = layout.scan(written, Symbols.NONE);
    return new Crossing.Message(layout.direction(), layout.type(), body)
        .line(Notation.PLAIN)
        .columns();
  }

  @Test
  void a_bind_is_written_as_libpq_writes_it() {
    String written = "\"p\" \"s\" 2 0 1 3 1 '1' -1 4 '\\x00\\x00\\x00\\x07' 1 1";
    assertThat(columns(MessageLayout.BIND, written)).isEqualTo(written);
  }

  @Test
  void lengths_of_values_need_not_be_written() {
    assertThat(columns(MessageLayout.BIND, "\"\" \"\" 0 2 'ab' '' 0"))
        .isEqualTo("\"\" \"\" 0 2 2 'ab' 0 '' 0");
  }

  @Test
  void fields_of_an_error_end_with_a_zero() {
    byte[] body = "SERROR\0C42601\0MIt's \"x\"\0\0".getBytes(StandardCharsets.UTF_8);
    TraceLine line = new Crossing.Message(Direction.BACKEND, (byte) 'E', body).line(Notation.PLAIN);
    assertThat(line.text())
        .isEqualTo("B\tNN\tErrorResponse\t S \"ERROR\" C \"42601\" M \"It's \\\"x\\\"\" \\x00");
    assertThat(MessageLayout.ERROR_RESPONSE.scan(line.columns(), Symbols.NONE)).isEqualTo(body);
  }

  @Test
  void two_bytes_without_a_sign_are_shown_as_libpq_shows_them() {
    assertThat(columns(MessageLayout.ROW_DESCRIPTION, "1 \"a\" 0 0 25 -1 -1 0"))
        .isEqualTo("1 \"a\" 0 0 25 65535 -1 0");
  }

  @Test
  void a_body_that_does_not_fit_its_layout_is_shown_whole() {
    byte[] body = {'I', 0};
    TraceLine line = new Crossing.Message(Direction.BACKEND, (byte) 'Z', body).line(Notation.PLAIN);
    assertThat(line.text()).isEqualTo("B\t6\tReadyForQuery\t malformed 'I\\x00'");
  }

  @Test
  void a_message_of_no_known_type_is_shown_whole() {
    TraceLine line =
        new Crossing.Message(Direction.BACKEND, (byte) 'y', new byte[] {1}).line(Notation.PLAIN);
    assertThat(line.text()).isEqualTo("B\t5\tUnknownMessage\t \\x79 '\\x01'");
  }

  @Test
  void columns_left_over_are_an_error() {
    assertThatThrownBy(() -> MessageLayout.SYNC.scan("1", Symbols.NONE))
        .isInstanceOf(TraceSyntaxException.class);
  }

  @Property
  void any_bytes_of_a_value_can_be_written_and_read_back(@ForAll byte[] value) {
    String columns = "1 " + value.length + " " + Escapes.quote(value, '\'');
    byte[] body = MessageLayout.DATA_ROW.scan(columns, Symbols.NONE);
    assertThat(body).hasSize(6 + value.length).endsWith(value);
    assertThat(
            new Crossing.Message(Direction.BACKEND, (byte) 'D', body)
                .line(Notation.PLAIN)
                .columns())
        .isEqualTo(columns);
  }

  @Property
  void any_string_can_be_written_and_read_back(@ForAll String text) {
    byte[] bytes = text.replace("\0", "").getBytes(StandardCharsets.UTF_8);
    String columns = Escapes.quote(bytes, '"');
    byte[] body = MessageLayout.QUERY.scan(columns, Symbols.NONE);
    assertThat(body).isEqualTo(Arrays.copyOf(bytes, bytes.length + 1));
  }

  @Property
  void any_body_of_any_type_is_shown(@ForAll byte type, @ForAll @Size(max = 60) byte[] body) {
    TraceLine line = new Crossing.Message(Direction.BACKEND, type, body).line(Notation.PLAIN);
    assertThat(line.text()).doesNotContain("\n").startsWith("B\t");
    assertThat(TraceLine.parse(line.text())).isEqualTo(line);
  }
}
