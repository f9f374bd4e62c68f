package io.pgdouble.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import org.junit.jupiter.api.Test;

class UncheckedTextTest {
  @Property(seed = "20000101")
  void any_bytes_come_back_as_they_were(@ForAll byte[] bytes) {
    String text = UncheckedText.of(bytes, 0, bytes.length);
    assertThat(UncheckedText.bytes(text)).isEqualTo(bytes);
  }

  @Property(seed = "20000101")
  void so_do_bytes_of_which_most_belong_to_long_characters(
      @ForAll @ByteRange(min = (byte) 0xe0, max = (byte) 0xf4) byte first,
      @ForAll @ByteRange(min = (byte) 0x80, max = (byte) 0xbf) byte next) {
    byte[] bytes = {first, next, next, next, first, next, next, first, next};
    String text = UncheckedText.of(bytes, 0, bytes.length);
    assertThat(UncheckedText.bytes(text)).isEqualTo(bytes);
  }

  @Property(seed = "20000101")
  void text_is_read_as_the_text_it_is(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String checked = new String(bytes, StandardCharsets.UTF_8);
    assertThat(UncheckedText.of(bytes, 0, bytes.length)).isEqualTo(checked);
    assertThat(UncheckedText.firstStray(checked)).isEqualTo(-1);
  }

  @Test
  void the_first_byte_that_belongs_to_no_character_is_found() {
    byte[] bytes = {'a', (byte) 0xc3, (byte) 0xa9, (byte) 0xe2, (byte) 0x82, 'b'};
    String text = UncheckedText.of(bytes, 0, bytes.length);
    assertThat(UncheckedText.firstStray(text)).isEqualTo(2);
    assertThat(text).hasSize(5);
  }
}
