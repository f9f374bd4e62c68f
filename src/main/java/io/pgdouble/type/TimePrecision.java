package io.pgdouble.type;

/** Rounds µs to the digits a modifier allows. Server: {@code AdjustTimestampForTypmod}. */
public final class TimePrecision {
  private static final long[] SCALES = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

  private TimePrecision() {}

  /**
   * Halves go away from zero. The infinities are not to be handed in.
   *
   * @param digits after the second, -1 for as many as there are
   */
  public static long round(long micros, int digits) {
    if (digits < 0 || digits >= SCALES.length - 1) {
      return micros;
    }
    long scale = SCALES[digits];
    long half = scale / 2;
    return micros >= 0 ? (micros + half) / scale * scale : -((-micros + half) / scale * scale);
  }
}
