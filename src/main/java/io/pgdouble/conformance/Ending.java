package io.pgdouble.conformance;

/** How a frontend lets go of its connection. */
public enum Ending {
  /** Closes it: nothing more is read or sent. */
  CLOSE("close"),
  /** Sends no more, and goes on reading. */
  SHUTDOWN("shutdown"),
  /** Sends RST. */
  RESET("reset");

  private final String word;

  Ending(String word) {
    this.word = word;
  }

  /** The word for it in a case file. */
  public String word() {
    return word;
  }
}
