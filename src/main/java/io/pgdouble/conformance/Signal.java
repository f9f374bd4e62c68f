package io.pgdouble.conformance;

/** A signal to a process of a server. */
public enum Signal {
  /** SIGSTOP: it accepts and reaps nothing until it continues. */
  STOP("stop"),
  /** SIGCONT. */
  CONTINUE("continue"),
  HUP("HUP"),
  INT("INT"),
  QUIT("QUIT"),
  ABRT("ABRT"),
  KILL("KILL"),
  SEGV("SEGV"),
  TERM("TERM");

  private final String word;

  Signal(String word) {
    this.word = word;
  }

  /** Whether the server is as it was before once the case is over. */
  boolean isHarmless() {
    return this == STOP || this == CONTINUE;
  }

  /** As {@code kill} names it. */
  String option() {
    return switch (this) {
      case STOP -> "-STOP";
      case CONTINUE -> "-CONT";
      case HUP, INT, QUIT, ABRT, KILL, SEGV, TERM -> "-" + word;
    };
  }

  static Signal of(String word) {
    return Words.named(values(), each -> each.word, word, "no signal is named");
  }

  /** The word for it in a case file. */
  public String word() {
    return word;
  }
}
