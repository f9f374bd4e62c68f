package io.pgdouble.engine.plpgsql;

import java.util.OptionalInt;

/** Where a body stands in a query, as a literal ({@code pg_proc.c: match_prosrc_to_query}). */
record BodyInQuery(String body, String query) {

  /**
   * A position in the body as one in the query, both in characters from 1; empty where the body
   * stands nowhere or more than once.
   */
  OptionalInt position(int inBody) {
    int found = 0;
    for (int at = 0; at < query.length() - body.length(); at++) {
      int position = positionAt(at, inBody);
      if (position > 0 && found > 0) {
        return OptionalInt.empty();
      }
      found = position > 0 ? position : found;
    }
    return found > 0 ? OptionalInt.of(found) : OptionalInt.empty();
  }

  /** The position, if the body begins behind a quote there; otherwise 0. */
  private int positionAt(int at, int inBody) {
    char quote = query.charAt(at);
    int before = query.codePointCount(0, at + 1);
    if (quote == '$') {
      boolean same = query.startsWith(body, at + 1) && charAt(at + 1 + body.length()) == '$';
      return same ? before + inBody : 0;
    }
    int inLiteral = quote == '\'' ? inLiteral(at + 1, inBody) : 0;
    return inLiteral > 0 ? before + inLiteral : 0;
  }

  private char charAt(int index) {
    return index < query.length() ? query.charAt(index) : 0;
  }

  /** {@code match_prosrc_to_literal}: backslashes and doubled quotes count twice. */
  private int inLiteral(int start, int inBody) {
    int at = start;
    int position = inBody;
    int left = inBody;
    for (int i = 0; i < body.length(); i++) {
      left--;
      boolean doubled = charAt(at) == '\\' || charAt(at) == '\'' && charAt(at + 1) == '\'';
      if (doubled) {
        at++;
        position += left > 0 ? 1 : 0;
      }
      boolean end = !doubled && charAt(at) == '\'';
      if (end || charAt(at) != body.charAt(i)) {
        return 0;
      }
      at++;
    }
    return charAt(at) == '\'' && charAt(at + 1) != '\'' ? position : 0;
  }
}
