package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.storage.Snapshot;
import java.util.Optional;

/** A query ready to run, any number of times. Immutable. */
public interface Plan {

  /**
   * Whether a run takes constant time, never waits and has no effect on other sessions, so that it
   * may run on an event loop.
   */
  boolean isLight();

  /** Whether a run changes tables: then it is run whole before anybody sees a row. */
  boolean writes();

  /** Whether one of those outlives the session: then who may only read may not run it. */
  boolean writesPermanently();

  /** The command as which it is refused where nothing may be written, if it locks rows. */
  Optional<String> rowLock();

  /**
   * Whether a cursor over it can go backward without having said SCROLL ({@code execAmi.c:
   * ExecSupportsBackwardScan}).
   */
  boolean supportsBackwardScan();

  /**
   * Whether the current user may execute the functions in it ({@code execExpr.c: ExecInitFunc}): to
   * be asked before each run.
   *
   * @throws io.pgdouble.error.ReportedError if there is one that he may not
   */
  void checkPermissions(ExecutionContext context);

  /**
   * Locks the tables in it until the transaction ends, if need be after waiting.
   *
   * @return whether it had to wait: then a table may have become another
   */
  boolean lock(ExecutionContext context);

  /** The type modifiers of its columns, which may be others than analysis found. */
  int[] typmods();

  /** What it does, and in which order. */
  SourcePlan source();

  /** OID of the first table in it that is still to be locked, where there is one. */
  Optional<Integer> nextToLock(ExecutionContext context);

  /**
   * Starts a run.
   *
   * @param parameters the value of {@code $1} at index 0, of the types analysis found
   * @param snapshot what tables show
   */
  RowSource open(ExecutionContext context, Object[] parameters, Snapshot snapshot);
}
