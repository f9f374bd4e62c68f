package io.pgdouble.engine.regex;

import io.pgdouble.engine.regex.RegexExpression.Repetition;
import io.pgdouble.engine.regex.RegexNode.Kind;
import io.pgdouble.engine.regex.RegexParser.Scope;

/**
 * Reads one branch: quantified atoms in a row. What needs no taking apart is gathered in one leaf;
 * at the first atom that does, the branch is split in three. Server: {@code regcomp.c: parsebranch,
 * parseqatom}.
 */
final class RegexBranch {
  /** {@code DUPMAX}. */
  private static final int MOST_REPEATS = 255;

  private final RegexParser parser;
  private final RegexLexer lexer;
  private final Scope scope;

  /** What was read so far and needs no taking apart. */
  private RegexExpression prefix = RegexExpression.EMPTY;

  private int prefixFlags;
  private boolean begun;

  private int least;
  private int most;
  private int preference;
  private boolean isCapture;

  RegexBranch(RegexParser parser, Scope scope) {
    this.parser = parser;
    this.lexer = parser.lexer();
    this.scope = scope;
  }

  RegexNode parse() {
    lexer.skipIgnored();
    while (!atEnd()) {
      RegexNode whole = part();
      if (whole != null) {
        return whole;
      }
      begun = true;
      lexer.skipIgnored();
    }
    return new RegexNode(Kind.LEAF, prefixFlags, prefix);
  }

  private boolean atEnd() {
    int character = lexer.peek();
    return character == -1 || character == '|' || (character == ')' && scope != Scope.TOP);
  }

  /** Null where the part went into the prefix; otherwise the node of the whole branch. */
  private RegexNode part() {
    RegexExpression constraint = parser.constraint();
    if (constraint != null) {
      prefix = RegexExpression.sequence(prefix, constraint);
      return null;
    }
    RegexNode group = group();
    RegexExpression atom = group == null ? simple() : group.expression;
    boolean captures = group != null && isCapture;
    quantifier();
    if (most == 0) {
      return null;
    }
    int flags = prefixFlags | preference | (group == null ? 0 : group.flags);
    if (!captures && !RegexNode.isMessy(RegexNode.up(flags))) {
      boolean once = least == 1 && most == 1;
      prefix = RegexExpression.sequence(prefix, once ? atom : new Repetition(atom, least, most));
      prefixFlags = flags;
      return null;
    }
    RegexNode node = group == null ? new RegexNode(Kind.LEAF, 0, atom) : group;
    return split(quantified(node));
  }

  /** A group here, or null; tells whether it captures. */
  private RegexNode group() {
    isCapture = false;
    if (lexer.peek() != '(') {
      return null;
    }
    lexer.take();
    boolean capturing = true;
    if (lexer.takes('?')) {
      if (!lexer.takes(':')) {
        throw RegexError.BADRPT.report();
      }
      capturing = false;
    }
    if (!capturing || scope == Scope.LOOK) {
      return parser.choice(scope == Scope.LOOK ? Scope.LOOK : Scope.GROUP);
    }
    int number = parser.nextGroup();
    RegexNode inside = parser.choice(Scope.GROUP);
    RegexNode node =
        inside.group == 0
            ? inside
            : new RegexNode(Kind.GROUP, inside.flags, inside.expression, inside);
    node.flags |= RegexNode.CAPTURES;
    node.group = number;
    isCapture = true;
    return node;
  }

  private RegexExpression simple() {
    switch (lexer.peek()) {
      case '*', '+', '?' -> throw RegexError.BADRPT.report();
      case ')' -> throw RegexError.EPAREN.report();
      default -> {
        if (lexer.peek() == '{' && isDigit(lexer.peek(1))) {
          throw RegexError.BADRPT.report();
        }
        return parser.characters();
      }
    }
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private void quantifier() {
    lexer.skipIgnored();
    least = 1;
    most = 1;
    preference = 0;
    int character = lexer.peek();
    if (character == '*' || character == '+' || character == '?') {
      lexer.take();
      least = character == '+' ? 1 : 0;
      most = character == '?' ? 1 : RegexExpression.UNBOUNDED;
      preference = lexer.takes('?') ? RegexNode.SHORTER : RegexNode.LONGER;
    } else if (character == '{' && isDigit(lexer.peek(1))) {
      lexer.take();
      bounds();
    }
  }

  private void bounds() {
    least = number();
    most = least;
    boolean range = lexer.takes(',');
    if (range) {
      most = isDigit(lexer.peek()) ? number() : RegexExpression.UNBOUNDED;
    }
    if (lexer.atEnd()) {
      throw RegexError.EBRACE.report();
    }
    if (!lexer.takes('}') || (most != RegexExpression.UNBOUNDED && least > most)) {
      throw RegexError.BADBR.report();
    }
    boolean shorter = lexer.takes('?');
    if (range) {
      preference = shorter ? RegexNode.SHORTER : RegexNode.LONGER;
    }
  }

  private int number() {
    int number = 0;
    while (isDigit(lexer.peek()) && number <= MOST_REPEATS) {
      number = number * 10 + lexer.take() - '0';
    }
    if (number > MOST_REPEATS) {
      throw RegexError.BADBR.report();
    }
    return number;
  }

  /** The atom with its quantifier as a node. */
  private RegexNode quantified(RegexNode atom) {
    int inner = atom.flags & (RegexNode.LONGER | RegexNode.SHORTER | RegexNode.MIXED);
    boolean agrees = preference == 0 || inner == 0 || preference == inner;
    if (least == 1 && most == 1 && agrees) {
      return atom;
    }
    int flags = RegexNode.combine(preference, atom.flags);
    RegexExpression all = new Repetition(atom.expression, least, most);
    if ((atom.flags & RegexNode.CAPTURES) == 0) {
      return new RegexNode(Kind.LEAF, flags, all);
    }
    if (least > 0) {
      // Only the last round is caught: those before it are a leaf.
      int before = most == RegexExpression.UNBOUNDED ? most : most - 1;
      RegexExpression earlier = new Repetition(atom.expression, least - 1, before);
      RegexNode leaf = new RegexNode(Kind.LEAF, RegexNode.preference(flags), earlier);
      return new RegexNode(Kind.SEQUENCE, flags, all, leaf, atom);
    }
    RegexNode iteration = new RegexNode(Kind.ITERATION, flags, all, atom);
    iteration.least = least;
    iteration.most = most;
    return iteration;
  }

  /** The prefix, the node that has to be taken apart, and the rest of the branch. */
  private RegexNode split(RegexNode atom) {
    int flags = RegexNode.combine(preference, atom.flags);
    lexer.skipIgnored();
    RegexNode tail = atom;
    int tailFlags = atom.flags;
    if (!atEnd()) {
      RegexNode rest = new RegexBranch(parser, scope).parse();
      tailFlags = flags | RegexNode.combine(flags, rest.flags);
      tail = joined(atom, rest, tailFlags);
    }
    int whole = prefixFlags | RegexNode.combine(prefixFlags, tailFlags);
    if (!begun) {
      if (tail != atom && tail.kind == Kind.SEQUENCE) {
        tail.flags = whole;
      }
      return tail;
    }
    RegexNode front = new RegexNode(Kind.LEAF, prefixFlags, prefix);
    return new RegexNode(
        Kind.SEQUENCE, whole, RegexExpression.sequence(prefix, tail.expression), front, tail);
  }

  private RegexNode joined(RegexNode atom, RegexNode rest, int flags) {
    RegexExpression both = RegexExpression.sequence(atom.expression, rest.expression);
    boolean leaf =
        begun
            && atom.kind == Kind.LEAF
            && atom.group == 0
            && rest.kind == Kind.LEAF
            && rest.group == 0
            && !RegexNode.isMessy(RegexNode.up(atom.flags | rest.flags));
    return leaf
        ? new RegexNode(Kind.LEAF, RegexNode.combine(atom.flags, rest.flags), both)
        : new RegexNode(Kind.SEQUENCE, flags, both, atom, rest);
  }
}
