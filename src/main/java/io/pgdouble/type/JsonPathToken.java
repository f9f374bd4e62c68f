package io.pgdouble.type;

/**
 * A word of a path.
 *
 * @param sign a special character, an operator, or a keyword in lower case; otherwise empty
 * @param text its value: as written, without quotes and escapes
 * @param shown what a complaint about it shows; empty at the end
 */
record JsonPathToken(Kind kind, String sign, String text, String shown) {

  /** What kind of word it is. */
  enum Kind {
    END,
    SIGN,
    KEYWORD,
    IDENTIFIER,
    STRING,
    NUMBER,
    INTEGER,
    VARIABLE
  }

  boolean is(String wanted) {
    return sign.equals(wanted);
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }
}
