package io.pgdouble.cli;

/** Why one of PostgreSQL's programs ends without success: what it says, line by line. */
final class ProgramFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param text all of it, as it is printed
   */
  ProgramFailure(int status, String text) {
    super(text);
    this.status = status;
  }

  int status() {
    return status;
  }
}
