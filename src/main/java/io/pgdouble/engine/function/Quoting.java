package io.pgdouble.engine.function;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;

/** Source: {@code quote.c}, {@code ruleutils.c: quote_identifier}. */
public final class Quoting {
  private Quoting() {}

  /** {@code quote_literal}: with {@code E} before it where a backslash has to be doubled. */
  public static String literal(String text) {
    StringBuilder result = new StringBuilder(text.length() + 3);
    result.append(text.indexOf('\\') >= 0 ? "E'" : "'");
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '\'' || unit == '\\') {
        result.append(unit);
      }
      result.append(unit);
    }
    return result.append('\'').toString();
  }

  /** {@code quote_identifier}: unchanged where the lexer would read it as the same identifier. */
  public static String identifier(String name, Facts facts) {
    if (isPlain(name) && !isReservedSomehow(name, facts.table("keywords"))) {
      return name;
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty() || !isStart(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char unit = name.charAt(i);
      if (!isStart(unit) && !(unit >= '0' && unit <= '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStart(char unit) {
    return (unit >= 'a' && unit <= 'z') || unit == '_';
  }

  /** The table of keywords is sorted by word. */
  private static boolean isReservedSomehow(String name, FactTable keywords) {
    int low = 0;
    int high = keywords.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      FactRow row = keywords.row(middle);
      int order = row.text("word").compareTo(name);
      if (order == 0) {
        return row.letter("catcode") != 'U';
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return false;
  }
}
