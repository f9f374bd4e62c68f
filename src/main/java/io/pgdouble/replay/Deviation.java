package io.pgdouble.replay;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.FrontendMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A message that a recording has no answer for, and the recorded one that comes nearest.
 *
 * @param found as a trace shows it
 * @param expected what the recording goes on with; empty where it has ended, or has no order
 * @param nearest the most similar one of the recording; empty where it has none at all
 */
public record Deviation(String found, Optional<String> expected, Optional<String> nearest) {
  /** Longer messages are compared by their beginnings. */
  private static final int COMPARED = 300;

  private static final int SHOWN = 40;

  static Deviation of(FrontendMessage message, Optional<Turn> next, List<Turn> recorded) {
    String found = RawText.brief(message);
    Optional<String> nearest =
        recorded.stream()
            .map(turn -> RawText.brief(turn.request()))
            .distinct()
            .min(Comparator.comparingInt(other -> distance(found, other)));
    return new Deviation(found, next.map(turn -> RawText.brief(turn.request())), nearest);
  }

  /** As an error for the frontend. */
  ErrorReport report() {
    ErrorReport report =
        ErrorReport.notSimulated("what its recording does not have").withDetail(detail());
    return nearest
        .map(near -> report.withHint("Nearest recorded message: " + near + difference(near)))
        .orElse(report);
  }

  private String detail() {
    return "The frontend sent "
        + found
        + expected.map(next -> ", and the recording goes on with " + next + ".").orElse(".");
  }

  private String difference(String other) {
    int at = 0;
    while (at < Math.min(found.length(), other.length()) && found.charAt(at) == other.charAt(at)) {
      at++;
    }
    return found.equals(other)
        ? "; it stands elsewhere."
        : "; from \"" + piece(other, at) + "\" on it differs from \"" + piece(found, at) + "\".";
  }

  private static String piece(String text, int at) {
    return text.substring(at, Math.min(text.length(), at + SHOWN));
  }

  /** Edits from one to the other; messages of another name are farther away than any edit. */
  private static int distance(String one, String other) {
    String a = one.substring(0, Math.min(COMPARED, one.length()));
    String b = other.substring(0, Math.min(COMPARED, other.length()));
    boolean named = a.split(" ", 2)[0].equals(b.split(" ", 2)[0]);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      nextRow(row, a.charAt(i - 1), b);
    }
    return row[b.length()] + (named ? 0 : 2 * COMPARED);
  }

  private static void nextRow(int[] row, char character, String other) {
    int diagonal = row[0];
    row[0]++;
    for (int j = 1; j < row.length; j++) {
      int above = row[j];
      int changed = diagonal + (other.charAt(j - 1) == character ? 0 : 1);
      row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
      diagonal = above;
    }
  }

  @Override
  public String toString() {
    return detail() + nearest.map(near -> " Nearest: " + near).orElse("");
  }
}
