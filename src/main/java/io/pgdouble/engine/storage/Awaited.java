package io.pgdouble.engine.storage;

import java.util.List;

/** What a transaction may have to wait for. */
public sealed interface Awaited permits Xact, Lock.Request, SerializableXact {
  /** Whether nobody stands in the way any more. */
  boolean isOver();

  /** Who stands in the way. */
  List<SessionTransaction> blockers();

  /** Those of them who do not stand in the way only because they wait ahead. */
  default List<SessionTransaction> holders() {
    return blockers();
  }

  /** Whether somebody waits for the one who waits here, and stands in its way ({@code proc.c}). */
  default boolean isHopeless() {
    return false;
  }

  /** As the details of a deadlock name it, with the mode that is wanted. */
  String description();

  /** What {@code wait_event} shows. */
  Kind kind();

  void register(Waiter waiter);

  void unregister(Waiter waiter);

  /** What is locked. */
  enum Kind {
    TRANSACTION_ID,
    RELATION,
    ADVISORY,
    TUPLE,
    OBJECT,
    SAFE_SNAPSHOT
  }

  /** Who waits. */
  interface Waiter {
    /** To look again; called by any thread. */
    void wake();
  }
}
