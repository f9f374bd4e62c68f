package io.pgdouble.engine.sql;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The core lexer ({@code scan.l}): one token at a time, with its value and its place.
 *
 * <p>After {@link #next}, {@link #start} and {@link #end} delimit what was matched; an error's text
 * is what lies between them.
 */
final class Lexer {
  /** {@code NAMEDATALEN}: names are cut to one byte less. */
  static final int NAMEDATALEN = 64;

  static final String OPERATOR_CHARS = "~!@#^&|`?+-*/%<>=";

  final String sql;
  final int length;
  final ParserSettings settings;
  private final Consumer<ErrorReport> notices;
  private final boolean astral;

  int start;
  int end;

  /** The text of a word, string, number, or operator. */
  String text = "";

  /** The value of an ICONST or a PARAM. */
  int number;

  Lexer(String sql, ParserSettings settings, Consumer<ErrorReport> notices) {
    this.sql = sql;
    this.length = sql.length();
    this.settings = settings;
    this.notices = notices;
    this.astral = mayHoldSurrogates(sql);
  }

  private static boolean mayHoldSurrogates(String sql) {
    int bits = 0;
    for (int i = 0; i < sql.length(); i++) {
      bits |= sql.charAt(i);
    }
    return bits >= Character.MIN_SURROGATE;
  }

  /** The character at an index; NUL past the end, which no query string contains. */
  char at(int index) {
    return index < length ? sql.charAt(index) : 0;
  }

  /** An index as a location: in characters as PostgreSQL counts them, from 0. */
  int location(int index) {
    return astral ? sql.codePointCount(0, index) : index;
  }

  /** Scans the next token, from {@link #end} on. */
  int next() {
    start = skipWhitespace(end);
    if (start >= length) {
      start = length;
      end = length;
      return Token.EOF;
    }
    char c = sql.charAt(start);
    if (isIdentifierStart(c)) {
      return word(c);
    }
    if (c >= '0' && c <= '9') {
      return new NumberScanner(this).number();
    }
    return switch (c) {
      case '\'' -> new StringScanner(this).plain(start + 1);
      case '"' -> quotedIdentifier(start + 1);
      case '$' -> dollar();
      case '.' -> dot();
      case ':' -> colon();
      default -> OPERATOR_CHARS.indexOf(c) >= 0 ? new OperatorScanner(this).operator() : single(c);
    };
  }

  private int single(char c) {
    end = start + 1;
    if (Character.isHighSurrogate(c) && end < length) {
      end++;
    }
    return c;
  }

  private int dot() {
    if (at(start + 1) == '.') {
      end = start + 2;
      return Token.DOT_DOT;
    }
    char c = at(start + 1);
    return c >= '0' && c <= '9' ? new NumberScanner(this).number() : single('.');
  }

  private int colon() {
    char c = at(start + 1);
    if (c == ':' || c == '=') {
      end = start + 2;
      return c == ':' ? Token.TYPECAST : Token.COLON_EQUALS;
    }
    return single(':');
  }

  private int dollar() {
    char c = at(start + 1);
    if (c >= '0' && c <= '9') {
      return new NumberScanner(this).parameter();
    }
    int i = start + 1;
    if (isDollarTagStart(c)) {
      do {
        i++;
      } while (isDollarTagStart(at(i)) || (at(i) >= '0' && at(i) <= '9'));
    }
    return at(i) == '$' ? new StringScanner(this).dollarQuoted(i + 1) : single('$');
  }

  private static boolean isDollarTagStart(char c) {
    return isIdentifierStart(c);
  }

  static boolean isIdentifierStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  static boolean isIdentifierPart(char c) {
    return isIdentifierStart(c) || (c >= '0' && c <= '9') || c == '$';
  }

  /** Where the identifier that stands at an index ends; the index itself if none does. */
  int identifierEnd(int index) {
    int i = index;
    if (isIdentifierStart(at(i))) {
      do {
        i++;
      } while (isIdentifierPart(at(i)));
    }
    return i;
  }

  private int word(char first) {
    int prefixed = at(start + 1) == '\'' || at(start + 1) == '&' ? prefixedLiteral(first) : 0;
    if (prefixed != 0) {
      return prefixed;
    }
    end = identifierEnd(start);
    int keyword = Keyword.lookup(sql, start, end, settings.major());
    if (keyword >= 0) {
      text = Keyword.name(keyword);
      return keyword;
    }
    text = truncate(fold(start, end));
    return Token.IDENT;
  }

  private int prefixedLiteral(char first) {
    if (at(start + 1) == '&') {
      return first == 'u' || first == 'U' ? unicodeEscaped() : 0;
    }
    return switch (first) {
      case 'e', 'E' -> new StringScanner(this).escape(start + 2);
      case 'b', 'B' -> new StringScanner(this).bits('b');
      case 'x', 'X' -> new StringScanner(this).bits('x');
      case 'n', 'N' -> national();
      default -> 0;
    };
  }

  private int national() {
    end = start + 1;
    text = Keyword.name(Keyword.NCHAR);
    return Keyword.NCHAR;
  }

  private int unicodeEscaped() {
    return switch (at(start + 2)) {
      case '\'' -> new StringScanner(this).unicode(start + 3);
      case '"' -> unicodeIdentifier();
      default -> 0;
    };
  }

  private int unicodeIdentifier() {
    text = delimited(start + 3);
    return Token.UIDENT;
  }

  private int quotedIdentifier(int from) {
    text = truncate(delimited(from));
    return Token.IDENT;
  }

  private String delimited(int from) {
    int close = sql.indexOf('"', from);
    if (close >= 0 && at(close + 1) != '"') {
      end = close + 1;
      if (close == from) {
        throw syntaxError("zero-length delimited identifier");
      }
      return sql.substring(from, close);
    }
    return delimitedWithQuotes(from);
  }

  private String delimitedWithQuotes(int from) {
    StringBuilder name = new StringBuilder();
    int i = from;
    while (i < length) {
      char c = sql.charAt(i++);
      if (c == '"' && at(i) != '"') {
        end = i;
        return name.toString();
      }
      i += c == '"' ? 1 : 0;
      name.append(c);
    }
    end = length;
    throw syntaxError("unterminated quoted identifier");
  }

  /** Only ASCII is folded: the server's encoding is a multi-byte one. */
  private String fold(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = sql.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        return foldFrom(i, from, to);
      }
    }
    return sql.substring(from, to);
  }

  private String foldFrom(int firstUpper, int from, int to) {
    StringBuilder folded = new StringBuilder(to - from).append(sql, from, firstUpper);
    for (int i = firstUpper; i < to; i++) {
      char c = sql.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return folded.toString();
  }

  /** Cuts a name to what fits a {@code name}, telling so ({@code truncate_identifier}). */
  String truncate(String name) {
    // No character takes more than three bytes for each of its UTF-16 units.
    if (name.length() * 3 < NAMEDATALEN || utf8Length(name) < NAMEDATALEN) {
      return name;
    }
    int bytes = 0;
    int i = 0;
    while (true) {
      int c = name.codePointAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes >= NAMEDATALEN) {
        break;
      }
      i += Character.charCount(c);
    }
    String cut = name.substring(0, i);
    String message = "identifier \"" + name + "\" will be truncated to \"" + cut + "\"";
    notices.accept(ErrorReport.notice(SqlState.NAME_TOO_LONG, message));
    return cut;
  }

  private static int utf8Length(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  private int skipWhitespace(int from) {
    int i = from;
    while (i < length) {
      char c = sql.charAt(i);
      if (isSpace(c)) {
        i++;
      } else if (c == '-' && at(i + 1) == '-') {
        i = skipLine(i);
      } else if (c == '/' && at(i + 1) == '*') {
        i = skipComment(i);
      } else {
        break;
      }
    }
    return i;
  }

  boolean isSpace(char c) {
    return c == ' '
        || c == '\n'
        || c == '\t'
        || c == '\r'
        || c == '\f'
        || c == '\u000b' && MajorChange.VERTICAL_TAB_IS_SPACE.isIn(settings.major());
  }

  /** Past a {@code --} comment, before the newline that ends it. */
  int skipLine(int from) {
    int i = from;
    while (i < length && sql.charAt(i) != '\n' && sql.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private int skipComment(int from) {
    int depth = 0;
    int i = from;
    while (i < length) {
      if (at(i) == '/' && at(i + 1) == '*') {
        depth++;
        i += 2;
      } else if (at(i) == '*' && at(i + 1) == '/') {
        depth--;
        i += 2;
      } else {
        i++;
      }
      if (depth == 0) {
        return i;
      }
    }
    start = from;
    end = length;
    throw syntaxError("unterminated /* comment");
  }

  /** An error at the current token, with its text ({@code scanner_yyerror}). */
  RuntimeException syntaxError(String message) {
    String where =
        start >= length ? " at end of input" : " at or near \"" + sql.substring(start, end) + "\"";
    return error(SqlState.SYNTAX_ERROR, message + where, start).toException();
  }

  /** A report that points to an index. */
  ErrorReport error(SqlState state, String message, int index) {
    return ErrorReport.error(state, message).withPosition(location(index) + 1);
  }

  void warn(ErrorReport warning) {
    notices.accept(warning);
  }
}
