package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.storage.Snapshot;

/** Frames for expressions outside of queries. */
public final class Frames {
  private static final Object[] NO_PARAMETERS = {};

  private Frames() {}

  /** A frame in which only a value is known: {@code VALUE} of a domain's constraint. */
  public static Frame ofValue(ExecutionContext context, Object value) {
    Frame frame = standalone(context);
    frame.caseTest = value;
    return frame;
  }

  /** A frame in which a row is the only one. */
  public static Frame ofRow(ExecutionContext context, Object[] row) {
    Frame frame = new Frame(context, NO_PARAMETERS, 1, Snapshot.NOTHING);
    frame.rows[0] = row;
    return frame;
  }

  /** A frame without rows and parameters. */
  public static Frame standalone(ExecutionContext context) {
    return new Frame(context, NO_PARAMETERS, 0, Snapshot.NOTHING);
  }
}
