package io.pgdouble.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientEncodingTest {
  private static final ClientEncoding LATIN1 =
      new ClientEncoding("LATIN1", StandardCharsets.ISO_8859_1, Conversion.SINGLE_BYTES);

  /** The right column was asked of PostgreSQL 16.9. */
  @ParameterizedTest
  @CsvSource({
    "27ff27, 0xff",
    "27e28227, 0xe2 0x82 0x27",
    "27e227, 0xe2 0x27",
    "27f09f9827, 0xf0 0x9f 0x98 0x27",
    "27eda08027, 0xed 0xa0 0x80",
    "27f88880808027, 0xf8",
    "27c080e282ac27, 0xc0 0x80"
  })
  void bytes_that_are_no_utf8_are_named_as_the_server_names_them(String hex, String named) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> ClientEncoding.UTF8.decode(bytes, 0, bytes.length))
        .hasMessage("invalid byte sequence for encoding \"UTF8\": " + named);
  }

  @ParameterizedTest
  @CsvSource({"efbfbd", "f09f9880", "e282ac", "61"})
  void every_sound_character_is_read_even_the_replacement_character(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    String text = ClientEncoding.UTF8.decode(bytes, 0, bytes.length);
    assertThat(ClientEncoding.UTF8.encode(text)).isEqualTo(bytes);
  }

  /**
   * The text was asked of PostgreSQL 16.9: {@code SET client_encoding=LATIN1; SELECT U&'\20AC'}.
   */
  @ParameterizedTest
  @CsvSource({"x€, 0xe2 0x82 0xac", "😀, 0xf0 0x9f 0x98 0x80"})
  void a_character_the_frontend_has_no_byte_for_is_22P05(String text, String named) {
    assertThatThrownBy(() -> LATIN1.encode(text))
        .hasMessage(
            "character with byte sequence "
                + named
                + " in encoding \"UTF8\" has no equivalent in encoding \"LATIN1\"");
    assertThat(LATIN1.encode("é")).containsExactly(0xe9);
  }
}
