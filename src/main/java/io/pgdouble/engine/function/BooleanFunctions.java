package io.pgdouble.engine.function;

/** Functions of {@code bool}. Source: {@code bool.c}. A table. */
final class BooleanFunctions {
  private BooleanFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "booleq" -> (c, a) -> a[0].equals(a[1]);
      case "boolne" -> (c, a) -> !a[0].equals(a[1]);
      case "boollt" -> (c, a) -> compare(a) < 0;
      case "boolle" -> (c, a) -> compare(a) <= 0;
      case "boolgt" -> (c, a) -> compare(a) > 0;
      case "boolge" -> (c, a) -> compare(a) >= 0;
      case "btboolcmp" -> (c, a) -> compare(a);
      case "booland_statefunc" -> (c, a) -> (Boolean) a[0] && (Boolean) a[1];
      case "boolor_statefunc" -> (c, a) -> (Boolean) a[0] || (Boolean) a[1];
      case "bool_int4" -> (c, a) -> (Boolean) a[0] ? 1 : 0;
      case "int4_bool" -> (c, a) -> (Integer) a[0] != 0;
      case "booltext" -> (c, a) -> a[0].toString();
      default -> null;
    };
  }

  private static int compare(Object[] a) {
    return Boolean.compare((Boolean) a[0], (Boolean) a[1]);
  }
}
