package io.pgdouble.engine.function;

import java.io.ByteArrayOutputStream;

/** {@code string_agg} of byte strings: each but the first with its own delimiter before it. */
final class BytesAccumulator implements Accumulator {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean begun;

  @Override
  public void add(Object[] arguments) {
    if (arguments[0] == null) {
      return;
    }
    if (begun && arguments[1] != null) {
      bytes.writeBytes((byte[]) arguments[1]);
    }
    begun = true;
    bytes.writeBytes((byte[]) arguments[0]);
  }

  @Override
  public Object result() {
    return begun ? bytes.toByteArray() : null;
  }
}
