package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Of a session in which nobody has written a function. */
public final class NoRoutines implements RoutineCalls {
  private static IllegalStateException none() {
    return new IllegalStateException("nobody has written a function");
  }

  @Override
  public Object call(int function, CallSite site, Object[] arguments) {
    throw none();
  }

  @Override
  public Object[] trigger(TriggerCall call) {
    throw none();
  }

  @Override
  public <T> T within(UnaryOperator<ErrorReport> context, Supplier<T> work) {
    throw none();
  }

  @Override
  public boolean isThere(String catalog, int oid) {
    return false;
  }

  @Override
  public boolean isFiringFor(int relation) {
    return false;
  }

  @Override
  public int triggerDepth() {
    return 0;
  }

  @Override
  public Optional<TransitionTable> transition(String name) {
    return Optional.empty();
  }
}
