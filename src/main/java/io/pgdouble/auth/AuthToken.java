package io.pgdouble.auth;

import io.pgdouble.error.ReportedError;
import java.util.Optional;

/**
 * One word of an authentication file: {@code hba.h: AuthToken}.
 *
 * @param string without quotes
 * @param pattern what a regular expression means
 */
record AuthToken(String string, Quoting quoting, Optional<NamePattern> pattern) {
  /** Whether a word began with a quote, so that it is no keyword. */
  enum Quoting {
    PLAIN,
    QUOTED
  }

  static AuthToken of(String string, Quoting quoting) {
    return new AuthToken(string, quoting, Optional.empty());
  }

  boolean isKeyword(String word) {
    return quoting == Quoting.PLAIN && string.equals(word);
  }

  /** {@code token_is_member_check}: roles that are members of this one. */
  boolean isMemberCheck() {
    return quoting == Quoting.PLAIN && string.startsWith("+");
  }

  /**
   * The word with its regular expression understood, if it is one: {@code hba.c:
   * regcomp_auth_token}.
   *
   * @throws ReportedError 2201B if it is no regular expression
   */
  AuthToken compiled(RegularExpressions expressions) {
    return string.startsWith("/")
        ? new AuthToken(string, quoting, Optional.of(expressions.compile(string.substring(1))))
        : this;
  }

  /** Whether a name is this word, or fits its regular expression. */
  boolean matches(String name) {
    return pattern.map(fits -> fits.test(name)).orElseGet(() -> string.equals(name));
  }
}
