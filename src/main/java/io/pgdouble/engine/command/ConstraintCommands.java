package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.Deferral;
import io.pgdouble.engine.storage.PendingChecks;
import io.pgdouble.engine.tree.ConstraintsSetStmt;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** SET CONSTRAINTS ({@code trigger.c: AfterTriggerSetState}). */
final class ConstraintCommands {
  private static final String SYSTEM_PREFIX = "pg_";

  private final SessionMemory memory;

  ConstraintCommands(SessionMemory memory) {
    this.memory = memory;
  }

  Completion set(ConstraintsSetStmt node, UtilityCommand.Invocation in) {
    memory.block().warnOutsideBlock("SET CONSTRAINTS");
    Deferral.Initially mode =
        node.deferred() ? Deferral.Initially.DEFERRED : Deferral.Initially.IMMEDIATE;
    PendingChecks checks = memory.execution().storage().checks();
    if (node.constraints().isEmpty()) {
      checks.setAll(mode);
      return in.done();
    }
    Set<Integer> named = new HashSet<>();
    for (RangeVar constraint : node.constraints()) {
      for (FactRow row : find(constraint)) {
        requireDeferrable(row, mode);
        named.add((int) row.oid("oid"));
      }
    }
    checks.set(named, mode);
    return in.done();
  }

  /** Those of the first schema that has any of the name. */
  private List<FactRow> find(RangeVar constraint) {
    List<String> schemas =
        constraint.schemaname().map(List::of).orElseGet(() -> memory.searchPath().schemas());
    for (String schema : schemas) {
      List<FactRow> found = inSchema(schema, constraint.relname());
      if (!found.isEmpty()) {
        return found;
      }
    }
    throw missing(constraint);
  }

  private List<FactRow> inSchema(String schema, String name) {
    return memory.changes().facts().table("pg_constraint").rows().stream()
        .filter(row -> row.text("conname").equals(name) && isIn(row, schema))
        .toList();
  }

  /** The server's own rows have a schema's name, others its OID. */
  private boolean isIn(FactRow row, String schema) {
    String own = row.text("connamespace");
    return own.equals(schema)
        || memory.changes().facts().table("pg_namespace").rows().stream()
            .filter(one -> one.text("nspname").equals(schema))
            .anyMatch(one -> one.text("oid").equals(own));
  }

  private static void requireDeferrable(FactRow row, Deferral.Initially mode) {
    if (!row.bool("condeferrable") && mode == Deferral.Initially.DEFERRED) {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE,
          "constraint \"" + row.text("conname") + "\" is not deferrable");
    }
  }

  private static ReportedError missing(RangeVar constraint) {
    boolean perhapsKnown =
        constraint.schemaname().isPresent() || constraint.relname().startsWith(SYSTEM_PREFIX);
    if (perhapsKnown) {
      return ErrorReport.notSimulated("SET CONSTRAINTS for constraints of the system catalogs")
          .toException();
    }
    return new ReportedError(
        SqlState.UNDEFINED_OBJECT, "constraint \"" + constraint.relname() + "\" does not exist");
  }
}
