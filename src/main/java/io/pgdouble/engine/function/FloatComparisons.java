package io.pgdouble.engine.function;

/**
 * Comparisons of {@code float4} and {@code float8}: NaN equals itself and is greater than all else,
 * and the two zeros are equal. Source: {@code float.c}, {@code float.h}. A table.
 */
final class FloatComparisons {
  private FloatComparisons() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "float4eq", "float8eq", "float48eq", "float84eq" -> (c, a) -> compare(a) == 0;
      case "float4ne", "float8ne", "float48ne", "float84ne" -> (c, a) -> compare(a) != 0;
      case "float4lt", "float8lt", "float48lt", "float84lt" -> (c, a) -> compare(a) < 0;
      case "float4le", "float8le", "float48le", "float84le" -> (c, a) -> compare(a) <= 0;
      case "float4gt", "float8gt", "float48gt", "float84gt" -> (c, a) -> compare(a) > 0;
      case "float4ge", "float8ge", "float48ge", "float84ge" -> (c, a) -> compare(a) >= 0;
      case "btfloat4cmp", "btfloat8cmp", "btfloat48cmp", "btfloat84cmp" -> (c, a) -> compare(a);
      case "float4larger", "float8larger" -> (c, a) -> compare(a) > 0 ? a[0] : a[1];
      case "float4smaller", "float8smaller" -> (c, a) -> compare(a) < 0 ? a[0] : a[1];
      default -> null;
    };
  }

  /** {@code float8_cmp_internal}. */
  static int compare(double left, double right) {
    if (left < right) {
      return -1;
    }
    if (left > right) {
      return 1;
    }
    return left == right ? 0 : Boolean.compare(Double.isNaN(left), Double.isNaN(right));
  }

  private static int compare(Object[] a) {
    return compare(((Number) a[0]).doubleValue(), ((Number) a[1]).doubleValue());
  }
}
