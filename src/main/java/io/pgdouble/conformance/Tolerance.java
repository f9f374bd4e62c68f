package io.pgdouble.conformance;

/** A named difference that a case tolerates beyond the default ones of {@link CaseNotation}. */
public enum Tolerance {
  /** A row's value that is the process id of one of the case's backends is written as its name. */
  PID_VALUES("pid-values");

  private final String word;

  Tolerance(String word) {
    this.word = word;
  }

  /** The word for it in a case file. */
  public String word() {
    return word;
  }

  static Tolerance of(String word) {
    return Words.named(values(), each -> each.word, word, "no tolerance is named");
  }
}
