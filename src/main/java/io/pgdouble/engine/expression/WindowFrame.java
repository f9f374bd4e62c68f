package io.pgdouble.engine.expression;

/** Which rows around the current one a window shows. Manual: {@code syntax-window-functions}. */
public record WindowFrame(
    Wording wording, Mode mode, FrameBound start, FrameBound end, Exclusion exclusion) {

  /** How much of it was written. */
  public enum Wording {
    NOTHING,
    START,
    BETWEEN
  }

  /** What the bounds count. */
  public enum Mode {
    RANGE,
    ROWS,
    GROUPS
  }

  /** What is left out of the frame. */
  public enum Exclusion {
    NO_OTHERS,
    CURRENT_ROW,
    GROUP,
    TIES
  }
}
