package io.pgdouble.conformance;

/** A signal to the postmaster. */
public enum Signal {
  /** SIGSTOP: it accepts and reaps nothing until it continues. */
  STOP("stop"),
  /** SIGCONT. */
  CONTINUE("continue");

  private final String word;

  Signal(String word) {
    this.word = word;
  }

  /** The word for it in a case file. */
  public String word() {
    return word;
  }
}
