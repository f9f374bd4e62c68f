package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.OptionList;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The single actions of ALTER TABLE ({@code tablecmds.c: ATExecCmd}). */
record AlterTableActions(SessionMemory memory, int tableOid) {

  RelationEntry table() {
    return memory.catalog().relation(tableOid).orElseThrow();
  }

  private CatalogRows rows() {
    return new CatalogRows(memory.changes());
  }

  private String key(AttributeEntry column) {
    return Integer.toUnsignedString(tableOid) + "\t" + column.number();
  }

  void perform(AlterTableCmd cmd) {
    if (TriggerSwitches.knows(cmd.subtype())) {
      new TriggerSwitches(memory, table()).perform(cmd);
      return;
    }
    if (StorageActions.knows(cmd.subtype())) {
      new StorageActions(memory, table()).perform(cmd);
      return;
    }
    switch (cmd.subtype()) {
      case COLUMN_DEFAULT -> setDefault(cmd);
      case SET_NOT_NULL -> setNotNull(column(cmd));
      case DROP_NOT_NULL -> dropNotNull(column(cmd));
      case ADD_CONSTRAINT -> new AddConstraint(this).run((Constraint) cmd.def().orElseThrow());
      case DROP_CONSTRAINT -> dropConstraint(cmd);
      case VALIDATE_CONSTRAINT -> new AddConstraint(this).validate(cmd.name().orElseThrow());
      case ALTER_COLUMN_TYPE ->
          new AlterColumnType(this).run(column(cmd), (ColumnDef) cmd.def().orElseThrow());
      case CHANGE_OWNER -> new RelationOwner(memory).change(table(), cmd.newowner().orElseThrow());
      case ADD_IDENTITY -> identity(cmd).add((Constraint) cmd.def().orElseThrow());
      case SET_IDENTITY -> identity(cmd).set((OptionList) cmd.def().orElseThrow());
      case DROP_IDENTITY -> identity(cmd).drop(cmd);
      case DROP_EXPRESSION -> new DroppedExpression(this, column(cmd)).run(cmd);
      default -> throw ErrorReport.notSimulated("ALTER TABLE " + cmd.subtype()).toException();
    }
  }

  private IdentityActions identity(AlterTableCmd cmd) {
    return new IdentityActions(this, column(cmd));
  }

  Optional<AttributeEntry> find(String name) {
    return table().find(name);
  }

  ReportedError missing(String name) {
    return table().missing(name);
  }

  private AttributeEntry column(AlterTableCmd cmd) {
    String name = cmd.name().orElseThrow();
    if (SystemAttribute.find(name).isPresent()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot alter system column \"" + name + "\"");
    }
    return find(name).orElseThrow(() -> missing(name));
  }

  /** The column that is to be dropped; empty where it may be missing, and is. */
  Optional<AttributeEntry> findDropped(AlterTableCmd cmd) {
    String name = cmd.name().orElseThrow();
    Optional<AttributeEntry> column = find(name);
    if (column.isEmpty() && SystemAttribute.find(name).isPresent()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot drop system column \"" + name + "\"");
    }
    if (column.isEmpty() && cmd.missingOk()) {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION, missing(name).report().message() + ", skipping"));
      return column;
    }
    return Optional.of(column.orElseThrow(() -> missing(name)));
  }

  private void setDefault(AlterTableCmd cmd) {
    AttributeEntry column = column(cmd);
    refuseValued(column, hint(column, cmd));
    removeDefault(column);
    if (cmd.def().isPresent()) {
      Expr raw = (Expr) cmd.def().get();
      DefinitionExpressions expressions =
          new DefinitionExpressions(memory.analysis(memory.execution()));
      Expression value = unplaced(() -> expressions.columnDefault(column, raw));
      new ColumnDefaults(memory, table()).store(column, value);
    }
  }

  /** PostgreSQL does not know the text here, and so no place in it. */
  static <T> T unplaced(Supplier<T> analysis) {
    try {
      return analysis.get();
    } catch (ReportedError error) {
      throw error.report().without(ErrorField.POSITION).toException();
    }
  }

  static void unplaced(Runnable definition) {
    unplaced(
        () -> {
          definition.run();
          return Optional.empty();
        });
  }

  /** What is to be said where a default is asked for, or asked away. */
  private Optional<String> hint(AttributeEntry column, AlterTableCmd cmd) {
    String what =
        cmd.def().isEmpty()
            ? column.identity().isEmpty() ? "DROP EXPRESSION" : "DROP IDENTITY"
            : "SET EXPRESSION";
    boolean known =
        cmd.def().isEmpty()
            || column.identity().isEmpty()
                && MajorChange.EXPRESSIONS_MAY_BE_SET.isIn(memory.execution().facts().major());
    return Optional.of("Use ALTER TABLE ... ALTER COLUMN ... " + what + " instead.")
        .filter(hint -> known);
  }

  private void refuseValued(AttributeEntry column, Optional<String> hint) {
    if (column.identity().isEmpty() && column.generated().isEmpty()) {
      return;
    }
    ErrorReport report =
        ErrorReport.error(
            SqlState.SYNTAX_ERROR,
            "column \""
                + column.name()
                + "\" of relation \""
                + table().name()
                + "\" is "
                + (column.identity().isEmpty() ? "a generated column" : "an identity column"));
    throw hint.map(report::withHint).orElse(report).toException();
  }

  /** {@code RemoveAttrDefault}. */
  void removeDefault(AttributeEntry column) {
    defaultOf(column)
        .map(row -> new ObjectAddress(ObjectAddress.ATTRDEF, row.oid("oid"), 0))
        .ifPresent(
            address -> {
              // What generates a column cannot be dropped without it as long as that is noted.
              if (!column.generated().isEmpty()) {
                rows()
                    .dependenciesOf(address)
                    .forEach(row -> rows().delete("pg_depend", CatalogRows.key(row)));
              }
              new Deletion(memory).dropQuietly(address);
            });
  }

  Optional<FactRow> defaultOf(AttributeEntry column) {
    return rows()
        .facts()
        .table("pg_attrdef")
        .where("adrelid", Integer.toUnsignedString(tableOid))
        .stream()
        .filter(row -> row.integer("adnum") == column.number())
        .findFirst();
  }

  void setNotNull(AttributeEntry column) {
    if (!column.notNull()) {
      new ExistingRows(memory).checkNotNull(table(), column);
      rows().change("pg_attribute", key(column), "attnotnull", Optional.of("t"));
    }
  }

  private void dropNotNull(AttributeEntry column) {
    if (!column.identity().isEmpty()) {
      refuseValued(column, Optional.empty());
    }
    boolean primary =
        rows()
            .facts()
            .table("pg_index")
            .where("indrelid", Integer.toUnsignedString(tableOid))
            .stream()
            .filter(row -> row.bool("indisprimary"))
            .anyMatch(row -> List.of(row.text("indkey").split(" ")).contains("" + column.number()));
    if (primary) {
      throw new ReportedError(
          SqlState.INVALID_TABLE_DEFINITION,
          "column \"" + column.name() + "\" is in a primary key");
    }
    if (column.notNull()) {
      rows().change("pg_attribute", key(column), "attnotnull", Optional.of("f"));
    }
  }

  private void dropConstraint(AlterTableCmd cmd) {
    String name = cmd.name().orElseThrow();
    Optional<FactRow> row =
        ConstraintRows.of(memory, table()).stream()
            .filter(one -> one.text("conname").equals(name))
            .findFirst();
    if (row.isPresent()) {
      ObjectAddress address = ObjectAddress.constraint(row.get().oid("oid"));
      new Deletion(memory).drop(List.of(address), cmd.behavior());
      return;
    }
    String message =
        "constraint \"" + name + "\" of relation \"" + table().name() + "\" does not exist";
    if (!cmd.missingOk()) {
      throw new ReportedError(SqlState.UNDEFINED_OBJECT, message);
    }
    memory.notice(ErrorReport.notice(SqlState.SUCCESSFUL_COMPLETION, message + ", skipping"));
  }
}
