package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.AlterTableType;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.OptionList;
import io.pgdouble.engine.tree.ReplicaIdentityStmt;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Actions of ALTER TABLE that say how rows are kept, counted and replicated, and of which the
 * catalogs tell ({@code tablecmds.c: ATExecSetStatistics, ATExecSetStorage, ATExecSetRelOptions,
 * ATExecReplicaIdentity}).
 */
record StorageActions(SessionMemory memory, RelationEntry table) {
  private static final int MOST_STATISTICS = 10_000;
  private static final int STORED_NULL = 17;
  private static final int STORES_DEFAULT = 16;

  private static final Set<AlterTableType> KNOWN =
      Set.of(
          AlterTableType.SET_STATISTICS,
          AlterTableType.SET_STORAGE,
          AlterTableType.SET_REL_OPTIONS,
          AlterTableType.RESET_REL_OPTIONS,
          AlterTableType.REPLICA_IDENTITY);

  private static final Map<String, String> STORAGE =
      Map.of("plain", "p", "external", "e", "extended", "x", "main", "m");

  static boolean knows(AlterTableType type) {
    return KNOWN.contains(type);
  }

  private CatalogRows rows() {
    return new CatalogRows(memory.changes());
  }

  void perform(AlterTableCmd cmd) {
    switch (cmd.subtype()) {
      case SET_STATISTICS -> statistics(cmd);
      case SET_STORAGE -> storage(cmd);
      case SET_REL_OPTIONS -> options(current().set(given(cmd)));
      case RESET_REL_OPTIONS -> options(current().reset(given(cmd)));
      default -> replicaIdentity((ReplicaIdentityStmt) cmd.def().orElseThrow());
    }
  }

  private AttributeEntry column(AlterTableCmd cmd) {
    String name =
        cmd.name()
            .filter(one -> !one.isEmpty())
            .orElseThrow(
                () -> ErrorReport.notSimulated("statistics of numbered columns").toException());
    if (SystemAttribute.find(name).isPresent()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot alter system column \"" + name + "\"");
    }
    return table.find(name).orElseThrow(() -> table.missing(name));
  }

  private void change(AttributeEntry column, String name, Optional<String> value) {
    String key = Integer.toUnsignedString(table.oid()) + "\t" + column.number();
    rows().change("pg_attribute", key, name, value);
  }

  private void statistics(AlterTableCmd cmd) {
    int target = ((IntegerValue) cmd.def().orElseThrow()).value();
    if (target < -1) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE, "statistics target " + target + " is too low");
    }
    if (target > MOST_STATISTICS) {
      memory.notice(
          ErrorReport.warning(
              SqlState.INVALID_PARAMETER_VALUE,
              "lowering statistics target to " + MOST_STATISTICS));
    }
    boolean none = target == -1 && memory.changes().facts().major() >= STORED_NULL;
    String stored = Integer.toString(Math.min(target, MOST_STATISTICS));
    change(column(cmd), "attstattarget", none ? Optional.empty() : Optional.of(stored));
  }

  private void storage(AlterTableCmd cmd) {
    String written = ((StringValue) cmd.def().orElseThrow()).value();
    String word = written.toLowerCase(Locale.ROOT);
    boolean standard = word.equals("default");
    if (!standard && !STORAGE.containsKey(word)
        || standard && memory.changes().facts().major() < STORES_DEFAULT) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE, "invalid storage type \"" + written + "\"");
    }
    AttributeEntry column = column(cmd);
    FactRow type =
        memory
            .changes()
            .current()
            .table("pg_type")
            .byOid(Integer.toUnsignedLong(column.type()))
            .orElseThrow();
    String letter = standard ? type.text("typstorage") : STORAGE.get(word);
    if (!letter.equals("p") && type.text("typstorage").equals("p")) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "column data type "
              + TypeLookup.shown(memory, memory.catalog().type(column.type()))
              + " can only have storage PLAIN");
    }
    change(column, "attstorage", Optional.of(letter));
  }

  private static List<io.pgdouble.engine.tree.DefElem> given(AlterTableCmd cmd) {
    return ((OptionList) cmd.def().orElseThrow()).options();
  }

  private FactRow row() {
    return rows()
        .facts()
        .table("pg_class")
        .byOid(Integer.toUnsignedLong(table.oid()))
        .orElseThrow();
  }

  private RelationOptions current() {
    return RelationOptions.of(row().list("reloptions"));
  }

  private void options(Optional<String> text) {
    rows().change("pg_class", Integer.toUnsignedString(table.oid()), "reloptions", text);
  }

  private void replicaIdentity(ReplicaIdentityStmt node) {
    Optional<FactRow> index = node.name().map(this::identifying);
    String oid = Integer.toUnsignedString(table.oid());
    if (!row().text("relreplident").equals(node.identityType())) {
      rows().change("pg_class", oid, "relreplident", Optional.of(node.identityType()));
    }
    for (FactRow one : rows().facts().table("pg_index").where("indrelid", oid)) {
      boolean chosen =
          index.filter(it -> it.oid("indexrelid") == one.oid("indexrelid")).isPresent();
      if (one.bool("indisreplident") != chosen) {
        rows().change("pg_index", one.oid("indexrelid"), "indisreplident", chosen ? "t" : "f");
      }
    }
  }

  private FactRow identifying(String name) {
    RelationEntry index =
        memory
            .catalog()
            .relation(table.schema(), name)
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_OBJECT,
                        "index \""
                            + name
                            + "\" for table \""
                            + table.name()
                            + "\" does not exist"));
    FactRow row =
        rows()
            .facts()
            .table("pg_index")
            .byOid(Integer.toUnsignedLong(index.oid()))
            .filter(one -> (int) one.oid("indrelid") == table.oid())
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.WRONG_OBJECT_TYPE,
                        "\"" + name + "\" is not an index for table \"" + table.name() + "\""));
    checkIdentifying(row, name);
    return row;
  }

  private void checkIdentifying(FactRow index, String name) {
    if (!index.bool("indisunique")) {
      throw unfit("cannot use non-unique index \"" + name + "\" as replica identity");
    }
    if (!index.bool("indimmediate")) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot use non-immediate index \"" + name + "\" as replica identity");
    }
    if (!index.isNull("indexprs")) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot use expression index \"" + name + "\" as replica identity");
    }
    if (!index.isNull("indpred")) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot use partial index \"" + name + "\" as replica identity");
    }
    for (String number : index.text("indkey").split(" ")) {
      AttributeEntry column = table.attributes().get(Integer.parseInt(number) - 1);
      if (!column.notNull()) {
        throw unfit(
            "index \""
                + name
                + "\" cannot be used as replica identity because column \""
                + column.name()
                + "\" is nullable");
      }
    }
  }

  private static ReportedError unfit(String message) {
    return new ReportedError(SqlState.WRONG_OBJECT_TYPE, message);
  }
}
