package io.pgdouble.engine.function;

/**
 * A session's random numbers: xoroshiro128** seeded by splitmix64, so that {@code setseed} gives
 * the very numbers the server gives. Source: {@code pg_prng.c}. Not for secrets.
 */
public final class SessionRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double MANTISSA = (1L << 52) - 1;

  private long s0;
  private long s1;

  /** A generator as {@code pg_prng_seed} makes it. */
  public SessionRandom(long seed) {
    seed(seed);
  }

  /** {@code pg_prng_fseed}: what {@code setseed} does. */
  public void seed(double seed) {
    seed((long) (MANTISSA * seed));
  }

  private void seed(long seed) {
    s0 = mix(seed + GOLDEN_GAMMA);
    s1 = mix(seed + GOLDEN_GAMMA + GOLDEN_GAMMA);
    if (s0 == 0 && s1 == 0) {
      s0 = 0x5851F42D4C957F2DL;
      s1 = 0x14057B7EF767814FL;
    }
  }

  private static long mix(long state) {
    long value = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    value = (value ^ (value >>> 27)) * 0x94D049BB133111EBL;
    return value ^ (value >>> 31);
  }

  /** 64 uniformly distributed bits. */
  public long nextLong() {
    long first = s0;
    long mixed = s1 ^ first;
    s0 = Long.rotateLeft(first, 24) ^ mixed ^ (mixed << 16);
    s1 = Long.rotateLeft(mixed, 37);
    return Long.rotateLeft(first * 5, 7) * 9;
  }

  /** Uniform in [0, 1). */
  public double nextDouble() {
    return (nextLong() >>> 12) * 0x1.0p-52;
  }

  /**
   * Normal with mean 0 and deviation 1, by the Box-Muller transform, where the C library's
   * logarithm and sine are certain.
   */
  public double nextNormal() {
    double first = 1.0 - nextDouble();
    double second = 1.0 - nextDouble();
    return Math.sqrt(-2.0 * RealFunctions.ln(first)) * Trigonometry.sin(2.0 * Math.PI * second);
  }
}
