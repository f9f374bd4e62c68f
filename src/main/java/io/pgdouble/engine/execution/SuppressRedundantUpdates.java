package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.TriggerCall;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.Objects;

/** {@code trigfuncs.c: suppress_redundant_updates_trigger}. */
public final class SuppressRedundantUpdates implements Trigger.Function {
  /** Its name. */
  public static final String NAME = "suppress_redundant_updates_trigger";

  @Override
  public Object[] call(TriggerCall call, Frame frame) {
    require(call.event() == TriggerCall.Event.UPDATE, "called on update");
    require(call.trigger().timing() == TriggerCall.Timing.BEFORE, "called before update");
    require(call.trigger().level() == TriggerCall.Level.ROW, "called for each row");
    Object[] old = call.oldRow();
    for (int i = 0; i < old.length - 1; i++) {
      if (!Objects.deepEquals(old[i], call.newRow()[i])) {
        return call.newRow();
      }
    }
    return null;
  }

  private static void require(boolean right, String how) {
    if (!right) {
      throw ErrorReport.error(SqlState.E_R_I_E_TRIGGER_PROTOCOL_VIOLATED, NAME + ": must be " + how)
          .toException();
    }
  }
}
