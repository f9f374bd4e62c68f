package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.authorization.AccessListChange;
import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.tree.AccessPriv;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** GRANT and REVOKE on one table, view or sequence ({@code aclchk.c: ExecGrant_Relation}). */
record GrantOnRelation(SessionMemory memory, GrantRequest request) {

  private int major() {
    return memory.changes().facts().major();
  }

  void grant(long oid) {
    FactRow row = memory.changes().current().table("pg_class").byOid(oid).orElseThrow();
    check(row);
    int mode = mode(row);
    AccessList before = new ObjectRights(memory).access().list(Securable.TABLE, row);
    Map<Integer, Integer> columns = new TreeMap<>();
    if (!request.node().grant()) {
      revokeOfColumns(oid, mode & AccessMode.OF_COLUMNS, columns);
    }
    if (mode != AccessMode.NONE) {
      grant(row, before, mode);
    }
    request.columns().forEach(privilege -> add(row, privilege, columns));
    columns.forEach((number, privileges) -> grantOnColumn(row, before, number, privileges));
  }

  private void check(FactRow row) {
    String name = row.text("relname");
    char kind = row.letter("relkind");
    if (kind == 'i' || kind == 'I') {
      throw wrong(name, "an index");
    }
    if (kind == 'c') {
      throw wrong(name, "a composite type");
    }
    if (request.node().objtype() == ObjectType.SEQUENCE && kind != 'S') {
      throw wrong(name, "not a sequence");
    }
  }

  private static ReportedError wrong(String name, String what) {
    return new ReportedError(SqlState.WRONG_OBJECT_TYPE, "\"" + name + "\" is " + what);
  }

  /** What is granted on the whole relation. */
  private int mode(FactRow row) {
    boolean sequence = row.letter("relkind") == 'S';
    int all = AccessMode.all(sequence ? 's' : 'r', major());
    if (request.isAll()) {
      return all;
    }
    int mode = request.privileges();
    if ((mode & ~all) == AccessMode.NONE) {
      return mode;
    }
    if (!sequence) {
      throw GrantRequest.invalid("invalid privilege type USAGE for table");
    }
    warn(row, "USAGE, SELECT, and UPDATE");
    return mode & all;
  }

  private void warn(FactRow sequence, String supported) {
    memory.notice(
        ErrorReport.warning(
            SqlState.INVALID_GRANT_OPERATION,
            "sequence \""
                + sequence.text("relname")
                + "\" only supports "
                + supported
                + (supported.equals("SELECT") ? " column privileges" : " privileges")));
  }

  /** What is revoked on a table is revoked on its columns, too. */
  private void revokeOfColumns(long table, int mode, Map<Integer, Integer> columns) {
    if (mode == AccessMode.NONE) {
      return;
    }
    for (FactRow column :
        memory.changes().current().table("pg_attribute").where("attrelid", "" + table)) {
      if (!column.bool("attisdropped")) {
        columns.put(column.integer("attnum"), mode);
      }
    }
  }

  private void grant(FactRow row, AccessList before, int mode) {
    ObjectAccess access = new ObjectRights(memory).access();
    long owner = row.oid("relowner");
    long user = new Principal(memory).oid();
    AccessList.Grantor grantor = before.bestGrantor(access.membership(), user, mode, owner);
    GrantLimits limits = new GrantLimits(memory, request, row.text("relname"));
    boolean sequence = row.letter("relkind") == 'S';
    if (grantor.options() == AccessMode.NONE) {
      int all = AccessMode.all(sequence ? 's' : 'r', major());
      limits.requireSome(
          access.mask(Securable.TABLE, row, grantor.role(), all), sequence ? "sequence" : "table");
    }
    int granted = limits.restrict(mode, grantor.options());
    AccessListChange change =
        new AccessListChange(before, access.membership(), owner, request.dependents());
    request.apply(change, granted, grantor.role());
    new CatalogRows(memory.changes())
        .change("pg_class", row.text("oid"), "relacl", Optional.of(change.after().text()));
  }

  /** Columns that are named. */
  private void add(FactRow row, AccessPriv privilege, Map<Integer, Integer> columns) {
    int mode =
        privilege.privName().isEmpty()
            ? AccessMode.OF_COLUMNS
            : GrantRequest.mode(privilege, major());
    if ((mode & ~AccessMode.OF_COLUMNS) != AccessMode.NONE) {
      throw GrantRequest.invalid("invalid privilege type " + AccessMode.word(mode) + " for column");
    }
    int select = AccessMode.of("r");
    if (row.letter("relkind") == 'S' && (mode & ~select) != AccessMode.NONE) {
      warn(row, "SELECT");
      mode &= select;
    }
    for (String name : privilege.cols()) {
      columns.merge(column(row, name), mode, (one, other) -> one | other);
    }
  }

  private int column(FactRow table, String name) {
    return columns(table).stream()
        .filter(column -> column.text("attname").equals(name) && !column.bool("attisdropped"))
        .findFirst()
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_COLUMN,
                    "column \""
                        + name
                        + "\" of relation \""
                        + table.text("relname")
                        + "\" does not exist"))
        .integer("attnum");
  }

  private List<FactRow> columns(FactRow table) {
    return memory.changes().current().table("pg_attribute").where("attrelid", table.text("oid"));
  }

  /** {@code ExecGrant_Attribute}. */
  private void grantOnColumn(FactRow table, AccessList ofTable, int number, int mode) {
    FactRow column =
        columns(table).stream().filter(one -> one.integer("attnum") == number).findFirst().get();
    ObjectAccess access = new ObjectRights(memory).access();
    AccessList before =
        column.isNull("attacl")
            ? new AccessList(List.of())
            : AccessList.of(column.list("attacl"), access.facts());
    long owner = table.oid("relowner");
    long user = new Principal(memory).oid();
    AccessList.Grantor grantor =
        ofTable.with(before).bestGrantor(access.membership(), user, mode, owner);
    GrantLimits limits = new GrantLimits(memory, request, table.text("relname"));
    String name = column.text("attname");
    if (grantor.options() == AccessMode.NONE) {
      int all = AccessMode.OF_COLUMNS;
      int had =
          access.mask(Securable.TABLE, table, grantor.role(), all)
              | access.columnMask(column, grantor.role(), all);
      limits.requireSomeOfColumn(had, name);
    }
    int granted = limits.restrictOfColumn(mode, grantor.options(), name);
    AccessListChange change =
        new AccessListChange(before, access.membership(), owner, request.dependents());
    request.apply(change, granted, grantor.role());
    store(column, change.after());
  }

  private void store(FactRow column, AccessList list) {
    Optional<String> text = list.items().isEmpty() ? Optional.empty() : Optional.of(list.text());
    if (text.isPresent() || !column.isNull("attacl")) {
      new CatalogRows(memory.changes())
          .change(
              "pg_attribute",
              column.text("attrelid") + "\t" + column.text("attnum"),
              "attacl",
              text);
    }
  }
}
