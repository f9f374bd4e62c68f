package io.pgdouble.auth;

import java.util.Optional;

/** The words of one line: {@code hba.c: next_token}. */
final class AuthWords {
  private final String line;
  private int at;
  private boolean endedByComma;

  AuthWords(String line) {
    int zero = line.indexOf(0);
    this.line = zero < 0 ? line : line.substring(0, zero);
  }

  boolean atEnd() {
    return at == line.length();
  }

  /** Whether a comma ended the last word, so that one more belongs to it. */
  boolean endedByComma() {
    return endedByComma;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** The next word; empty at the end or before a comment. */
  Optional<AuthToken> next() {
    while (!atEnd() && (isBlank(line.charAt(at)) || line.charAt(at) == ',')) {
      at++;
    }
    endedByComma = false;
    StringBuilder word = new StringBuilder();
    boolean inQuote = false;
    boolean sawQuote = false;
    AuthToken.Quoting quoting = AuthToken.Quoting.PLAIN;
    while (!atEnd() && (inQuote || !endsWord())) {
      char c = line.charAt(at++);
      if (c != '"') {
        word.append(c);
      } else if (inQuote && line.startsWith("\"", at)) {
        word.append('"');
        at++;
      } else {
        inQuote = !inQuote;
        sawQuote = true;
        quoting = word.length() == 0 ? AuthToken.Quoting.QUOTED : quoting;
      }
    }
    consumeEnd();
    return sawQuote || word.length() > 0
        ? Optional.of(AuthToken.of(word.toString(), quoting))
        : Optional.empty();
  }

  private boolean endsWord() {
    char c = line.charAt(at);
    return isBlank(c) || c == ',' || c == '#';
  }

  /** A comma is left for the next word; a comment goes to the end of the line. */
  private void consumeEnd() {
    if (!atEnd() && line.charAt(at) == '#') {
      at = line.length();
    } else if (!atEnd() && line.charAt(at) == ',') {
      endedByComma = true;
    }
  }
}
