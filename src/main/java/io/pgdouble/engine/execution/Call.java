package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.Builtin;
import io.pgdouble.engine.function.CallContext;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.engine.function.ExecutionContext;

/** One call site of a function: its behaviour, strictness, and what it may ask of the session. */
public final class Call {
  private static final CallContext NONE = new CallContext(CallSite.of(0), null);

  private final Builtin function;
  private final CallSite site;
  private final boolean strict;

  /** The context of the last run: mostly the next one has the same. */
  private CallContext context = NONE;

  /**
   * A call.
   *
   * @param strict whether a null argument makes the result null
   */
  public Call(Builtin function, CallSite site, Strictness strict) {
    this.function = function;
    this.site = site;
    this.strict = strict == Strictness.STRICT;
  }

  /** {@code proisstrict}. */
  public enum Strictness {
    STRICT,
    CALLED_ON_NULL;

    public static Strictness of(io.pgdouble.engine.catalog.ProcEntry function) {
      return function.strict() ? STRICT : CALLED_ON_NULL;
    }
  }

  public boolean isLight() {
    return function.isLight();
  }

  /** Calls it with the values of the arguments. */
  public Object call(ExecutionContext execution, Object[] arguments) {
    return strict && Nulls.anyIn(arguments) ? null : function.call(context(execution), arguments);
  }

  Object call(ExecutionContext execution, Object one, Object other) {
    if (strict && (one == null || other == null)) {
      return null;
    }
    return function.call(context(execution), new Object[] {one, other});
  }

  Object call(ExecutionContext execution, Object only) {
    if (strict && only == null) {
      return null;
    }
    return function.call(context(execution), new Object[] {only});
  }

  CallContext context(ExecutionContext execution) {
    CallContext last = context;
    if (last.execution() != execution) {
      last = new CallContext(site, execution);
      context = last;
    }
    return last;
  }
}
