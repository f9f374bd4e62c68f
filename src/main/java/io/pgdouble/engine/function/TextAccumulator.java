package io.pgdouble.engine.function;

/** {@code string_agg} of texts: each but the first with its own delimiter before it. */
final class TextAccumulator implements Accumulator {
  private final StringBuilder text = new StringBuilder();
  private boolean begun;

  @Override
  public void add(Object[] arguments) {
    if (arguments[0] == null) {
      return;
    }
    if (begun && arguments[1] != null) {
      text.append((String) arguments[1]);
    }
    begun = true;
    text.append((String) arguments[0]);
  }

  @Override
  public Object result() {
    return begun ? text.toString() : null;
  }
}
