package io.pgdouble.datadir;

/**
 * Why a program ends before it has a log to write to: {@code write_stderr} and an exit status, in
 * the program's own name.
 */
public final class CannotStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param text what follows the program's name
   */
  public CannotStartException(int status, String text) {
    super(text);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
