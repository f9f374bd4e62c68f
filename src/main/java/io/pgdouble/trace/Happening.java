package io.pgdouble.trace;

/** What may happen on a connection, as a line of a trace tells it. */
public sealed interface Happening {

  /** The frontend opened the connection. */
  record Opened(Medium medium) implements Happening {}

  /** Something crossed it. */
  record Crossed(Crossing crossing) implements Happening {}

  /** The frontend left, in one way or the other. */
  record Left(Departure departure) implements Happening {}

  /** A line that tells of nothing that crossed: a step of a case, a comment, an empty line. */
  record Remark(String text) implements Happening {}

  /** By what the two ends are connected. */
  enum Medium {
    TCP(""),
    UNIX_SOCKET("unix-socket");

    private final String word;

    Medium(String word) {
      this.word = word;
    }

    /** The word after {@code open}. */
    String word() {
      return word;
    }

    static Medium of(String word) {
      for (Medium medium : values()) {
        if (medium.word.equals(word)) {
          return medium;
        }
      }
      throw new TraceSyntaxException("found open " + word + " (expected: open, open unix-socket)");
    }
  }

  /** How a frontend leaves; the words are those of a case. */
  enum Departure {
    /** Both ways. */
    CLOSE,
    /** It sends no more, but still reads. */
    SHUTDOWN,
    /** With RST. */
    RESET;

    /** The word for it in a trace. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
