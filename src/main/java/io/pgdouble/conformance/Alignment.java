package io.pgdouble.conformance;

import io.pgdouble.conformance.Comparison.Rung;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts two rows of answers beside each other so that as many as can be are beside their equal, and
 * of the others, two of the same name beside each other.
 */
final class Alignment {

  private final List<Answer> expected;
  private final List<Answer> actual;
  private final int[][] best;

  private Alignment(List<Answer> expected, List<Answer> actual) {
    this.expected = expected;
    this.actual = actual;
    this.best = new int[expected.size() + 1][actual.size() + 1];
  }

  static List<Rung> align(List<Answer> expected, List<Answer> actual) {
    if (expected.equals(actual)) {
      return expected.stream().map(a -> new Rung(List.of(a), List.of(a))).toList();
    }
    Alignment alignment = new Alignment(expected, actual);
    alignment.fill();
    return alignment.walk();
  }

  /** Equal answers are worth more than any number of pairs that share but a name. */
  private int worth(int i, int j) {
    if (expected.get(i).equals(actual.get(j))) {
      return 1000;
    }
    return expected.get(i).line().name().equals(actual.get(j).line().name()) ? 1 : 0;
  }

  private void fill() {
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = actual.size() - 1; j >= 0; j--) {
        int together = worth(i, j) + best[i + 1][j + 1];
        best[i][j] = Math.max(together, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
  }

  private List<Rung> walk() {
    List<Rung> rungs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < actual.size()) {
      boolean left = i < expected.size();
      boolean right = j < actual.size();
      if (left && right && best[i][j] == worth(i, j) + best[i + 1][j + 1] && worth(i, j) > 0) {
        rungs.add(new Rung(List.of(expected.get(i++)), List.of(actual.get(j++))));
      } else if (left && (!right || best[i + 1][j] >= best[i][j + 1])) {
        rungs.add(new Rung(List.of(expected.get(i++)), List.of()));
      } else {
        rungs.add(new Rung(List.of(), List.of(actual.get(j++))));
      }
    }
    return rungs;
  }
}
