package io.pgdouble.engine.function;

/**
 * A function whose time grows with more than the size of its arguments, or that waits, or that
 * reaches other sessions: a statement that calls it belongs on a worker.
 */
record HeavyBuiltin(Builtin function) implements Builtin {

  @Override
  public Object call(CallContext context, Object[] arguments) {
    return function.call(context, arguments);
  }

  @Override
  public boolean isLight() {
    return false;
  }
}
