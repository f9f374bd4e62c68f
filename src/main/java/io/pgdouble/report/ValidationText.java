package io.pgdouble.report;

import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Notation;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import io.pgdouble.validation.Judgement;
import io.pgdouble.validation.Ruling;
import io.pgdouble.validation.Severity;
import io.pgdouble.validation.Verdict;
import java.util.Collection;
import java.util.Map;

/** What came of judging recordings, for a reader of a terminal. */
public final class ValidationText {
  private static final String MANUAL = "https://www.postgresql.org/docs/current/";
  private static final int GREATEST_LINE = 160;

  private ValidationText() {}

  /** All rulings of a file, three lines each. */
  public static String of(String file, Recording recording, Collection<Ruling> rulings) {
    StringBuilder out = new StringBuilder();
    for (Ruling ruling : rulings) {
      Verdict verdict = ruling.verdict();
      String who = ruling.connection().isEmpty() ? "" : ruling.connection() + ", ";
      out.append(file).append(": ").append(who).append(verdict.text()).append('\n');
      out.append("    ").append(line(recording, ruling.event())).append('\n');
      out.append("    ").append(address(verdict.rule().anchor())).append('\n');
    }
    return out.toString();
  }

  /** The page of the manual. */
  static String address(String anchor) {
    int hash = anchor.indexOf('#');
    return hash < 0
        ? MANUAL + anchor + ".html"
        : MANUAL + anchor.substring(0, hash) + ".html" + anchor.substring(hash);
  }

  /** The event as a line, cut off where it is long. */
  static String line(Recording recording, int event) {
    if (event < 0) {
      return "";
    }
    Recorded recorded = recording.events().get(event);
    String text =
        recorded.happening() instanceof Happening.Crossed crossed
            ? recorded.connection() + " " + crossed.crossing().line(Notation.PLAIN).text()
            : recorded.connection() + " " + recorded.happening();
    String spaced = text.replace('\t', ' ');
    return spaced.length() <= GREATEST_LINE ? spaced : spaced.substring(0, GREATEST_LINE) + "…";
  }

  /** One line about all of them. */
  public static String summary(Map<String, Judgement> judged) {
    int conversations = judged.values().stream().mapToInt(Judgement::conversations).sum();
    int messages = judged.values().stream().mapToInt(Judgement::messages).sum();
    StringBuilder out = new StringBuilder();
    out.append(count(judged.size(), "file")).append(", ");
    out.append(count(conversations, "conversation")).append(", ");
    out.append(count(messages, "message")).append(": ");
    out.append(count(sum(judged, Severity.VIOLATION), "violation")).append(", ");
    out.append(sum(judged, Severity.TOLERATED)).append(" tolerated by PostgreSQL, ");
    return out.append(sum(judged, Severity.UNUSUAL)).append(" unusual\n").toString();
  }

  private static int sum(Map<String, Judgement> judged, Severity severity) {
    return judged.values().stream().mapToInt(judgement -> judgement.of(severity).size()).sum();
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
