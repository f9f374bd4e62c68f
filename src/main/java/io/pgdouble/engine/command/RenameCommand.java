package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.SchemaNames;
import io.pgdouble.facts.UnsupportedKind;
import java.util.Optional;
import java.util.Set;

/** RENAME of relations, columns, constraints and schemas ({@code tablecmds.c: RenameRelation}). */
record RenameCommand(SessionMemory memory) {
  private static final Set<ObjectType> KNOWN =
      Set.of(
          ObjectType.TABLE,
          ObjectType.INDEX,
          ObjectType.SEQUENCE,
          ObjectType.VIEW,
          ObjectType.MATVIEW,
          ObjectType.COLUMN,
          ObjectType.ATTRIBUTE,
          ObjectType.TABCONSTRAINT,
          ObjectType.SCHEMA);

  static boolean knows(RenameStmt node) {
    return KNOWN.contains(node.renameType()) || ObjectRename.knows(node);
  }

  private CatalogRows rows() {
    return new CatalogRows(memory.changes());
  }

  Completion run(RenameStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    if (ObjectRename.knows(node)) {
      new ObjectRename(memory, node).run();
      return in.done();
    }
    if (node.renameType() == ObjectType.SCHEMA) {
      renameSchema(node);
      return in.done();
    }
    Optional<RelationEntry> found =
        new RelationLookup(memory)
            .find(
                node.relation().orElseThrow().schemaname(),
                node.relation().orElseThrow().relname());
    if (found.isEmpty() && node.missingOk()) {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION,
              "relation \""
                  + node.relation().orElseThrow().relname()
                  + "\" does not exist, skipping"));
      return in.done();
    }
    RelationEntry relation =
        found.orElseThrow(() -> new RelationLookup(memory).missing(node.relation().orElseThrow()));
    AlterTableCommand.checkAlterable(memory, relation);
    switch (node.renameType()) {
      case COLUMN, ATTRIBUTE -> new FamilyRename(memory, node, this::renameColumn).column(relation);
      case TABCONSTRAINT ->
          new FamilyRename(memory, node, this::renameConstraint).constraint(relation);
      default -> renameRelation(relation, node);
    }
    return in.done();
  }

  private void renameSchema(RenameStmt node) {
    String old =
        node.subname().orElseGet(() -> ((StringValue) node.object().orElseThrow()).value());
    long oid = new Schemas(memory).require(old);
    if (new SchemaNames(rows().facts()).oid(node.newname()).isPresent()) {
      throw new ReportedError(
          SqlState.DUPLICATE_SCHEMA, "schema \"" + node.newname() + "\" already exists");
    }
    new ObjectRights(memory).checkOwner(ObjectRights.SCHEMA, oid);
    if (node.newname().startsWith("pg_")) {
      throw ErrorReport.error(
              SqlState.RESERVED_NAME, "unacceptable schema name \"" + node.newname() + "\"")
          .withDetail("The prefix \"pg_\" is reserved for system schemas.")
          .toException();
    }
    rows().change("pg_namespace", oid, "nspname", node.newname());
  }

  private void renameRelation(RelationEntry relation, RenameStmt node) {
    boolean any = node.renameType() == ObjectType.TABLE;
    RelationKind wanted = RelationKind.of(node.renameType()).orElseThrow();
    if (!any && relation.kind() != wanted.letter()) {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, "\"" + relation.name() + "\" is not " + wanted.withArticle());
    }
    rename(relation, node.newname());
    constraintOf(relation)
        .ifPresent(
            row -> rows().change("pg_constraint", row.oid("oid"), "conname", node.newname()));
  }

  private Optional<FactRow> constraintOf(RelationEntry index) {
    return rows()
        .facts()
        .table("pg_constraint")
        .where("conindid", Integer.toUnsignedString(index.oid()))
        .stream()
        .filter(row -> "pux".indexOf(row.letter("contype")) >= 0)
        .findFirst();
  }

  /** {@code RenameRelationInternal}. */
  void rename(RelationEntry relation, String name) {
    long schema = new Schemas(memory).require(relation.schema());
    ObjectNames names = new ObjectNames(rows().facts(), schema);
    if (names.hasRelation(name)) {
      throw CreationSchema.duplicate(name).toException();
    }
    if (relation.rowType() != 0 && names.hasType(name)) {
      throw new ReportedError(SqlState.DUPLICATE_OBJECT, "type \"" + name + "\" already exists");
    }
    memory.changes().hold("the relation " + schema + "." + name);
    rows().change("pg_class", Integer.toUnsignedLong(relation.oid()), "relname", name);
    if (relation.rowType() != 0) {
      ObjectRename.rename(memory, relation.rowType(), name, names);
    }
  }

  private void renameColumn(RelationEntry relation, RenameStmt node) {
    String old = node.subname().orElseThrow();
    if ("rvmcifp".indexOf(relation.kind()) < 0) {
      throw ErrorReport.error(
              SqlState.WRONG_OBJECT_TYPE,
              "cannot rename columns of relation \"" + relation.name() + "\"")
          .withDetail(UnsupportedKind.detail(relation.kind()))
          .toException();
    }
    if (SystemAttribute.find(old).isPresent()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot rename system column \"" + old + "\"");
    }
    int number =
        relation.columns().stream()
            .filter(one -> one.name().equals(old))
            .findFirst()
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_COLUMN, "column \"" + old + "\" does not exist"))
            .number();
    if (SystemAttribute.find(node.newname()).isPresent()) {
      throw new ReportedError(
          SqlState.DUPLICATE_COLUMN,
          "column name \"" + node.newname() + "\" conflicts with a system column name");
    }
    if (relation.columns().stream().anyMatch(one -> one.name().equals(node.newname()))) {
      throw new ReportedError(
          SqlState.DUPLICATE_COLUMN,
          "column \""
              + node.newname()
              + "\" of relation \""
              + relation.name()
              + "\" already exists");
    }
    String key = Integer.toUnsignedString(relation.oid()) + "\t" + number;
    rows().change("pg_attribute", key, "attname", Optional.of(node.newname()));
  }

  private void renameConstraint(RelationEntry relation, RenameStmt node) {
    String old = node.subname().orElseThrow();
    FactRow row =
        ConstraintRows.of(memory, relation).stream()
            .filter(one -> one.text("conname").equals(old))
            .findFirst()
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_OBJECT,
                        "constraint \""
                            + old
                            + "\" for table \""
                            + relation.name()
                            + "\" does not exist"));
    if ("pux".indexOf(row.letter("contype")) >= 0) {
      rename(memory.catalog().relation((int) row.oid("conindid")).orElseThrow(), node.newname());
    } else {
      ConstraintRows.requireNew(memory, relation, node.newname());
    }
    rows().change("pg_constraint", row.oid("oid"), "conname", node.newname());
  }
}
