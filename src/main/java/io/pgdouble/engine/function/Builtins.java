package io.pgdouble.engine.function;

import java.util.Optional;

/**
 * The built-in functions by {@code prosrc}: {@code fmgrtab.c}. Knows only which area holds which
 * function, so that a look-up loads no more than that area.
 */
public final class Builtins {
  private Builtins() {}

  /**
   * Finds a function.
   *
   * @param prosrc {@code pg_proc.prosrc} of an entry whose language is {@code internal}
   * @return empty where the double does not simulate the function
   */
  public static Optional<Builtin> find(String prosrc) {
    return Optional.empty();
  }
}
