package io.pgdouble.trace;

/** Who sent it; the letter is the second column of a trace line. */
public enum Direction {
  FRONTEND('F'),
  BACKEND('B');

  private final char letter;

  Direction(char letter) {
    this.letter = letter;
  }

  public char letter() {
    return letter;
  }

  /**
   * The direction of a letter.
   *
   * @throws TraceSyntaxException if it is neither {@code F} nor {@code B}
   */
  public static Direction of(String letter) {
    for (Direction direction : values()) {
      if (letter.equals(String.valueOf(direction.letter))) {
        return direction;
      }
    }
    throw new TraceSyntaxException("direction is \"" + letter + "\" (expected: F or B)");
  }
}
