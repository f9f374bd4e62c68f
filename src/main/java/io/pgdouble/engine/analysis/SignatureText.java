package io.pgdouble.engine.analysis;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/** A name with types in parentheses ({@code regproc.c: parseNameAndArgTypes}). */
record SignatureText(String name, List<String> types) {

  static SignatureText of(String text) {
    int open = openingParenthesis(text);
    if (open < 0) {
      throw invalid("expected a left parenthesis");
    }
    String rest = text.substring(open + 1).stripTrailing();
    if (!rest.endsWith(")")) {
      throw invalid("expected a right parenthesis");
    }
    return new SignatureText(text.substring(0, open), types(rest.substring(0, rest.length() - 1)));
  }

  private static ReportedError invalid(String message) {
    return new ReportedError(SqlState.INVALID_TEXT_REPRESENTATION, message);
  }

  /** The first one outside of quotes; −1 if there is none. */
  private static int openingParenthesis(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      quoted ^= text.charAt(i) == '"';
      if (text.charAt(i) == '(' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> types(String list) {
    List<String> types = new ArrayList<>();
    int begin = 0;
    boolean quoted = false;
    int depth = 0;
    for (int i = 0; i < list.length(); i++) {
      char unit = list.charAt(i);
      quoted ^= unit == '"';
      if (unit == ',' && !quoted && depth == 0) {
        types.add(list.substring(begin, i).strip());
        begin = i + 1;
      } else if (!quoted) {
        depth += depthOf(unit);
      }
    }
    if (quoted || depth != 0) {
      throw invalid("improper type name");
    }
    String last = list.substring(begin).strip();
    if (last.isEmpty() && !types.isEmpty()) {
      throw invalid("expected a type name");
    }
    if (!last.isEmpty()) {
      types.add(last);
    }
    return types;
  }

  private static int depthOf(char unit) {
    if (unit == '(' || unit == '[') {
      return 1;
    }
    return unit == ')' || unit == ']' ? -1 : 0;
  }
}
