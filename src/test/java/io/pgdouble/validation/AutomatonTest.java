package io.pgdouble.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.trace.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables say each thing once, leave nothing open, and are what the page shows. */
class AutomatonTest {
  private static final Path PAGE = Path.of("docs", "protocol-automaton.md");

  /** Before there is a session a frontend sends packets, and afterwards messages. */
  private static final Set<Letter> PACKETS =
      EnumSet.of(
          Letter.SSL_REQUEST,
          Letter.GSSENC_REQUEST,
          Letter.CANCEL_REQUEST,
          Letter.STARTUP_MESSAGE,
          Letter.STRANGE_PACKET);

  @Test
  void no_two_rows_are_about_the_same_message_at_the_same_place() {
    assertThat(Automaton.moves()).hasSize(Automaton.rows()).hasSizeGreaterThan(600);
  }

  @Test
  void where_the_frontend_is_heard_it_is_known_what_follows_from_everything_it_can_say() {
    for (Place place : Place.values()) {
      if (place.turn() == Place.Turn.LISTENING) {
        assertThat(open(place)).as(place.toString()).isEmpty();
      }
    }
  }

  private static List<Letter> open(Place place) {
    boolean packets =
        Automaton.move(place, Letter.STARTUP_MESSAGE).isPresent()
            && place.part() == SubProtocol.STARTUP;
    return Arrays.stream(Letter.values())
        .filter(letter -> letter.side() == Direction.FRONTEND)
        .filter(letter -> letter != Letter.PART_OF_MESSAGE && letter != Letter.LEFT)
        .filter(letter -> letter == Letter.IMPOSSIBLE_LENGTH || packets == PACKETS.contains(letter))
        .filter(letter -> Automaton.move(place, letter).isEmpty())
        .toList();
  }

  @Test
  void every_place_is_reached_and_can_be_left() {
    Set<Place> reached = Automaton.moves().stream().map(Move::to).collect(Collectors.toSet());
    reached.add(Place.OPENED);
    assertThat(reached).containsExactlyInAnyOrder(Place.values());
    for (Place place : Place.values()) {
      assertThat(Automaton.moves())
          .as(place.toString())
          .anyMatch(m -> m.at() == place && (m.to() != place || place == Place.OVER));
    }
  }

  @Test
  void the_page_is_printed_from_the_tables() throws IOException {
    assertThat(Files.readString(PAGE)).isEqualTo(AutomatonDocument.text());
  }

  @Test
  void the_readme_links_the_page() throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains("(" + PAGE + ")");
  }
}
