package io.pgdouble.validation;

import io.pgdouble.trace.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The automaton as a page to be read: {@code docs/protocol-automaton.md}. */
public final class AutomatonDocument {
  private static final String MANUAL = "https://www.postgresql.org/docs/current/";

  /** Who may say more than that may say anything. */
  private static final int UNHEARD = 20;

  private AutomatonDocument() {}

  /** The whole page, in Markdown. */
  public static String text() {
    StringBuilder page = new StringBuilder();
    page.append("# The protocol as an automaton\n\n")
        .append("Printed from the tables by which `pgdouble validate` and every connection of the")
        .append(" double are judged\n(`pgdouble validate --rules`); a test compares this page with")
        .append(" them. A conversation stands at one *place*. While the\nfrontend is *heard*, its")
        .append(" next message is acted on; while the backend *answers*, what the frontend")
        .append(" sends ahead waits.\nWhat is not named must not be said there.\n");
    for (SubProtocol part : SubProtocol.values()) {
      page.append(part(part));
    }
    return page.append(rules()).toString();
  }

  private static String part(SubProtocol part) {
    StringBuilder out = new StringBuilder();
    out.append("\n## ").append(part.title()).append("\n\n").append(part.introduction());
    out.append(" (").append(link(part.anchor())).append(")\n\n");
    if (part == SubProtocol.ASYNCHRONOUS) {
      return out.append(asynchronous()).toString();
    }
    out.append("| place | after | turn | the frontend may say | the backend may say |\n");
    out.append("|---|---|---|---|---|\n");
    for (Place place : Place.values()) {
      if (place.part() == part) {
        out.append(row(place));
      }
    }
    return out.append(mistakes(part)).toString();
  }

  private static String row(Place place) {
    return "| `"
        + place
        + "` | "
        + place.after()
        + " | "
        + (place.turn() == Place.Turn.LISTENING ? "heard" : "answers")
        + " | "
        + steps(place, Direction.FRONTEND)
        + " | "
        + steps(place, Direction.BACKEND)
        + " |\n";
  }

  private static String steps(Place place, Direction side) {
    List<Letter> letters = Automaton.expected(place, side);
    if (letters.size() > UNHEARD) {
      return "anything, unheard";
    }
    return letters.stream().map(letter -> step(place, letter)).collect(Collectors.joining("<br>"));
  }

  private static String step(Place place, Letter letter) {
    Place to = Automaton.move(place, letter).orElseThrow().to();
    return letter.title() + (to == place ? "" : " → `" + to + "`");
  }

  private static String mistakes(SubProtocol part) {
    List<Move> broken =
        Automaton.moves().stream()
            .filter(move -> move.at().part() == part && move.broken().isPresent())
            .toList();
    if (broken.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("\nMistakes, and what PostgreSQL does after them:\n\n");
    out.append("| place | mistakes | rule | leads to |\n|---|---|---|---|\n");
    for (Move move : broken) {
      boolean first = !isLike(move, before(broken, move));
      out.append(first ? mistake(move, said(broken, move)) : "");
    }
    return out.toString();
  }

  private static Move before(List<Move> moves, Move move) {
    int at = moves.indexOf(move);
    return at == 0
        ? new Move(Place.OVER, move.said(), move.to(), move.broken())
        : moves.get(at - 1);
  }

  private static boolean isLike(Move move, Move other) {
    return move.at() == other.at()
        && move.to() == other.to()
        && move.broken().equals(other.broken());
  }

  /** What leads from the same place to the same and stands behind it without a gap. */
  private static String said(List<Move> moves, Move first) {
    return moves.subList(moves.indexOf(first), moves.size()).stream()
        .takeWhile(move -> isLike(move, first))
        .map(move -> move.said().title())
        .collect(Collectors.joining(", "));
  }

  private static String mistake(Move move, String said) {
    String to = move.to() == move.at() ? "" : "`" + move.to() + "`";
    return "| `"
        + move.at()
        + "` | "
        + said
        + " | "
        + move.broken().orElseThrow()
        + " | "
        + to
        + " |\n";
  }

  private static String asynchronous() {
    return "| message | at these places too it must not come |\n|---|---|\n"
        + anyTime(Letter.NOTICE_RESPONSE)
        + anyTime(Letter.NOTIFICATION_RESPONSE)
        + anyTime(Letter.PARAMETER_STATUS)
        + anyTime(Letter.FATAL)
        + anyTime(Letter.CLOSED);
  }

  private static String anyTime(Letter letter) {
    Predicate<Place> may = place -> Automaton.move(place, letter).isPresent();
    String not =
        Arrays.stream(Place.values())
            .filter(may.negate())
            .map(place -> "`" + place + "`")
            .collect(Collectors.joining(", "));
    return "| " + letter.title() + " | " + not + " |\n";
  }

  private static String rules() {
    StringBuilder out = new StringBuilder("\n## The rules\n\n");
    out.append("| rule | severity | | manual |\n|---|---|---|---|\n");
    for (Rule rule : Rule.values()) {
      out.append("| ").append(rule).append(" | ").append(rule.severity().words()).append(" | ");
      out.append(rule.sentence()).append(" | ").append(link(rule.anchor())).append(" |\n");
    }
    return out.toString();
  }

  private static String link(String anchor) {
    String[] parts = anchor.split("#");
    String address = parts[0] + ".html" + (parts.length > 1 ? "#" + parts[1] : "");
    return "[" + parts[0] + "](" + MANUAL + address + ")";
  }
}
