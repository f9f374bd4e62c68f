package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.ForeignKeyActions;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A foreign key of a table ({@code tablecmds.c: ATAddForeignKeyConstraint}). */
record ForeignKeyRows(SessionMemory memory, int tableOid) {
  private static final String SET_NULL_OR_DEFAULT = "nd";

  private RelationEntry table() {
    return memory.catalog().relation(tableOid).orElseThrow();
  }

  /** Adds it, and tells its name. */
  String add(Constraint constraint) {
    RelationEntry table = table();
    RelationLookup lookup = new RelationLookup(memory);
    RelationEntry referenced =
        new TableLocks(memory)
            .require(
                () -> lookup.require(constraint.details().pktable().orElseThrow()),
                LockMode.SHARE_ROW_EXCLUSIVE);
    check(table, referenced);
    List<AttributeEntry> columns =
        constraint.keys().stream().map(name -> column(table, name)).toList();
    ForeignKeyActions actions = constraint.details().foreignKey().orElseThrow();
    List<AttributeEntry> set =
        actions.delSetCols().stream().map(name -> column(table, name)).toList();
    checkSet(columns, set);
    ReferencedKey key = ReferencedKey.of(memory, referenced, constraint.details().pkAttrs());
    checkPermissions(key);
    checkActions(columns, actions);
    if (columns.size() != key.columns().size()) {
      throw new ReportedError(
          SqlState.INVALID_FOREIGN_KEY,
          "number of referencing and referenced columns for foreign key disagree");
    }
    String name = name(table, constraint);
    List<KeyOperators> operators = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      operators.add(
          KeyOperators.find(
              memory.catalog(), name, new KeyOperators.Pair(key.columns().get(i), columns.get(i))));
    }
    insert(constraint, new Parts(name, columns, set, key, operators));
    return name;
  }

  /** {@code checkFkeyPermissions}. */
  private void checkPermissions(ReferencedKey key) {
    long oid = Integer.toUnsignedLong(key.table().oid());
    FactRow row = memory.changes().current().table("pg_class").byOid(oid).orElseThrow();
    List<Integer> numbers = key.columns().stream().map(AttributeEntry::number).toList();
    boolean permitted =
        new ObjectRights(memory)
            .access()
            .permitsColumns(row, new Principal(memory).oid(), AccessMode.of("x"), numbers);
    if (!permitted) {
      throw ObjectRights.denied(ObjectRights.TABLE, row);
    }
  }

  private record Parts(
      String name,
      List<AttributeEntry> columns,
      List<AttributeEntry> set,
      ReferencedKey key,
      List<KeyOperators> operators) {}

  private void check(RelationEntry table, RelationEntry referenced) {
    if (referenced.kind() != 'r') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE,
          "referenced relation \"" + referenced.name() + "\" is not a table");
    }
    if (ObjectAddress.relation(Integer.toUnsignedLong(referenced.oid())).isPinned()) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied: \"" + referenced.name() + "\" is a system catalog");
    }
    char own = table.persistence();
    char other = referenced.persistence();
    if (own == 'p' && other != 'p') {
      throw invalid("constraints on permanent tables may reference only permanent tables");
    }
    if (own == 'u' && other == 't') {
      throw invalid(
          "constraints on unlogged tables may reference only permanent or unlogged tables");
    }
    if (own == 't' && other != 't') {
      throw invalid("constraints on temporary tables may reference only temporary tables");
    }
    if (own == 't' && !referenced.schema().equals(table.schema())) {
      throw invalid(
          "constraints on temporary tables must involve temporary tables of this session");
    }
  }

  private static ReportedError invalid(String message) {
    return new ReportedError(SqlState.INVALID_TABLE_DEFINITION, message);
  }

  static AttributeEntry column(RelationEntry table, String name) {
    return table.attributes().stream()
        .filter(one -> one.name().equals(name) && !one.dropped())
        .findFirst()
        .orElseThrow(() -> missing(name));
  }

  private static ReportedError missing(String name) {
    return SystemAttribute.find(name).isPresent()
        ? new ReportedError(
            SqlState.FEATURE_NOT_SUPPORTED, "system columns cannot be used in foreign keys")
        : new ReportedError(
            SqlState.UNDEFINED_COLUMN,
            "column \"" + name + "\" referenced in foreign key constraint does not exist");
  }

  private static void checkSet(List<AttributeEntry> columns, List<AttributeEntry> set) {
    for (AttributeEntry one : set) {
      if (!columns.contains(one)) {
        throw new ReportedError(
            SqlState.INVALID_COLUMN_REFERENCE,
            "column \""
                + one.name()
                + "\" referenced in ON DELETE SET action must be part of foreign key");
      }
    }
  }

  private static void checkActions(List<AttributeEntry> columns, ForeignKeyActions actions) {
    if (columns.stream().allMatch(one -> one.generated().isEmpty())) {
      return;
    }
    String update = actions.updAction();
    if (SET_NULL_OR_DEFAULT.contains(update) || update.equals("c")) {
      throw generated("UPDATE");
    }
    if (SET_NULL_OR_DEFAULT.contains(actions.delAction())) {
      throw generated("DELETE");
    }
  }

  private static ReportedError generated(String event) {
    return new ReportedError(
        SqlState.SYNTAX_ERROR,
        "invalid ON " + event + " action for foreign key constraint containing generated column");
  }

  private String name(RelationEntry table, Constraint constraint) {
    if (constraint.conname().isPresent()) {
      ConstraintRows.requireNew(memory, table, constraint.conname().get());
      return constraint.conname().get();
    }
    long schema = new Schemas(memory).require(table.schema());
    return new ObjectNames(memory.changes().current(), schema)
        .constraint(table.name(), ObjectNames.ofColumns(constraint.keys()), "fkey", List.of());
  }

  private static String numbers(List<AttributeEntry> columns) {
    return columns.stream()
        .map(one -> Integer.toString(one.number()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private void insert(Constraint constraint, Parts parts) {
    ConstraintRows writer = new ConstraintRows(memory, table());
    ForeignKeyActions actions = constraint.details().foreignKey().orElseThrow();
    Map<String, String> row = writer.row(parts.name(), 'f');
    row.put("condeferrable", constraint.attributes().deferrable() ? "t" : "f");
    row.put("condeferred", constraint.attributes().initdeferred() ? "t" : "f");
    row.put("convalidated", constraint.attributes().skipValidation() ? "f" : "t");
    row.put("conindid", Long.toString(parts.key().index()));
    row.put("confrelid", Integer.toUnsignedString(parts.key().table().oid()));
    row.put("confupdtype", actions.updAction());
    row.put("confdeltype", actions.delAction());
    row.put("confmatchtype", actions.matchtype());
    row.put("conkey", numbers(parts.columns()));
    row.put("confkey", numbers(parts.key().columns()));
    row.put("conpfeqop", KeyOperators.list(parts.operators(), KeyOperators::primaryForeign));
    row.put("conppeqop", KeyOperators.list(parts.operators(), KeyOperators::primary));
    row.put("conffeqop", KeyOperators.list(parts.operators(), KeyOperators::foreign));
    if (!parts.set().isEmpty()) {
      row.put("confdelsetcols", numbers(parts.set()));
    }
    List<Integer> own = parts.columns().stream().map(AttributeEntry::number).toList();
    ObjectAddress address = writer.insert(row, own);
    CatalogRows rows = new CatalogRows(memory.changes());
    long referenced = Integer.toUnsignedLong(parts.key().table().oid());
    for (AttributeEntry column : parts.key().columns()) {
      rows.depend(address, ObjectAddress.column(referenced, column.number()), 'n');
    }
    rows.depend(address, ObjectAddress.relation(parts.key().index()), 'n');
    new ForeignKeyTriggers(rows, address)
        .insert(rows.facts().table("pg_constraint").byOid(address.oid()).orElseThrow());
  }
}
