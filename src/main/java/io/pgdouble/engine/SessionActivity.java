package io.pgdouble.engine;

import io.pgdouble.engine.storage.SessionTransaction;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/**
 * What a session shows of itself to others while it works: written by the session's own thread,
 * read by any. The host adds pid and addresses and makes a {@link BackendActivity} of it. Times are
 * microseconds since 2000-01-01 00:00 UTC; 0 is "none". Counterpart: {@code backend_status.c}.
 */
public final class SessionActivity {
  /** Nobody waits for a change of state: the next that is written need not hold up the writer. */
  private static final VarHandle STATE = handle();

  private volatile ActivityState state = ActivityState.IDLE;
  private volatile Optional<WaitEvent> waiting = Optional.empty();
  private volatile Optional<SessionTransaction> transaction = Optional.empty();
  private String query = "";
  private String applicationName = "";
  private long queryStart;
  private long transactionStart;
  private long stateChange;

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup()
          .findVarHandle(SessionActivity.class, "state", ActivityState.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** {@code pgstat_report_activity}: the state changes; a running query is remembered. */
  void running(String newQuery, long now) {
    query = newQuery;
    queryStart = now;
    stateChange = now;
    STATE.setRelease(this, ActivityState.ACTIVE);
  }

  void becomes(ActivityState newState, long now) {
    stateChange = now;
    STATE.setRelease(this, newState);
  }

  /** {@code pgstat_report_xact_timestamp}: 0 outside a transaction. */
  void transactionStart(long micros) {
    transactionStart = micros;
  }

  void applicationName(String name) {
    applicationName = name;
  }

  /** Whose numbers others see. */
  void transaction(SessionTransaction own) {
    transaction = Optional.of(own);
  }

  /** Empty until the session has a database. */
  Optional<SessionTransaction> transaction() {
    return transaction;
  }

  void waitsFor(Optional<WaitEvent> event) {
    waiting = event;
  }

  /** The state in which the session was last seen. */
  public ActivityState state() {
    return state;
  }

  public Optional<WaitEvent> waiting() {
    return waiting;
  }

  /** The text of the running query, or of the last one; empty before the first. */
  public String query() {
    return query;
  }

  public String applicationName() {
    return applicationName;
  }

  public long queryStart() {
    return queryStart;
  }

  public long transactionStart() {
    return transactionStart;
  }

  public long stateChange() {
    return stateChange;
  }
}
