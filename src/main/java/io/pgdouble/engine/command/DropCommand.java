package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.DropStmt;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.ObjectWithArgs;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.SchemaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DROP TABLE, VIEW, INDEX and SEQUENCE ({@code tablecmds.c: RemoveRelations}). */
record DropCommand(SessionMemory memory) {

  /** Those that are no tables to {@code DropErrorMsgNonExistent}. */
  private static final Set<RelationKind> UNDEFINED =
      Set.of(RelationKind.INDEX, RelationKind.TYPE, RelationKind.FOREIGN_TABLE);

  static boolean knows(DropStmt node) {
    return !node.concurrent()
        && (node.removeType() == ObjectType.SCHEMA
            || node.removeType() == ObjectType.TYPE
            || node.removeType() == ObjectType.DOMAIN
            || node.removeType() == ObjectType.TRIGGER
            || isRoutine(node)
            || RelationKind.of(node.removeType()).isPresent());
  }

  private static boolean isRoutine(DropStmt node) {
    return node.removeType() == ObjectType.FUNCTION
        || node.removeType() == ObjectType.PROCEDURE
        || node.removeType() == ObjectType.ROUTINE;
  }

  Completion run(DropStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    List<ObjectAddress> objects = new ArrayList<>();
    for (Node object : node.objects()) {
      address(object, node).ifPresent(objects::add);
    }
    new Deletion(memory).drop(objects, node.behavior());
    return in.done();
  }

  private Optional<ObjectAddress> address(Node object, DropStmt node) {
    DroppedObjects others = new DroppedObjects(memory, node);
    if (node.removeType() == ObjectType.SCHEMA) {
      return others.schema(object);
    }
    if (node.removeType() == ObjectType.TYPE || node.removeType() == ObjectType.DOMAIN) {
      return others.type((TypeName) object);
    }
    if (node.removeType() == ObjectType.TRIGGER) {
      return others.trigger(names(object));
    }
    if (isRoutine(node)) {
      return new RoutineLookup(memory, node.removeType()).dropped((ObjectWithArgs) object, node);
    }
    RelationKind kind = RelationKind.of(node.removeType()).orElseThrow();
    return find(names(object), kind, node).map(ObjectAddress::relation);
  }

  static List<String> names(Node object) {
    return ((ListValue) object)
        .elements().stream().map(name -> ((StringValue) name).value()).toList();
  }

  private Optional<Long> find(List<String> names, RelationKind kind, DropStmt node) {
    String name = names.get(names.size() - 1);
    Optional<String> schema =
        names.size() > 1 ? Optional.of(names.get(names.size() - 2)) : Optional.empty();
    RelationLookup lookup = new RelationLookup(memory);
    Optional<RelationEntry> found =
        new TableLocks(memory).lock(() -> lookup.find(schema, name), LockMode.ACCESS_EXCLUSIVE);
    if (found.isEmpty()) {
      missing(schema, name, new Missing(kind, node.missingOk()));
      return Optional.empty();
    }
    check(found.get(), kind);
    return Optional.of(Integer.toUnsignedLong(found.get().oid()));
  }

  private record Missing(RelationKind kind, boolean ok) {}

  private void missing(Optional<String> schema, String name, Missing missing) {
    boolean noSchema =
        schema.isPresent()
            && new SchemaNames(memory.changes().current())
                .oid(RelationLookup.own(memory, schema.get()))
                .isEmpty();
    String message =
        noSchema
            ? "schema \"" + schema.get() + "\" does not exist"
            : missing.kind().word() + " \"" + name + "\" does not exist";
    if (missing.ok()) {
      memory.notice(ErrorReport.notice(SqlState.SUCCESSFUL_COMPLETION, message + ", skipping"));
      return;
    }
    boolean undefined = UNDEFINED.contains(missing.kind());
    throw new ReportedError(
        noSchema
            ? SqlState.UNDEFINED_SCHEMA
            : undefined ? SqlState.UNDEFINED_OBJECT : SqlState.UNDEFINED_TABLE,
        message);
  }

  /** {@code RangeVarCallbackForDropRelation}. */
  private void check(RelationEntry relation, RelationKind kind) {
    if (relation.kind() != kind.letter()) {
      ErrorReport report =
          ErrorReport.error(
              SqlState.WRONG_OBJECT_TYPE,
              "\"" + relation.name() + "\" is not " + kind.withArticle());
      throw RelationKind.of(relation.kind())
          .map(other -> report.withHint(other.hint()))
          .orElse(report)
          .toException();
    }
    ObjectRights rights = new ObjectRights(memory);
    if (!rights.isOwner(Integer.toUnsignedLong(relation.owner()))
        && !rights.isOwnerOfSchema(relation.schema())) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "must be owner of " + kind.word() + " " + relation.name());
    }
    if (ObjectAddress.relation(Integer.toUnsignedLong(relation.oid())).isPinned()) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied: \"" + relation.name() + "\" is a system catalog");
    }
  }
}
