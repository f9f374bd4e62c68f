package io.pgdouble.validation;

/** How grave it is. */
public enum Severity {
  /** The manual forbids it, or PostgreSQL never does it and complains of it. */
  VIOLATION("violation"),
  /** Not as the manual has it, but PostgreSQL goes on as if nothing had happened. */
  TOLERATED("tolerated by PostgreSQL"),
  /** Allowed, and hardly ever meant. */
  UNUSUAL("unusual");

  private final String words;

  Severity(String words) {
    this.words = words;
  }

  /** For a reader. */
  public String words() {
    return words;
  }
}
