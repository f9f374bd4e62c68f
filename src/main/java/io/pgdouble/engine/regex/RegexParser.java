package io.pgdouble.engine.regex;

import io.pgdouble.engine.regex.RegexBracket.RegexCase;
import io.pgdouble.engine.regex.RegexExpression.Characters;
import io.pgdouble.engine.regex.RegexExpression.Choice;
import io.pgdouble.engine.regex.RegexExpression.Constraint;
import io.pgdouble.engine.regex.RegexExpression.Direction;
import io.pgdouble.engine.regex.RegexExpression.Look;
import io.pgdouble.engine.regex.RegexExpression.Place;
import io.pgdouble.engine.regex.RegexExpression.Sense;
import io.pgdouble.engine.regex.RegexNode.Kind;
import io.pgdouble.engine.regex.RegexOptions.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Reads a pattern into the tree it is matched by. Server: {@code regcomp.c: parse}. */
final class RegexParser {
  private final RegexLexer lexer;
  private final RegexOptions options;
  private final RegexCase letterCase;
  private int groups;

  RegexParser(String pattern, RegexOptions given) {
    this.lexer = new RegexLexer(pattern, given);
    this.options = lexer.options();
    this.letterCase = RegexLetters.of(options);
  }

  Regex parse() {
    if (options.syntax() == Syntax.LITERAL) {
      return new Regex(literal(), 0);
    }
    RegexNode tree = choice(Scope.TOP);
    if (!lexer.atEnd()) {
      throw RegexError.EPAREN.report();
    }
    return new Regex(tree, groups);
  }

  private RegexNode literal() {
    RegexExpression all = RegexExpression.EMPTY;
    while (!lexer.atEnd()) {
      all = RegexExpression.sequence(all, one(lexer.take()));
    }
    return new RegexNode(Kind.LEAF, 0, all);
  }

  /** Where an expression stands: within a look nothing is captured. */
  enum Scope {
    TOP,
    GROUP,
    LOOK
  }

  RegexNode choice(Scope scope) {
    List<RegexNode> branches = new ArrayList<>();
    int flags = RegexNode.LONGER;
    do {
      RegexNode branch = new RegexBranch(this, scope).parse();
      branches.add(branch);
      flags |= RegexNode.up(flags | branch.flags);
      lexer.skipIgnored();
    } while (lexer.takes('|'));
    if (scope != Scope.TOP && !lexer.takes(')')) {
      throw RegexError.EPAREN.report();
    }
    if (branches.size() == 1) {
      return branches.get(0);
    }
    RegexExpression either = new Choice(branches.stream().map(b -> b.expression).toList());
    return RegexNode.isMessy(flags)
        ? new RegexNode(Kind.CHOICE, flags, either, branches.toArray(RegexNode[]::new))
        : new RegexNode(Kind.LEAF, flags, either);
  }

  RegexLexer lexer() {
    return lexer;
  }

  int nextGroup() {
    return ++groups;
  }

  private RegexExpression one(int character) {
    return new Characters(letterCase.one(character));
  }

  /** A constraint here, or null. */
  RegexExpression constraint() {
    int distance = lexer.peek() == '\\' ? 1 : 0;
    Place place = distance == 1 ? escapedPlace(lexer.peek(1)) : place(lexer.peek());
    if (place != null) {
      lexer.skip(distance + 1);
      return new Constraint(place, options.alphabet());
    }
    return bracketPlace() != null ? bracketConstraint() : look();
  }

  private Place place(int character) {
    if (character == '^') {
      return options.newlineAnchors() ? Place.START_OF_LINE : Place.START_OF_TEXT;
    }
    if (character == '$') {
      return options.newlineAnchors() ? Place.END_OF_LINE : Place.END_OF_TEXT;
    }
    return null;
  }

  private static Place escapedPlace(int letter) {
    return switch (letter) {
      case 'A' -> Place.START_OF_TEXT;
      case 'Z' -> Place.END_OF_TEXT;
      case 'm' -> Place.START_OF_WORD;
      case 'M' -> Place.END_OF_WORD;
      case 'y' -> Place.EDGE_OF_WORD;
      case 'Y' -> Place.NO_EDGE_OF_WORD;
      default -> null;
    };
  }

  /** {@code [[:<:]]} and {@code [[:>:]]}. */
  private Place bracketPlace() {
    boolean form =
        lexer.peek() == '['
            && lexer.peek(1) == '['
            && lexer.peek(2) == ':'
            && lexer.peek(4) == ':'
            && lexer.peek(5) == ']'
            && lexer.peek(6) == ']';
    if (form && lexer.peek(3) == '<') {
      return Place.START_OF_WORD;
    }
    return form && lexer.peek(3) == '>' ? Place.END_OF_WORD : null;
  }

  private RegexExpression bracketConstraint() {
    Place place = bracketPlace();
    lexer.skip(7);
    return new Constraint(place, options.alphabet());
  }

  private RegexExpression look() {
    if (lexer.peek() != '(' || lexer.peek(1) != '?') {
      return null;
    }
    boolean behind = lexer.peek(2) == '<';
    int mark = lexer.peek(behind ? 3 : 2);
    if (mark != '=' && mark != '!') {
      return null;
    }
    lexer.skip(behind ? 4 : 3);
    RegexExpression part = choice(Scope.LOOK).expression;
    return new Look(
        part,
        behind ? Direction.BEHIND : Direction.AHEAD,
        mark == '=' ? Sense.POSITIVE : Sense.NEGATIVE);
  }

  /** One character of some set; what opens groups and quantifiers does not come here. */
  RegexExpression characters() {
    int character = lexer.take();
    return switch (character) {
      case '.' -> new Characters(options.newlineStops() ? c -> c != '\n' : c -> true);
      case '[' -> new Characters(new RegexBracket(lexer, letterCase).parse());
      case '\\' -> escape();
      default -> one(character);
    };
  }

  private RegexExpression escape() {
    if (lexer.atEnd()) {
      throw RegexError.EESCAPE.report();
    }
    IntPredicate shorthand = RegexEscapes.shorthand(lexer.peek(), options);
    if (shorthand == null) {
      return one(RegexEscapes.character(lexer));
    }
    lexer.take();
    return new Characters(shorthand);
  }
}
