package io.pgdouble.engine.regex;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** What may be wrong with a pattern. Server: {@code regerrs.h}. */
enum RegexError {
  ECOLLATE("invalid collating element"),
  ECTYPE("invalid character class"),
  EESCAPE("invalid escape \\ sequence"),
  ESUBREG("invalid backreference number"),
  EBRACK("brackets [] not balanced"),
  EPAREN("parentheses () not balanced"),
  EBRACE("braces {} not balanced"),
  BADBR("invalid repetition count(s)"),
  ERANGE("invalid character range"),
  BADRPT("quantifier operand invalid"),
  BADPAT("invalid regexp (reg version 0.8)"),
  BADOPT("invalid embedded option");

  private final String text;

  RegexError(String text) {
    this.text = text;
  }

  /** {@code 2201B}. */
  ReportedError report() {
    return new ReportedError(
        SqlState.INVALID_REGULAR_EXPRESSION, "invalid regular expression: " + text);
  }
}
