package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.ConstrType;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Optional;

/** ADD CONSTRAINT and VALIDATE CONSTRAINT ({@code tablecmds.c: ATExecAddConstraint}). */
record AddConstraint(AlterTableActions actions) {

  private SessionMemory memory() {
    return actions.memory();
  }

  void run(Constraint constraint) {
    switch (constraint.contype()) {
      case CHECK -> addCheck(constraint);
      case PRIMARY, UNIQUE -> addKey(constraint);
      case FOREIGN -> addForeignKey(constraint);
      case EXCLUSION -> throw ErrorReport.notSimulated("exclusion constraints").toException();
      case NULL,
          NOTNULL,
          DEFAULT,
          IDENTITY,
          GENERATED,
          ATTR_DEFERRABLE,
          ATTR_NOT_DEFERRABLE,
          ATTR_DEFERRED,
          ATTR_IMMEDIATE ->
          throw new IllegalStateException("no constraint of a table: " + constraint.contype());
    }
  }

  private void addCheck(Constraint constraint) {
    constraint
        .conname()
        .ifPresent(name -> ConstraintRows.requireNew(memory(), actions.table(), name));
    AlterTableActions.unplaced(
        () -> new CheckConstraints(memory()).add(actions.table(), List.of(constraint)));
    if (!constraint.attributes().skipValidation()) {
      new ExistingRows(memory()).checkConditions(actions.table());
    }
  }

  private void addKey(Constraint constraint) {
    RelationEntry table = actions.table();
    long schema = new Schemas(memory()).require(table.schema());
    TableDraft draft =
        new TableDraft(
            table.name(), new CreationSchema(schema, table.schema(), table.persistence()));
    actions.table().columns().forEach(column -> draft.columns.add(TableDraft.of(column)));
    draft.keys.add(constraint);
    constraint.keys().forEach(column -> requireColumn(constraint, column));
    constraint.including().forEach(column -> requireColumn(constraint, column));
    KeyDrafts keys = new KeyDrafts(draft);
    keys.transform();
    keys.keys().forEach(this::addKey);
  }

  /** {@code DefineIndex} complains; of a primary key's columns, SET NOT NULL does before it. */
  private void requireColumn(Constraint constraint, String column) {
    boolean system = SystemAttribute.find(column).isPresent();
    boolean primary =
        constraint.contype() == ConstrType.PRIMARY && constraint.keys().contains(column);
    if (primary && system) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot alter system column \"" + column + "\"");
    }
    if (system || actions.find(column).isPresent()) {
      return;
    }
    if (primary) {
      throw actions.missing(column);
    }
    throw new ReportedError(
        SqlState.UNDEFINED_COLUMN, "column \"" + column + "\" named in key does not exist");
  }

  /** Adds a key, and tells its name. */
  String addKey(KeyDraft key) {
    RelationEntry table = actions.table();
    if (key.primary()) {
      checkOnlyPrimary(table);
      key.columns().forEach(name -> actions.setNotNull(KeyRows.find(table, name)));
    }
    String name = new KeyRows(memory()).add(actions.table(), key);
    long schema = new Schemas(memory()).require(table.schema());
    memory().changes().current().table("pg_class").where("relname", name).stream()
        .filter(row -> row.oid("relnamespace") == schema)
        .forEach(row -> new ExistingRows(memory()).checkUnique(actions.table(), row.oid("oid")));
    return name;
  }

  private void checkOnlyPrimary(RelationEntry table) {
    if (ConstraintRows.of(memory(), table).stream().anyMatch(row -> row.letter("contype") == 'p')) {
      throw new ReportedError(
          SqlState.INVALID_TABLE_DEFINITION,
          "multiple primary keys for table \"" + table.name() + "\" are not allowed");
    }
  }

  void addForeignKey(Constraint constraint) {
    String name = new ForeignKeyRows(memory(), actions.tableOid()).add(constraint);
    if (!constraint.attributes().skipValidation()) {
      new ExistingRows(memory()).checkForeignKey(actions.table(), row(name).orElseThrow());
    }
  }

  private Optional<FactRow> row(String name) {
    return ConstraintRows.of(memory(), actions.table()).stream()
        .filter(one -> one.text("conname").equals(name))
        .findFirst();
  }

  private ReportedError notValidated(String name) {
    String table = actions.table().name();
    String which = "constraint \"" + name + "\" of relation \"" + table + "\"";
    return MajorChange.NOT_NULL_IS_A_CONSTRAINT.isIn(memory().changes().facts().major())
        ? ErrorReport.error(SqlState.WRONG_OBJECT_TYPE, "cannot validate " + which)
            .withDetail("This operation is not supported for this type of constraint.")
            .toException()
        : new ReportedError(
            SqlState.WRONG_OBJECT_TYPE, which + " is not a foreign key or check constraint");
  }

  /** {@code ATExecValidateConstraint}. */
  void validate(String name) {
    RelationEntry table = actions.table();
    FactRow row =
        row(name)
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_OBJECT,
                        "constraint \""
                            + name
                            + "\" of relation \""
                            + table.name()
                            + "\" does not exist"));
    char kind = row.letter("contype");
    if (kind != 'c' && kind != 'f') {
      throw notValidated(name);
    }
    if (row.bool("convalidated")) {
      return;
    }
    if (kind == 'c') {
      new ExistingRows(memory()).checkConditions(table);
    } else {
      memory().storage().lock((int) row.oid("confrelid"), LockMode.ROW_SHARE);
      new ExistingRows(memory()).checkForeignKey(table, row);
    }
    new CatalogRows(memory().changes())
        .change("pg_constraint", row.oid("oid"), "convalidated", "t");
  }
}
