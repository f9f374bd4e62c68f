package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of a path into words as {@code jsonpath_scan.l} does, oddities and all. */
final class JsonPathLexer {
  private static final String SPECIAL = "?%$.[]{}()|&!=<>@#,*:-+/";
  private static final String BLANK = " \t\n\r\f";
  private static final List<String> OPERATORS =
      List.of("&&", "||", "**", "<=", "==", "<>", "!=", ">=");
  private static final Set<String> KEYWORDS =
      Set.of(
          "is",
          "to",
          "abs",
          "lax",
          "flag",
          "last",
          "null",
          "size",
          "true",
          "type",
          "with",
          "false",
          "floor",
          "double",
          "exists",
          "starts",
          "strict",
          "ceiling",
          "unknown",
          "datetime",
          "keyvalue",
          "like_regex");
  private static final Set<String> LOWER_CASE_ONLY = Set.of("null", "true", "false");

  private static final String OTHER = "[^?%$.\\[\\]{}()|&!=<>@#,*:\\-+/\\\\\" \\t\\n\\r\\f]";
  private static final String DIGITS = "[0-9](?:_?[0-9])*";
  private static final String INTEGER = "(?:0|[1-9](?:_?[0-9])*)";
  private static final String DECIMAL =
      "(?:" + INTEGER + "\\.(?:" + DIGITS + ")?|\\." + DIGITS + ")";
  private static final String REAL = "(?:" + DECIMAL + "|" + INTEGER + ")[Ee][-+]?" + DIGITS;

  /** What begins like a number, in the order in which equally long ones win. */
  private enum NumberForm {
    REAL(JsonPathLexer.REAL),
    DECIMAL(JsonPathLexer.DECIMAL),
    INTEGER(JsonPathLexer.INTEGER),
    HEXADECIMAL("0[xX][0-9A-Fa-f](?:_?[0-9A-Fa-f])*"),
    OCTAL("0[oO][0-7](?:_?[0-7])*"),
    BINARY("0[bB][01](?:_?[01])*"),
    BROKEN("(?:" + JsonPathLexer.DECIMAL + "|" + JsonPathLexer.INTEGER + ")[Ee][-+]"),
    INTEGER_JUNK(JsonPathLexer.INTEGER + OTHER),
    DECIMAL_JUNK(JsonPathLexer.DECIMAL + OTHER),
    REAL_JUNK(JsonPathLexer.REAL + OTHER),
    NAME(OTHER + "+");

    private final Pattern since16;
    private final Pattern before;

    NumberForm(String pattern) {
      this.since16 = Pattern.compile(pattern);
      this.before = Pattern.compile(pattern.replace("_?", ""));
    }

    private boolean isSince16() {
      return this == HEXADECIMAL || this == OCTAL || this == BINARY;
    }

    /** How much of the text has this form. */
    private int length(String text, int from, int major) {
      boolean asInSql = MajorChange.JSONPATH_NUMBERS_AS_IN_SQL.isIn(major);
      if (!asInSql && isSince16()) {
        return 0;
      }
      Pattern pattern = asInSql ? since16 : before;
      Matcher matcher = pattern.matcher(text).region(from, text.length());
      return matcher.lookingAt() ? matcher.end() - from : 0;
    }
  }

  private final String text;
  private final int major;
  private int at;

  JsonPathLexer(String text, int major) {
    this.text = text;
    this.major = major;
  }

  private char current() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  JsonPathToken next() {
    skip();
    if (at == text.length()) {
      return new JsonPathToken(JsonPathToken.Kind.END, "", "", "");
    }
    char first = current();
    if (first == '"') {
      at++;
      return quoted(JsonPathToken.Kind.STRING);
    }
    if (first == '$') {
      return variable();
    }
    JsonPathToken number = number();
    if (number != null) {
      return number;
    }
    return SPECIAL.indexOf(first) >= 0 ? sign() : name();
  }

  private void skip() {
    while (at < text.length()) {
      if (BLANK.indexOf(current()) >= 0) {
        at++;
      } else if (text.startsWith("/*", at)) {
        comment();
      } else {
        return;
      }
    }
  }

  private void comment() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw JsonPathFault.Word.COMMENT.at(major, "");
    }
    at = end + 2;
  }

  private JsonPathToken sign() {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator, at)) {
        at += operator.length();
        String meant = operator.equals("<>") ? "!=" : operator;
        return new JsonPathToken(JsonPathToken.Kind.SIGN, meant, operator, operator);
      }
    }
    String sign = text.substring(at, ++at);
    return new JsonPathToken(JsonPathToken.Kind.SIGN, sign, sign, sign);
  }

  private JsonPathToken variable() {
    at++;
    if (current() == '"') {
      at++;
      return quoted(JsonPathToken.Kind.VARIABLE);
    }
    int from = at;
    while (isOther()) {
      at++;
    }
    String name = text.substring(from, at);
    return name.isEmpty()
        ? new JsonPathToken(JsonPathToken.Kind.SIGN, "$", "$", "$")
        : new JsonPathToken(JsonPathToken.Kind.VARIABLE, "", name, "$" + name);
  }

  private boolean isOther() {
    char one = current();
    return at < text.length()
        && SPECIAL.indexOf(one) < 0
        && BLANK.indexOf(one) < 0
        && one != '\\'
        && one != '"';
  }

  private JsonPathToken quoted(JsonPathToken.Kind kind) {
    StringBuilder value = new StringBuilder();
    JsonPathEscapes escapes = new JsonPathEscapes(text, value, major);
    while (current() != '"') {
      if (at == text.length()) {
        throw JsonPathFault.Word.STRING.at(major, "");
      }
      if (current() == '\\') {
        at = escapes.read(at);
      } else {
        value.append(text.charAt(at++));
      }
    }
    at++;
    return new JsonPathToken(kind, "", value.toString(), "\"");
  }

  /** Null where there is none. */
  private JsonPathToken number() {
    NumberForm best = NumberForm.NAME;
    int length = 0;
    for (NumberForm form : NumberForm.values()) {
      int possible = form.length(text, at, major);
      if (possible > length) {
        best = form;
        length = possible;
      }
    }
    if (length == 0 || best == NumberForm.NAME) {
      return null;
    }
    String found = text.substring(at, at + length);
    boolean known = MajorChange.JSONPATH_NUMBERS_END_AT_SPACE.isIn(major);
    if (!known && !found.matches("0|[1-9][0-9]*|[0-9]+\\.[0-9]+")) {
      throw ErrorReport.notSimulated("this number in a jsonpath").toException();
    }
    at += length;
    return switch (best) {
      case REAL, DECIMAL -> new JsonPathToken(JsonPathToken.Kind.NUMBER, "", found, found);
      case INTEGER, HEXADECIMAL, OCTAL, BINARY ->
          new JsonPathToken(JsonPathToken.Kind.INTEGER, "", found, found);
      case BROKEN -> throw JsonPathFault.Word.NUMBER.at(major, found);
      case INTEGER_JUNK, DECIMAL_JUNK, REAL_JUNK -> throw JsonPathFault.Word.JUNK.at(major, found);
      case NAME -> null;
    };
  }

  /**
   * A name without quotes, or a keyword. A complaint about it shows the blanks behind it, or
   * nothing; and it is lost where a comment follows.
   */
  private JsonPathToken name() {
    StringBuilder value = new StringBuilder();
    JsonPathEscapes escapes = new JsonPathEscapes(text, value, major);
    while (isOther() || current() == '\\') {
      if (current() == '\\') {
        at = escapes.read(at);
      } else {
        value.append(text.charAt(at++));
      }
    }
    if (text.startsWith("/*", at)) {
      comment();
      return next();
    }
    int blanks = at;
    while (at < text.length() && BLANK.indexOf(current()) >= 0) {
      at++;
    }
    return word(value.toString(), text.substring(blanks, at));
  }

  private static JsonPathToken word(String value, String shown) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean keyword =
        KEYWORDS.contains(lower) && (value.equals(lower) || !LOWER_CASE_ONLY.contains(lower));
    return keyword
        ? new JsonPathToken(JsonPathToken.Kind.KEYWORD, lower, value, shown)
        : new JsonPathToken(JsonPathToken.Kind.IDENTIFIER, "", value, shown);
  }
}
