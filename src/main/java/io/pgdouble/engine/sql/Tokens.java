package io.pgdouble.engine.sql;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.function.Consumer;

/**
 * The tokens as the grammar sees them: the filter between lexer and parser ({@code parser.c:
 * base_yylex}), with a little room to look ahead. Tokens are scanned only when asked for, so that
 * an error of the grammar comes before one of the lexer further on.
 */
final class Tokens {
  private static final int WINDOW = 4;

  private final Lexer lexer;
  private final int[] kinds = new int[WINDOW];
  private final int[] starts = new int[WINDOW];
  private final int[] ends = new int[WINDOW];
  private final int[] numbers = new int[WINDOW];
  private final String[] texts = new String[WINDOW];
  private int first;
  private int ready;
  private int consumed;

  /** A core token read by the filter and not yet given out; -1 if there is none. */
  private int pending = -1;

  private int pendingStart;
  private int pendingEnd;
  private int pendingNumber;
  private String pendingText = "";

  Tokens(String sql, ParserSettings settings, Consumer<ErrorReport> notices) {
    this.lexer = new Lexer(sql, settings, notices);
  }

  /** The kind of the next token. */
  int kind() {
    if (ready == 0) {
      read();
    }
    return kinds[first];
  }

  /** The kind of the token after the next. */
  int second() {
    return kindAt(1);
  }

  /** The kind of the token after that. */
  int third() {
    return kindAt(2);
  }

  private int kindAt(int distance) {
    while (ready <= distance) {
      read();
    }
    return kinds[(first + distance) & (WINDOW - 1)];
  }

  boolean is(int kind) {
    return kind() == kind;
  }

  /** Where the next token begins, as a location in the tree. */
  int location() {
    kind();
    return lexer.location(starts[first]);
  }

  /** How many tokens were consumed: tells whether two places are the same. */
  int consumed() {
    return consumed;
  }

  /** The text of the next token: the word, folded; the string, unescaped. */
  String text() {
    kind();
    return texts[first];
  }

  int number() {
    kind();
    return numbers[first];
  }

  void advance() {
    kind();
    first = (first + 1) & (WINDOW - 1);
    ready--;
    consumed++;
  }

  /** Consumes the next token if it is of this kind. */
  boolean accept(int kind) {
    if (kind() != kind) {
      return false;
    }
    advance();
    return true;
  }

  /** Consumes the next token if the two to come are of these kinds. */
  boolean accept(int kind, int following) {
    if (kind() != kind || second() != following) {
      return false;
    }
    advance();
    advance();
    return true;
  }

  void expect(int kind) {
    if (kind() != kind) {
      throw syntaxError();
    }
    advance();
  }

  void expect(int kind, int following) {
    expect(kind);
    expect(following);
  }

  /** Consumes the next token and answers its text. */
  String take() {
    String text = text();
    advance();
    return text;
  }

  String sconst() {
    if (kind() != Token.SCONST) {
      throw syntaxError();
    }
    return take();
  }

  int iconst() {
    if (kind() != Token.ICONST) {
      throw syntaxError();
    }
    int value = number();
    advance();
    return value;
  }

  /** What bison reports at a token it cannot use. */
  RuntimeException syntaxError() {
    return errorHere("syntax error");
  }

  /** A complaint at the next token, with its text ({@code parser_yyerror}). */
  RuntimeException errorHere(String message) {
    kind();
    lexer.start = starts[first];
    lexer.end = ends[first];
    return lexer.syntaxError(message);
  }

  /** A complaint of the grammar's actions: a text and a location; none if that is negative. */
  RuntimeException error(SqlState state, String message, int location) {
    return report(state, message, location).toException();
  }

  ErrorReport report(SqlState state, String message, int location) {
    ErrorReport report = ErrorReport.error(state, message);
    return location < 0 ? report : report.withPosition(location + 1);
  }

  void warn(ErrorReport warning) {
    lexer.warn(warning);
  }

  int major() {
    return lexer.settings.major();
  }

  /** Refuses what that change made grammar, where the double knows only what was before. */
  void refuseFrom(MajorChange change, String what) {
    if (change.isIn(major())) {
      throw ErrorReport.notSimulated(what).toException();
    }
  }

  private void read() {
    int slot = (first + ready) & (WINDOW - 1);
    int kind = core();
    kinds[slot] = kind;
    starts[slot] = lexer.start;
    ends[slot] = lexer.end;
    numbers[slot] = lexer.number;
    texts[slot] = lexer.text;
    ready++;
    if (needsLookahead(kind)) {
      kinds[slot] = filter(kind, slot);
    } else if (kind == Token.UIDENT || kind == Token.USCONST) {
      kinds[slot] = unescape(kind, slot);
    }
  }

  private static boolean needsLookahead(int kind) {
    return kind == Keyword.NOT
        || kind == Keyword.WITH
        || kind == Keyword.NULLS
        || kind == Keyword.WITHOUT
        || kind == Keyword.FORMAT;
  }

  private int core() {
    if (pending < 0) {
      return lexer.next();
    }
    int kind = pending;
    lexer.start = pendingStart;
    lexer.end = pendingEnd;
    lexer.number = pendingNumber;
    lexer.text = pendingText;
    pending = -1;
    return kind;
  }

  private int peekCore() {
    pending = lexer.next();
    pendingStart = lexer.start;
    pendingEnd = lexer.end;
    pendingNumber = lexer.number;
    pendingText = lexer.text;
    return pending;
  }

  private int filter(int kind, int slot) {
    int next = peekCore();
    lexer.start = starts[slot];
    return switch (kind) {
      case Keyword.NOT -> isNegatable(next) ? Token.NOT_LA : kind;
      case Keyword.WITH ->
          next == Keyword.TIME || next == Keyword.ORDINALITY ? Token.WITH_LA : kind;
      case Keyword.NULLS -> next == Keyword.FIRST_ || next == Keyword.LAST ? Token.NULLS_LA : kind;
      case Keyword.WITHOUT -> next == Keyword.TIME ? Token.WITHOUT_LA : kind;
      default -> next == Keyword.JSON ? Token.FORMAT_LA : kind;
    };
  }

  private static boolean isNegatable(int next) {
    return next == Keyword.BETWEEN
        || next == Keyword.IN
        || next == Keyword.LIKE
        || next == Keyword.ILIKE
        || next == Keyword.SIMILAR;
  }

  private int unescape(int kind, int slot) {
    int from = starts[slot];
    char escape = '\\';
    if (peekCore() == Keyword.UESCAPE) {
      escape = escapeCharacter();
      ends[slot] = lexer.end;
      pending = -1;
    }
    String text = UnicodeEscapes.resolve(lexer, texts[slot], escape, from + 3);
    texts[slot] = kind == Token.UIDENT ? lexer.truncate(text) : text;
    return kind == Token.UIDENT ? Token.IDENT : Token.SCONST;
  }

  private char escapeCharacter() {
    if (lexer.next() != Token.SCONST) {
      throw lexer.syntaxError("UESCAPE must be followed by a simple string literal");
    }
    String escape = lexer.text;
    if (escape.length() != 1 || !UnicodeEscapes.isEscape(escape.charAt(0), lexer)) {
      throw lexer.syntaxError("invalid Unicode escape character");
    }
    return escape.charAt(0);
  }
}
