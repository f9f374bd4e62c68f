package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tables that a utility statement locks before it looks at them. One that has become another while
 * it was waited for is looked up again ({@code namespace.c: RangeVarGetRelidExtended}).
 */
record TableLocks(SessionMemory memory) {

  /** The relation that is found, locked; empty where none is. */
  Optional<RelationEntry> lock(Supplier<Optional<RelationEntry>> find, LockMode mode) {
    Optional<RelationEntry> found = find.get();
    while (found.isPresent() && memory.storage().lock(found.get().oid(), mode)) {
      found = find.get();
    }
    found.filter(table -> table.persistence() == 't').ifPresent(t -> memory.temporary().touch());
    return found;
  }

  /**
   * {@code tablecmds.c: CheckTableNotInUse}.
   *
   * @param statement as the error names it, such as {@code ALTER TABLE}
   */
  void requireNothingPending(RelationEntry table, String statement) {
    requireUnused(table, statement);
    if (memory.storage().checks().isPendingOn(table.oid())) {
      throw new ReportedError(
          SqlState.OBJECT_IN_USE,
          "cannot "
              + statement
              + " \""
              + table.name()
              + "\" because it has pending trigger events");
    }
  }

  /** The same as far as running statements go. */
  void requireUnused(RelationEntry table, String statement) {
    if (memory.execution().routines().isFiringFor(table.oid())) {
      throw new ReportedError(
          SqlState.OBJECT_IN_USE,
          "cannot "
              + statement
              + " \""
              + table.name()
              + "\" because it is being used by active queries in this session");
    }
  }

  /** The same for one that has to be there. */
  RelationEntry require(Supplier<RelationEntry> find, LockMode mode) {
    return lock(() -> Optional.of(find.get()), mode).orElseThrow();
  }
}
