package io.pgdouble.engine.function;

/**
 * The state of one aggregate over one group. The caller applies {@code DISTINCT}, {@code ORDER BY}
 * and {@code FILTER} before adding, and does not skip nulls: an accumulator knows itself whether
 * its transition function is strict.
 */
public interface Accumulator {

  /** One input row's arguments. */
  void add(Object[] arguments);

  /** The result over what was added so far; null for SQL's NULL. May be asked repeatedly. */
  Object result();
}
