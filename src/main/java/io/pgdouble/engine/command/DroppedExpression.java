package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.Optional;

/** DROP EXPRESSION ({@code tablecmds.c: ATExecDropExpression}). */
record DroppedExpression(AlterTableActions actions, AttributeEntry column) {

  private SessionMemory memory() {
    return actions.memory();
  }

  void run(AlterTableCmd cmd) {
    String message =
        "column \""
            + column.name()
            + "\" of relation \""
            + actions.table().name()
            + "\" is not a "
            + (MajorChange.GENERATED_COLUMNS_MAY_BE_VIRTUAL.isIn(
                    memory().changes().current().major())
                ? ""
                : "stored ")
            + "generated column";
    if (column.generated().isEmpty() && !cmd.missingOk()) {
      throw new ReportedError(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, message);
    }
    if (column.generated().isEmpty()) {
      memory().notice(ErrorReport.notice(SqlState.SUCCESSFUL_COMPLETION, message + ", skipping"));
      return;
    }
    CatalogRows rows = new CatalogRows(memory().changes());
    String table = Integer.toUnsignedString(actions.tableOid());
    rows.change("pg_attribute", table + "\t" + column.number(), "attgenerated", Optional.of(""));
    FactRow value = actions.defaultOf(column).orElseThrow();
    forget(rows, new ObjectAddress(ObjectAddress.ATTRDEF, value.oid("oid"), 0));
    forget(rows, ObjectAddress.column(Long.parseLong(table), column.number()));
    actions.removeDefault(column);
  }

  /** What it needed for the expression, which is no more. */
  private static void forget(CatalogRows rows, ObjectAddress object) {
    for (FactRow row : rows.dependenciesOf(object)) {
      boolean typed =
          row.oid("refclassid") == ObjectAddress.TYPE
              || row.oid("refclassid") == ObjectAddress.COLLATION;
      if (row.integer("objsubid") == object.sub() && (object.sub() == 0 || !typed)) {
        rows.delete("pg_depend", CatalogRows.key(row));
      }
    }
  }
}
