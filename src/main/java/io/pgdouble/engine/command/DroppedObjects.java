package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.DropStmt;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.SchemaNames;
import java.util.List;
import java.util.Optional;

/** What DROP names that is no relation ({@code dropcmds.c: RemoveObjects}). */
record DroppedObjects(SessionMemory memory, DropStmt node) {

  private Optional<ObjectAddress> missing(SqlState state, String message) {
    if (!node.missingOk()) {
      throw new ReportedError(state, message);
    }
    memory.notice(ErrorReport.notice(SqlState.SUCCESSFUL_COMPLETION, message + ", skipping"));
    return Optional.empty();
  }

  Optional<ObjectAddress> schema(Node object) {
    String name = ((StringValue) object).value();
    Optional<Long> oid = new SchemaNames(memory.changes().current()).oid(name);
    if (oid.isEmpty()) {
      return missing(SqlState.UNDEFINED_SCHEMA, "schema \"" + name + "\" does not exist");
    }
    new ObjectRights(memory).checkOwner(ObjectRights.SCHEMA, oid.get());
    return oid.map(ObjectAddress::schema);
  }

  /**
   * @param names the table's, and the trigger's
   */
  Optional<ObjectAddress> trigger(List<String> names) {
    List<String> table = names.subList(0, names.size() - 1);
    Optional<String> schema =
        table.size() > 1 ? Optional.of(table.get(table.size() - 2)) : Optional.empty();
    boolean noSchema =
        schema.isPresent()
            && new SchemaNames(memory.changes().current())
                .oid(RelationLookup.own(memory, schema.get()))
                .isEmpty();
    if (noSchema) {
      return missing(SqlState.UNDEFINED_SCHEMA, "schema \"" + schema.get() + "\" does not exist");
    }
    Optional<RelationEntry> relation =
        new TableLocks(memory)
            .lock(
                () -> new RelationLookup(memory).find(schema, table.get(table.size() - 1)),
                LockMode.ACCESS_EXCLUSIVE);
    if (relation.isEmpty()) {
      return missing(
          SqlState.UNDEFINED_TABLE, "relation \"" + String.join(".", table) + "\" does not exist");
    }
    TriggerLookup triggers = new TriggerLookup(memory, relation.get());
    String name = names.get(names.size() - 1);
    Optional<FactRow> row = triggers.find(name);
    if (row.isEmpty() && node.missingOk()) {
      String shown = "trigger \"" + name + "\" for relation \"" + String.join(".", table) + "\"";
      return missing(SqlState.UNDEFINED_OBJECT, shown + " does not exist");
    }
    triggers.require(name);
    AlterTableCommand.checkAlterable(memory, relation.get());
    return row.map(one -> new ObjectAddress(ObjectAddress.TRIGGER, one.oid("oid"), 0));
  }

  Optional<ObjectAddress> type(TypeName name) {
    String shown = String.join(".", name.names());
    boolean noSchema =
        name.names().size() > 1
            && new SchemaNames(memory.changes().current())
                .oid(RelationLookup.own(memory, name.names().get(name.names().size() - 2)))
                .isEmpty();
    if (noSchema) {
      return missing(
          SqlState.UNDEFINED_SCHEMA,
          "schema \"" + name.names().get(name.names().size() - 2) + "\" does not exist");
    }
    Optional<TypeEntry> found = new TypeLookup(memory).find(name.names());
    if (found.isEmpty()) {
      return missing(SqlState.UNDEFINED_OBJECT, "type \"" + shown + "\" does not exist");
    }
    if (node.removeType() == ObjectType.DOMAIN && found.get().kind() != 'd') {
      throw new ReportedError(SqlState.WRONG_OBJECT_TYPE, "\"" + shown + "\" is not a domain");
    }
    new TypeLookup(memory).checkOwner(found.get());
    memory.temporary().touchAsSchemaOf(found.get().schema());
    return Optional.of(ObjectAddress.type(Integer.toUnsignedLong(found.get().oid())));
  }
}
