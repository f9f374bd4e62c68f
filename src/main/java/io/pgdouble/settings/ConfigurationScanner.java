package io.pgdouble.settings;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a configuration file: the rules of {@code guc-file.l}. */
final class ConfigurationScanner {
  /** What a word is. Of two that fit equally long, the first counts. */
  enum Token {
    END_OF_FILE,
    END_OF_LINE,
    ID,
    QUALIFIED_ID,
    STRING,
    UNQUOTED_STRING,
    INTEGER,
    REAL,
    EQUALS,
    ERROR;

    boolean isName() {
      return this == ID || this == QUALIFIED_ID;
    }

    boolean isValue() {
      return this == ID
          || this == STRING
          || this == INTEGER
          || this == REAL
          || this == UNQUOTED_STRING;
    }

    boolean endsLine() {
      return this == END_OF_LINE || this == END_OF_FILE;
    }
  }

  private static final String LETTER = "[A-Za-z_\\x{80}-\\x{10FFFF}]";
  private static final String LETTER_OR_DIGIT = "[A-Za-z_0-9\\x{80}-\\x{10FFFF}]";
  private static final String IDENTIFIER = LETTER + LETTER_OR_DIGIT + "*+";
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r]*+(#[^\\n]*+)?+");

  private static final Map<Token, Pattern> RULES = new EnumMap<>(Token.class);

  static {
    RULES.put(Token.ID, Pattern.compile(IDENTIFIER));
    RULES.put(Token.QUALIFIED_ID, Pattern.compile(IDENTIFIER + "\\." + IDENTIFIER));
    RULES.put(
        Token.UNQUOTED_STRING, Pattern.compile(LETTER + "[-._:/A-Za-z0-9\\x{80}-\\x{10FFFF}]*+"));
    RULES.put(Token.INTEGER, Pattern.compile("[-+]?(0x[0-9a-fA-F]++|[0-9]++)[a-zA-Z]*+"));
    RULES.put(Token.REAL, Pattern.compile("[-+]?[0-9]*+\\.[0-9]*+([Ee][-+]?[0-9]++)?+"));
  }

  private final String text;
  private int at;
  private int line = 1;
  private Token token = Token.END_OF_FILE;
  private String word = "";

  ConfigurationScanner(String text) {
    this.text = text;
  }

  /** The line the scanner is on, from 1. After an end of line, the next one. */
  int line() {
    return line;
  }

  /** The last word as it stands in the file; a zero ends it, as it ends any C text. */
  String word() {
    int zero = word.indexOf(0);
    return zero < 0 ? word : word.substring(0, zero);
  }

  /** The last word as a value: a quoted one without its quotes. */
  String value() {
    return token == Token.STRING ? unquoted(word) : word;
  }

  /** What the last word is. */
  Token last() {
    return token;
  }

  /** Goes on to the next word. */
  Token next() {
    Matcher blanks = BLANKS.matcher(text).region(at, text.length());
    while (blanks.lookingAt() && blanks.end() > at) {
      at = blanks.end();
      blanks.region(at, text.length());
    }
    int start = at;
    token = read();
    word = text.substring(start, at);
    return token;
  }

  private Token read() {
    if (at == text.length()) {
      return Token.END_OF_FILE;
    }
    char c = text.charAt(at);
    if (c == '\n') {
      line++;
      at++;
      return Token.END_OF_LINE;
    }
    if (c == '\'') {
      int end = endOfString();
      at = Math.max(end, at + 1);
      return end < 0 ? Token.ERROR : Token.STRING;
    }
    return longest();
  }

  private Token longest() {
    int start = at;
    Token found = text.charAt(start) == '=' ? Token.EQUALS : Token.ERROR;
    at = text.offsetByCodePoints(start, 1);
    int end = start;
    for (Map.Entry<Token, Pattern> rule : RULES.entrySet()) {
      Matcher matcher = rule.getValue().matcher(text).region(start, text.length());
      if (matcher.lookingAt() && matcher.end() > end) {
        end = matcher.end();
        found = rule.getKey();
        at = end;
      }
    }
    return found;
  }

  /**
   * The end of the longest quoted string that begins here, or -1. Two quotes are one, unless the
   * string would not end.
   */
  private int endOfString() {
    int end = -1;
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != '\n') {
      char c = text.charAt(i);
      if (c == '\'') {
        end = i + 1;
      }
      boolean lastQuote = c == '\'' && !text.startsWith("'", i + 1);
      boolean danglingEscape = c == '\\' && (i + 1 == text.length() || text.charAt(i + 1) == '\n');
      if (lastQuote || danglingEscape) {
        return end;
      }
      i += c == '\'' || c == '\\' ? 2 : 1;
    }
    return end;
  }

  /**
   * {@code guc-file.l: DeescapeQuotedString}. A zero byte ends the value, as it ends any C text.
   */
  static String unquoted(String quoted) {
    byte[] in = quoted.substring(1, quoted.length() - 1).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    int i = 0;
    while (i < in.length) {
      if (in[i] == '\\' && i + 1 < in.length) {
        i = unescape(in, i + 1, out);
      } else {
        boolean doubled = in[i] == '\'' && i + 1 < in.length && in[i + 1] == '\'';
        out.write(in[i]);
        i += doubled ? 2 : 1;
      }
    }
    String value = out.toString(StandardCharsets.UTF_8);
    int zero = value.indexOf(0);
    return zero < 0 ? value : value.substring(0, zero);
  }

  /** What follows a backslash; returns where to go on. */
  private static int unescape(byte[] in, int at, ByteArrayOutputStream out) {
    int special = "bfnrt".indexOf(in[at]);
    if (special >= 0) {
      out.write("\b\f\n\r\t".charAt(special));
      return at + 1;
    }
    int octal = 0;
    int end = at;
    while (end < in.length && end < at + 3 && in[end] >= '0' && in[end] <= '7') {
      octal = octal * 8 + in[end] - '0';
      end++;
    }
    out.write(end > at ? octal : in[at]);
    return Math.max(end, at + 1);
  }
}
