package io.pgdouble.engine.definition;

/** Cuts the text of a node into words, strings and brackets. */
final class NodeScanner {
  private final String text;
  private int at;

  NodeScanner(String text) {
    this.text = text;
  }

  static String quoted(String string) {
    return "\"" + string.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  /** The character that comes next. */
  char peek() {
    skipSpace();
    return text.charAt(at);
  }

  void expect(char expected) {
    if (peek() != expected) {
      throw new IllegalStateException("expected " + expected + " at " + at + " of " + text);
    }
    at++;
  }

  String word() {
    skipSpace();
    int start = at;
    while (at < text.length() && " ()[]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 1 : 0;
      string.append(text.charAt(at++));
    }
    at++;
    return string.toString();
  }
}
