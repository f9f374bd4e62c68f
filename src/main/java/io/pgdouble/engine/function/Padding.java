package io.pgdouble.engine.function;

/** {@code lpad} and {@code rpad}. Source: {@code oracle_compat.c}. */
final class Padding {
  private static final int MAX_OCTETS_PER_CHARACTER = 4;

  private Padding() {}

  static String left(String text, int length, String fill) {
    String kept = CodePoints.first(text, Math.max(length, 0));
    return fill(kept, length, fill) + kept;
  }

  static String right(String text, int length, String fill) {
    String kept = CodePoints.first(text, Math.max(length, 0));
    return kept + fill(kept, length, fill);
  }

  private static String fill(String kept, int length, String fill) {
    int have = CodePoints.length(kept);
    int wanted = fill.isEmpty() ? have : Math.max(length, 0);
    if ((long) wanted * MAX_OCTETS_PER_CHARACTER + 4 > Strings.MAX_ALLOC_SIZE) {
      throw FunctionErrors.requestedLengthTooLarge();
    }
    int missing = wanted - have;
    if (missing <= 0) {
      return "";
    }
    Strings.checkLength(missing);
    int unit = CodePoints.length(fill);
    return fill.repeat(missing / unit) + CodePoints.first(fill, missing % unit);
  }
}
