package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.definition.NodeText;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.function.ObjectDefinitions.Style;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is built on a column whose type changes ({@code tablecmds.c:
 * RememberAllDependentForRebuilding}).
 */
record ColumnUsers(AlterTableActions actions, AttributeEntry column) {
  private static final SqlState UNSUPPORTED = SqlState.FEATURE_NOT_SUPPORTED;

  private SessionMemory memory() {
    return actions.memory();
  }

  private CatalogRows rows() {
    return new CatalogRows(memory().changes());
  }

  private List<FactRow> dependents() {
    long table = Integer.toUnsignedLong(actions.tableOid());
    return rows().dependentsOf(ObjectAddress.column(table, column.number())).stream()
        .filter(row -> row.integer("refobjsubid") == column.number())
        .toList();
  }

  private Optional<FactRow> constraint(FactRow dependent) {
    return dependent.oid("classid") == ObjectAddress.CONSTRAINT
        ? rows().facts().table("pg_constraint").byOid(dependent.oid("objid"))
        : Optional.empty();
  }

  /** Refuses what PostgreSQL refuses, and what it would make anew of its text. */
  void refuse() {
    dependents().forEach(this::refuse);
  }

  private void refuse(FactRow row) {
    long catalog = row.oid("classid");
    if (catalog == ObjectAddress.REWRITE) {
      throw used(UNSUPPORTED, "by a view or rule", described(row)).toException();
    }
    if (catalog == ObjectAddress.TRIGGER) {
      throw used(UNSUPPORTED, "in a trigger definition", described(row)).toException();
    }
    int user = generated(row);
    if (user != 0) {
      String generated = actions.table().attributes().get(user - 1).name();
      int major = memory().changes().current().major();
      throw used(
              MajorChange.GENERATED_USE_IS_UNSUPPORTED.isIn(major)
                  ? UNSUPPORTED
                  : SqlState.SYNTAX_ERROR,
              "by a generated column",
              "Column \"" + column.name() + "\" is used by generated column \"" + generated + "\".")
          .toException();
    }
    if (isInTheWay(row)) {
      throw ErrorReport.notSimulated("another type for a column that others use").toException();
    }
  }

  /** The column that is generated from this one; 0 for what is none. */
  private int generated(FactRow row) {
    if (row.oid("classid") == ObjectAddress.RELATION) {
      return row.integer("objsubid");
    }
    if (row.oid("classid") != ObjectAddress.ATTRDEF) {
      return 0;
    }
    int user =
        rows().facts().table("pg_attrdef").byOid(row.oid("objid")).orElseThrow().integer("adnum");
    return user == column.number() ? 0 : user;
  }

  private static ErrorReport used(SqlState state, String where, String detail) {
    return ErrorReport.error(state, "cannot alter type of a column used " + where)
        .withDetail(detail);
  }

  private String described(FactRow row) {
    ObjectAddress object = new ObjectAddress(row.oid("classid"), row.oid("objid"), 0);
    return new ObjectDescriptions(memory()).of(object)
        + " depends on column \""
        + column.name()
        + "\"";
  }

  private boolean isInTheWay(FactRow row) {
    if (row.oid("classid") == ObjectAddress.ATTRDEF) {
      return false;
    }
    if (row.oid("classid") == ObjectAddress.RELATION) {
      Optional<FactRow> index = rows().facts().table("pg_index").byOid(row.oid("objid"));
      return index.isPresent()
          && (!index.get().isNull("indexprs") || !index.get().isNull("indpred"));
    }
    return constraint(row).filter(one -> "pucf".indexOf(one.letter("contype")) >= 0).isEmpty();
  }

  /** Takes the foreign keys away until the column has its type. */
  RebuiltForeignKeys withoutForeignKeys() {
    RebuiltForeignKeys keys = new RebuiltForeignKeys(memory());
    dependents().stream()
        .flatMap(row -> constraint(row).stream())
        .filter(one -> one.letter("contype") == 'f')
        .forEach(keys::drop);
    return keys;
  }

  /** The CHECK constraints, as SQL by their OIDs. */
  Map<Long, String> checks() {
    Map<Long, String> texts = new TreeMap<>();
    for (FactRow row : dependents()) {
      constraint(row)
          .filter(one -> one.letter("contype") == 'c')
          .ifPresent(
              one ->
                  texts.put(
                      one.oid("oid"),
                      memory()
                          .execution()
                          .definitions()
                          .expression(one.text("conbin"), one.oid("conrelid"), Style.PLAIN)
                          .orElseThrow()));
    }
    return texts;
  }

  /** Reads them again now that the column has another type, and looks at the rows. */
  void remake(Map<Long, String> checks) {
    checks.forEach(this::remake);
    if (!checks.isEmpty()) {
      new ExistingRows(memory()).checkConditions(actions.table());
    }
  }

  private void remake(long constraint, String text) {
    SelectStmt select =
        (SelectStmt)
            Parser.parse("SELECT " + text, ParserSettings.DEFAULTS, notice -> {}).get(0).stmt();
    Expr raw = select.targetList().get(0).val();
    Expression condition =
        AlterTableActions.unplaced(
            () ->
                new DefinitionExpressions(memory().analysis(memory().execution()))
                    .check(actions.table(), raw));
    ObjectAddress address = ObjectAddress.constraint(constraint);
    for (FactRow row : rows().dependenciesOf(address)) {
      if (row.letter("deptype") == 'n') {
        rows().delete("pg_depend", CatalogRows.key(row));
      }
    }
    new ExpressionDependencies(rows(), address)
        .record(condition, Integer.toUnsignedLong(actions.tableOid()));
    String nodes = new NodeText(memory().catalog()).write(condition);
    rows().change("pg_constraint", constraint, "conbin", nodes);
  }
}
