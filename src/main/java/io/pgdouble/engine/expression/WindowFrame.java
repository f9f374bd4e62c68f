package io.pgdouble.engine.expression;

/** Which rows around the current one a window shows. Manual: {@code syntax-window-functions}. */
public record WindowFrame(Mode mode, FrameBound start, FrameBound end, Exclusion exclusion) {

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
