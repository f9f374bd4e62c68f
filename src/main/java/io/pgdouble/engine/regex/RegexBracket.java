package io.pgdouble.engine.regex;

import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Reads a bracket expression. Server: {@code regcomp.c: brackpart}. */
final class RegexBracket {
  private static final int NOTHING = -1;

  private final RegexLexer lexer;
  private final RegexCase letterCase;
  private final List<IntPredicate> parts = new ArrayList<>();
  private boolean first = true;

  RegexBracket(RegexLexer lexer, RegexCase letterCase) {
    this.lexer = lexer;
    this.letterCase = letterCase;
  }

  /** After the opening bracket. */
  IntPredicate parse() {
    boolean complement = lexer.takes('^');
    while (lexer.peek() != ']' || first) {
      if (lexer.atEnd()) {
        throw RegexError.EBRACK.report();
      }
      part();
      first = false;
    }
    lexer.take();
    IntPredicate set = c -> parts.stream().anyMatch(p -> p.test(c));
    if (!complement) {
      return set;
    }
    return lexer.options().newlineStops() ? c -> c != '\n' && !set.test(c) : set.negate();
  }

  private void part() {
    int start = endpoint(RegexError.ERANGE);
    if (start == NOTHING) {
      return;
    }
    boolean range = lexer.peek() == '-' && lexer.peek(1) != ']';
    if (!range) {
      parts.add(letterCase.one(start));
      return;
    }
    lexer.take();
    if (lexer.atEnd()) {
      throw RegexError.EBRACK.report();
    }
    int end = lexer.peek() == '-' ? lexer.take() : rangeEnd();
    if (end < start) {
      throw RegexError.ERANGE.report();
    }
    parts.add(letterCase.range(start, end));
  }

  private int rangeEnd() {
    int before = parts.size();
    int end = endpoint(RegexError.ERANGE);
    if (end == NOTHING || parts.size() > before) {
      throw RegexError.ERANGE.report();
    }
    return end;
  }

  /** A character; NOTHING where a class was read and added. */
  private int endpoint(RegexError strayRange) {
    int character = lexer.take();
    if (character == '-' && !first && lexer.peek() != ']') {
      throw strayRange.report();
    }
    if (character == '\\') {
      return escape();
    }
    if (character != '[') {
      return character;
    }
    return switch (lexer.peek()) {
      case -1 -> throw RegexError.EBRACK.report();
      case '.' -> element(name('.'));
      case '=' -> equivalence(name('='));
      case ':' -> namedClass(name(':'));
      default -> '[';
    };
  }

  private int escape() {
    if (lexer.atEnd()) {
      throw RegexError.EESCAPE.report();
    }
    IntPredicate shorthand = RegexEscapes.shorthand(lexer.peek(), lexer.options());
    if (shorthand == null) {
      return RegexEscapes.character(lexer);
    }
    lexer.take();
    parts.add(shorthand);
    return NOTHING;
  }

  private String name(int mark) {
    lexer.take();
    StringBuilder name = new StringBuilder();
    while (lexer.peek() != mark || lexer.peek(1) != ']') {
      if (lexer.atEnd()) {
        throw RegexError.EBRACK.report();
      }
      name.appendCodePoint(lexer.take());
    }
    lexer.skip(2);
    return name.toString();
  }

  private static int element(String name) {
    if (name.isEmpty()) {
      throw RegexError.ECOLLATE.report();
    }
    if (name.codePointCount(0, name.length()) == 1) {
      return name.codePointAt(0);
    }
    throw ErrorReport.notSimulated("names of collating elements in regular expressions")
        .toException();
  }

  private int equivalence(String name) {
    parts.add(letterCase.one(element(name)));
    return NOTHING;
  }

  private int namedClass(String name) {
    IntPredicate set = name.isEmpty() ? null : RegexClasses.named(name, lexer.options().alphabet());
    if (set == null) {
      throw RegexError.ECTYPE.report();
    }
    boolean cased = name.equals("lower") || name.equals("upper");
    parts.add(
        cased && lexer.options().ignoreCase()
            ? RegexClasses.named("alpha", lexer.options().alphabet())
            : set);
    return NOTHING;
  }

  /** Letters of both cases where case is ignored. */
  record RegexCase(RegexOptions options, IntUnaryOperator lower, IntUnaryOperator upper) {

    IntPredicate one(int character) {
      if (!options.ignoreCase()) {
        return c -> c == character;
      }
      int small = lower.applyAsInt(character);
      int capital = upper.applyAsInt(character);
      return c -> c == character || c == small || c == capital;
    }

    IntPredicate range(int start, int end) {
      IntPredicate plain = c -> c >= start && c <= end;
      if (!options.ignoreCase()) {
        return plain;
      }
      if (end >= 0x80 && start != end) {
        throw ErrorReport.notSimulated(
                "ranges beyond ASCII in regular expressions without regard to case")
            .toException();
      }
      return c ->
          plain.test(c) || plain.test(lower.applyAsInt(c)) || plain.test(upper.applyAsInt(c));
    }
  }
}
