package io.pgdouble.engine.regex;

import java.util.Arrays;

/**
 * One search: finds where a match is, then takes it apart for the groups. Server: {@code regexec.c:
 * find, cdissect}.
 */
final class RegexMatch {
  private final RegexNode tree;
  private final int[] text;
  private final int[] groups;

  RegexMatch(RegexNode tree, int[] text, int groups) {
    this.tree = tree;
    this.text = text;
    this.groups = new int[(groups + 1) * 2];
    Arrays.fill(this.groups, -1);
  }

  /** Null where there is none. */
  int[] find(int from) {
    for (int begin = from; begin <= text.length; begin++) {
      int end =
          tree.prefersShorter()
              ? tree.automaton().shortest(text, begin, begin, text.length)
              : tree.automaton().longest(text, begin, text.length);
      if (end >= 0) {
        dissect(tree, begin, end);
        groups[0] = begin;
        groups[1] = end;
        return groups;
      }
    }
    return null;
  }

  /** {@code cdissect}; a text that the node's automaton matches can be taken apart. */
  private boolean dissect(RegexNode node, int begin, int end) {
    boolean done =
        switch (node.kind) {
          case LEAF -> true;
          case SEQUENCE ->
              node.children.get(0).prefersShorter()
                  ? sequenceFromShort(node, begin, end)
                  : sequenceFromLong(node, begin, end);
          case CHOICE -> choice(node, begin, end);
          case ITERATION -> new RegexIteration(this, node, begin, end).dissect();
          case GROUP -> dissect(node.children.get(0), begin, end);
        };
    if (done && node.group > 0) {
      groups[node.group * 2] = begin;
      groups[node.group * 2 + 1] = end;
    }
    return done;
  }

  boolean dissectPart(RegexNode node, int begin, int end) {
    forget(node);
    return dissect(node, begin, end);
  }

  int[] text() {
    return text;
  }

  /** {@code zaptreesubs}. */
  private void forget(RegexNode node) {
    if (node.group > 0) {
      groups[node.group * 2] = -1;
      groups[node.group * 2 + 1] = -1;
    }
    node.children.forEach(this::forget);
  }

  private boolean sequenceFromLong(RegexNode node, int begin, int end) {
    RegexNode left = node.children.get(0);
    RegexNode right = node.children.get(1);
    int middle = left.automaton().longest(text, begin, end);
    while (middle >= 0) {
      if (right.automaton().matches(text, middle, end)
          && dissectPart(left, begin, middle)
          && dissectPart(right, middle, end)) {
        return true;
      }
      middle = middle == begin ? -1 : left.automaton().longest(text, begin, middle - 1);
    }
    return false;
  }

  private boolean sequenceFromShort(RegexNode node, int begin, int end) {
    RegexNode left = node.children.get(0);
    RegexNode right = node.children.get(1);
    int middle = left.automaton().shortest(text, begin, begin, end);
    while (middle >= 0) {
      if (right.automaton().matches(text, middle, end)
          && dissectPart(left, begin, middle)
          && dissectPart(right, middle, end)) {
        return true;
      }
      middle = middle == end ? -1 : left.automaton().shortest(text, begin, middle + 1, end);
    }
    return false;
  }

  private boolean choice(RegexNode node, int begin, int end) {
    for (RegexNode branch : node.children) {
      if (branch.automaton().matches(text, begin, end) && dissectPart(branch, begin, end)) {
        return true;
      }
    }
    return false;
  }
}
