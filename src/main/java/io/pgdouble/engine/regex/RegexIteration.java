package io.pgdouble.engine.regex;

/**
 * Divides a text among the rounds of a repeated part. Server: {@code regexec.c: citerdissect,
 * creviterdissect}.
 */
final class RegexIteration {
  private final RegexMatch match;
  private final RegexNode node;
  private final RegexNode part;
  private final int begin;
  private final int end;
  private final int least;
  private final int most;

  /** Where each round ends; the first entry is where the first begins. */
  private final int[] ends;

  /** How many rounds there are so far. */
  private int round = 1;

  private int limit;

  RegexIteration(RegexMatch match, RegexNode node, int begin, int end) {
    this.match = match;
    this.node = node;
    this.part = node.children.get(0);
    this.begin = begin;
    this.end = end;
    this.least = Math.max(node.least, 1);
    int room = end - begin;
    int bounded = node.most == RegexExpression.UNBOUNDED ? room : Math.min(room, node.most);
    this.most = Math.max(bounded, least);
    this.ends = new int[most + 1];
  }

  boolean dissect() {
    boolean shorter = part.prefersShorter();
    if (node.least <= 0 && begin == end && shorter) {
      return true;
    }
    ends[0] = begin;
    limit = shorter ? begin : end;
    while (round > 0) {
      boolean divided = shorter ? extendShort() : extendLong();
      if (divided && verified()) {
        return true;
      }
      if (divided || backtracking) {
        backtrack(shorter);
      }
    }
    // All divisions are tried: at last the empty text is matched by no round at all.
    return !shorter && node.least <= 0 && begin == end;
  }

  /** Set by a step that could not go on. */
  private boolean backtracking;

  /** One step; true where all rounds together reach the end in an allowed number. */
  private boolean extendLong() {
    backtracking = false;
    ends[round] = part.automaton().longest(match.text(), ends[round - 1], limit);
    if (ends[round] < 0) {
      round--;
      backtracking = true;
      return false;
    }
    if (ends[round] == end) {
      backtracking = round < least;
      return round >= least;
    }
    if (round >= most) {
      round--;
      backtracking = true;
    } else if (ends[round] == ends[round - 1]
        && (round >= least || least - round < end - ends[round])) {
      backtracking = true;
    } else {
      round++;
      limit = end;
    }
    return false;
  }

  private boolean extendShort() {
    backtracking = false;
    if (limit == ends[round - 1]
        && limit != end
        && (round >= least || least - round < end - limit)) {
      limit++;
    }
    if (round >= most) {
      limit = end;
    }
    ends[round] = part.automaton().shortest(match.text(), ends[round - 1], limit, end);
    if (ends[round] < 0) {
      round--;
      backtracking = true;
      return false;
    }
    if (ends[round] == end) {
      backtracking = round < least;
      return round >= least;
    }
    if (round >= most) {
      round--;
      backtracking = true;
    } else {
      round++;
      limit = ends[round - 1];
    }
    return false;
  }

  private boolean verified() {
    for (int i = 1; i <= round; i++) {
      if (!match.dissectPart(part, ends[i - 1], ends[i])) {
        round = i;
        return false;
      }
    }
    return true;
  }

  private void backtrack(boolean shorter) {
    while (round > 0) {
      if (shorter ? canGrow() : canShrink()) {
        return;
      }
      round--;
    }
  }

  private boolean canGrow() {
    if (ends[round] >= end) {
      return false;
    }
    limit = ends[round] + 1;
    return true;
  }

  private boolean canShrink() {
    int previous = ends[round - 1];
    if (ends[round] <= previous) {
      return false;
    }
    limit = ends[round] - 1;
    return limit > previous || (round < least && least - round >= end - previous);
  }
}
