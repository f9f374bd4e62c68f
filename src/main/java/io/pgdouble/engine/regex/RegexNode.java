package io.pgdouble.engine.regex;

import java.util.List;

/**
 * A node of the tree by which a match is taken apart: {@code struct subre}. What catches nothing
 * and has one preference is a leaf, however long. Server: {@code regguts.h}.
 */
final class RegexNode {
  static final int LONGER = 1;
  static final int SHORTER = 2;
  static final int MIXED = 4;
  static final int CAPTURES = 8;

  /** What a node does with the text it is given. */
  enum Kind {
    LEAF,
    SEQUENCE,
    CHOICE,
    ITERATION,
    GROUP
  }

  final Kind kind;
  final RegexExpression expression;
  final List<RegexNode> children;
  int flags;
  int group;
  int least;
  int most;
  private RegexAutomaton automaton;

  RegexNode(Kind kind, int flags, RegexExpression expression, RegexNode... children) {
    this.kind = kind;
    this.flags = flags;
    this.expression = expression;
    this.children = List.of(children);
  }

  /** {@code UP}: what of flags a node above has, too. */
  static int up(int flags) {
    return flags & ~(LONGER | SHORTER) | flags << 2 & flags << 1 & MIXED;
  }

  /** {@code MESSY}: whether such a node has to be taken apart. */
  static boolean isMessy(int flags) {
    return (flags & (MIXED | CAPTURES)) != 0;
  }

  static int preference(int flags) {
    return flags & (LONGER | SHORTER);
  }

  /** {@code COMBINE}: the flags of two in a row; the first preference counts. */
  static int combine(int first, int second) {
    return up(first | second) | (preference(first) != 0 ? preference(first) : preference(second));
  }

  boolean prefersShorter() {
    return (flags & SHORTER) != 0;
  }

  RegexAutomaton automaton() {
    if (automaton == null) {
      automaton = new RegexAutomaton(expression);
    }
    return automaton;
  }
}
