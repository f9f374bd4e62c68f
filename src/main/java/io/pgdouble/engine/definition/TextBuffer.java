package io.pgdouble.engine.definition;

/** The text that is being made, with its lines indented ({@code appendContextKeyword}). */
final class TextBuffer {
  /** {@code PRETTYINDENT_STD}. */
  static final int STEP = 8;

  /** {@code PRETTYINDENT_JOIN}, {@code PRETTYINDENT_VAR}. */
  static final int SMALL_STEP = 4;

  private static final int LIMIT = 40;

  private final Lines lines;
  private StringBuilder text = new StringBuilder();

  /** How deep the lines of the query being written are indented. */
  int level;

  /** Whether keywords begin new lines ({@code PRETTYFLAG_INDENT}). */
  enum Lines {
    BROKEN,
    ONE
  }

  TextBuffer(Lines lines) {
    this.lines = lines;
  }

  boolean breaks() {
    return lines == Lines.BROKEN;
  }

  TextBuffer add(String part) {
    text.append(part);
    return this;
  }

  /** A keyword on a line of its own. */
  void keyword(String word, int before, int after, int plus) {
    if (!breaks()) {
      text.append(word);
      return;
    }
    level += before;
    trim();
    text.append('\n').append(" ".repeat(amount() + plus)).append(word);
    level = Math.max(0, level + after);
  }

  /** A clause that stands one step to the left of what it is a clause of. */
  void clause(String word, int plus) {
    keyword(word, -STEP, STEP, plus);
  }

  private int amount() {
    if (level < LIMIT) {
      return Math.max(level, 0);
    }
    return (LIMIT + (level - LIMIT) / (STEP / 2)) % LIMIT;
  }

  void trim() {
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
  }

  /** What is written meanwhile, apart from the rest. */
  String apart(Runnable writing) {
    StringBuilder whole = text;
    text = new StringBuilder();
    writing.run();
    String part = text.toString();
    text = whole;
    return part;
  }

  /** Length of the line being written, as PostgreSQL counts it: in bytes. */
  int lineLength() {
    return bytes(text.substring(text.lastIndexOf("\n") + 1));
  }

  static int bytes(String part) {
    return part.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  String text() {
    return text.toString();
  }
}
