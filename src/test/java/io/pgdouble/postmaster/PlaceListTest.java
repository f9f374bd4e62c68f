package io.pgdouble.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.postmaster.PlaceList.Blanks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As a PostgreSQL 16.9 that was started with these values listened, or said no. */
class PlaceListTest {
  @Test
  void places_stand_between_commas_and_perhaps_in_quotes() {
    assertThat(PlaceList.of("listen_addresses", " a, \"b c\" ,d", Blanks.END_IT))
        .containsExactly("a", "b c", "d");
    assertThat(PlaceList.of("listen_addresses", "", Blanks.END_IT)).isEmpty();
  }

  @Test
  void a_directory_may_have_blanks_in_its_name() {
    assertThat(PlaceList.of("unix_socket_directories", "/a b , \"/c,\"\"d\"", Blanks.BELONG_TO_IT))
        .containsExactly("/a b", "/c,\"d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,,b", ",", "a,", "\"localhost", "a b"})
  void what_is_no_list_of_addresses_is_fatal(String text) {
    assertThatThrownBy(() -> PlaceList.of("listen_addresses", text, Blanks.END_IT))
        .hasMessage("invalid list syntax in parameter \"listen_addresses\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tmp,,/x", "\"/tmp"})
  void what_is_no_list_of_directories_is_fatal(String text) {
    assertThatThrownBy(() -> PlaceList.of("unix_socket_directories", text, Blanks.BELONG_TO_IT))
        .hasMessage("invalid list syntax in parameter \"unix_socket_directories\"");
  }
}
