package io.pgdouble.engine.function;

/** One built-in aggregate: where its accumulators come from. Stateless. */
@FunctionalInterface
public interface Aggregate {

  /** A fresh accumulator, for one group. */
  Accumulator start(CallContext context);
}
