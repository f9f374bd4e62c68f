package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.tree.OnCommitAction;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of temporary tables when a transaction commits ({@code tablecmds.c:
 * PreCommit_on_commit_actions}). Tables whose making was rolled back are not there any more.
 */
public record CommitActions(SessionMemory memory) {

  /** Does what tables were made with. */
  public void run() {
    List<RelationEntry> emptied = new ArrayList<>();
    List<ObjectAddress> dropped = new ArrayList<>();
    for (Map.Entry<Integer, OnCommitAction> one : memory.temporary().onCommit().entrySet()) {
      Optional<RelationEntry> table = memory.catalog().relation(one.getKey());
      if (table.isPresent() && one.getValue() == OnCommitAction.DROP) {
        dropped.add(ObjectAddress.relation(Integer.toUnsignedLong(one.getKey())));
      } else {
        table.ifPresent(emptied::add);
      }
    }
    checkForeignKeys(emptied);
    emptied.stream()
        .filter(table -> !new ExistingRows(memory).isEmpty(table))
        .forEach(table -> new FileRenewal(memory).renew(Integer.toUnsignedLong(table.oid())));
    if (!dropped.isEmpty()) {
      new Deletion(memory).dropQuietly(dropped);
    }
  }

  /** {@code heap.c: heap_truncate_check_FKs}. */
  private void checkForeignKeys(List<RelationEntry> emptied) {
    for (RelationEntry table : emptied) {
      keysTo(table).stream()
          .map(key -> (int) key.oid("conrelid"))
          .filter(other -> emptied.stream().noneMatch(one -> one.oid() == other))
          .findFirst()
          .ifPresent(
              other -> {
                throw combination(memory.catalog().relation(other).orElseThrow(), table);
              });
    }
  }

  private List<FactRow> keysTo(RelationEntry table) {
    String oid = Integer.toUnsignedString(table.oid());
    return memory.changes().current().table("pg_constraint").where("confrelid", oid).stream()
        .filter(row -> row.letter("contype") == 'f')
        .toList();
  }

  private static RuntimeException combination(RelationEntry table, RelationEntry referenced) {
    return ErrorReport.error(
            SqlState.FEATURE_NOT_SUPPORTED, "unsupported ON COMMIT and foreign key combination")
        .withDetail(
            "Table \""
                + table.name()
                + "\" references \""
                + referenced.name()
                + "\", but they do not have the same ON COMMIT setting.")
        .toException();
  }
}
