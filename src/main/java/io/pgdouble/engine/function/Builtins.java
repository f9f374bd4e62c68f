package io.pgdouble.engine.function;

import java.util.Optional;

/**
 * The built-in functions by {@code prosrc}: {@code fmgrtab.c}. {@link BuiltinIndex} knows which
 * area holds which function, so that a look-up loads no more than that area.
 */
public final class Builtins {
  private Builtins() {}

  /**
   * Finds a function written in the server's own language.
   *
   * @param prosrc {@code pg_proc.prosrc} of an entry whose language is {@code internal}
   * @return empty where the double does not simulate the function
   */
  public static Optional<Builtin> find(String prosrc) {
    FunctionArea area = BuiltinIndex.area(prosrc);
    return area == null ? Optional.empty() : Optional.ofNullable(area.find(prosrc));
  }

  /**
   * Finds a function of {@code pg_catalog} whose language is {@code sql}: those have no {@code
   * prosrc} to go by.
   *
   * @param name {@code proname}
   * @param argumentTypes {@code proargtypes}
   */
  public static Optional<Builtin> findSql(String name, int... argumentTypes) {
    return Optional.ofNullable(SqlFunctions.find(name, argumentTypes));
  }
}
