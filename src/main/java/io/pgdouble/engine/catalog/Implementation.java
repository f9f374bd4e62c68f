package io.pgdouble.engine.catalog;

import io.pgdouble.engine.function.Builtin;
import io.pgdouble.engine.function.Builtins;
import java.util.Optional;
import java.util.function.Supplier;

/** The built-in behaviour of a function, looked up once. Safe to share between threads. */
public final class Implementation {
  private final Lazy<Optional<Builtin>> found;

  private Implementation(Supplier<Optional<Builtin>> finder) {
    this.found = new Lazy<>(finder);
  }

  /** By {@code prosrc}, as the function manager finds it. */
  static Implementation internal(String prosrc) {
    return new Implementation(() -> Builtins.find(prosrc));
  }

  /** Of a function whose language is SQL. */
  static Implementation sql(String name, int... argumentTypes) {
    return new Implementation(() -> Builtins.findSql(name, argumentTypes));
  }

  /** Empty where the double does not simulate it, or an SQL function runs by its body. */
  public Optional<Builtin> find() {
    return found.get();
  }
}
