package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.ReindexObjectType;
import io.pgdouble.engine.tree.ReindexStmt;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * REINDEX ({@code indexcmds.c: ExecReindex}). An index that is built anew is the same index; what
 * its file is called is not simulated.
 */
record ReindexCommand(SessionMemory memory) {
  private static final Set<String> FLAGS = Set.of("verbose", "concurrently");
  private static final String TABLESPACE = "tablespace";

  /** {@code transam.h: FirstNormalObjectId}. */
  private static final long FIRST_NORMAL_OID = 16_384;

  Completion run(ReindexStmt node, UtilityCommand.Invocation in) {
    ReadOnly.preventInRecovery(memory, in.source().tag());
    node.params().forEach(this::check);
    if (isOn(node, "concurrently")) {
      memory.block().preventInBlock("REINDEX CONCURRENTLY");
    }
    FLAGS.stream().filter(flag -> isOn(node, flag)).forEach(this::refuse);
    node.params().stream()
        .filter(one -> one.name().equals(TABLESPACE))
        .forEach(one -> checkTablespace(one, node));
    switch (node.kind()) {
      case INDEX -> index(node.relation().orElseThrow());
      case TABLE -> table(node.relation().orElseThrow());
      case SCHEMA, SYSTEM, DATABASE -> many(node);
    }
    return in.done();
  }

  private void refuse(String option) {
    throw ErrorReport.notSimulated("option " + option + " of REINDEX").toException();
  }

  private void check(DefElem option) {
    if (FLAGS.contains(option.name())) {
      isOn(option);
    } else if (!option.name().equals(TABLESPACE)) {
      throw DefinitionOptions.at(option, "unrecognized REINDEX option \"" + option.name() + "\"");
    }
  }

  private static boolean isOn(DefElem option) {
    return new DefinitionOptions(List.of(option))
        .flag(option.name(), "t")
        .orElseThrow()
        .equals("t");
  }

  /** The last counts. */
  private static boolean isOn(ReindexStmt node, String name) {
    List<DefElem> given = node.params().stream().filter(o -> o.name().equals(name)).toList();
    return !given.isEmpty() && isOn(given.get(given.size() - 1));
  }

  private void checkTablespace(DefElem option, ReindexStmt node) {
    String name =
        option.arg().map(value -> value instanceof StringValue text ? text.value() : "").orElse("");
    boolean known =
        !memory.changes().current().table("pg_tablespace").where("spcname", name).isEmpty();
    if (!known) {
      throw new ReportedError(
          SqlState.UNDEFINED_OBJECT, "tablespace \"" + name + "\" does not exist");
    }
    if (!name.equals("pg_default")) {
      throw Refusal.of(node);
    }
  }

  /** {@code ReindexIndex}. */
  private void index(RangeVar named) {
    RelationLookup lookup = new RelationLookup(memory);
    RelationEntry index = lookup.require(named);
    if (index.kind() != 'i') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, "\"" + index.name() + "\" is not an index");
    }
    FactRow row =
        memory
            .changes()
            .current()
            .table("pg_index")
            .where("indexrelid", Long.toString(Integer.toUnsignedLong(index.oid())))
            .get(0);
    int table = (int) row.oid("indrelid");
    rights()
        .checkMaintain(memory.catalog().relation(table).orElseThrow(), index, ObjectRights.INDEX);
    memory.storage().lock(table, LockMode.SHARE);
    new TableLocks(memory).require(() -> lookup.require(named), LockMode.ACCESS_EXCLUSIVE);
  }

  /** {@code ReindexTable}. */
  private void table(RangeVar named) {
    RelationLookup lookup = new RelationLookup(memory);
    RelationEntry table = lookup.require(named);
    if ("rm".indexOf(table.kind()) < 0) {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE,
          "\"" + table.name() + "\" is not a table or materialized view");
    }
    rights().checkMaintain(table, table, ObjectRights.TABLE);
    new TableLocks(memory).require(() -> lookup.require(named), LockMode.SHARE);
    List<FactRow> indexes = indexes(table);
    if (indexes.isEmpty()) {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION,
              "table \"" + table.name() + "\" has no indexes to reindex"));
    }
    if (Integer.toUnsignedLong(table.oid()) >= FIRST_NORMAL_OID) {
      indexes.forEach(
          row -> memory.storage().lock((int) row.oid("indexrelid"), LockMode.ACCESS_EXCLUSIVE));
    }
  }

  private ObjectRights rights() {
    return new ObjectRights(memory);
  }

  private List<FactRow> indexes(RelationEntry table) {
    return memory
        .changes()
        .current()
        .table("pg_index")
        .where("indrelid", Long.toString(Integer.toUnsignedLong(table.oid())));
  }

  /** {@code ReindexMultipleTables}: each in a transaction of its own. */
  private void many(ReindexStmt node) {
    memory.block().preventInBlock("REINDEX " + node.kind());
    ObjectRights rights = rights();
    if (node.kind() == ReindexObjectType.SCHEMA) {
      rights.checkOwner(
          ObjectRights.SCHEMA, new Schemas(memory).require(node.name().orElseThrow()));
      return;
    }
    String own = memory.execution().session().database();
    Optional<String> other = node.name().filter(name -> !name.equals(own));
    if (other.isPresent()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "can only reindex the currently open database");
    }
    rights.checkOwner(
        ObjectRights.DATABASE, DatabaseRow.find(new Principal(memory), own).oid("oid"));
  }
}
