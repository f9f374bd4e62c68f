package io.pgdouble.engine.function;

import io.pgdouble.type.TypeEnvironment;

/**
 * What a function may ask besides its arguments: {@code FunctionCallInfo}.
 *
 * @param site the facts of the call expression
 * @param execution the session that executes it
 */
public record CallContext(CallSite site, ExecutionContext execution) {

  /** Type OID of an argument, counted from 0; 0 where there is none. */
  public int argumentType(int index) {
    int[] types = site.argumentTypes();
    return index < types.length ? types[index] : 0;
  }

  public int resultType() {
    return site.resultType();
  }

  public int collation() {
    return Math.max(site.collation(), 0);
  }

  /** What values' text forms depend on. */
  public TypeEnvironment types() {
    return execution.types();
  }
}
