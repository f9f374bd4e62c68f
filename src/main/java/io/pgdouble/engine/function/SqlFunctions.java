package io.pgdouble.engine.function;

import io.pgdouble.type.ArrayValue;
import java.util.Arrays;

/**
 * Functions that the server defines in SQL. Source: {@code system_functions.sql}, {@code
 * pg_proc.dat}. A table.
 */
final class SqlFunctions {
  private SqlFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String name, int... argumentTypes) {
    return switch (name + Arrays.toString(argumentTypes)) {
      case "lpad[25, 23]" ->
          new HeavyBuiltin((c, a) -> Padding.left((String) a[0], (Integer) a[1], " "));
      case "rpad[25, 23]" ->
          new HeavyBuiltin((c, a) -> Padding.right((String) a[0], (Integer) a[1], " "));
      case "_pg_expandarray[2277]" ->
          new HeavyBuiltin((c, a) -> ArrayExpansion.rows(c, (ArrayValue) a[0]));
      default -> null;
    };
  }
}
