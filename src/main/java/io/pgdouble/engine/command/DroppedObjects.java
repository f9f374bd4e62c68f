package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.SchemaNames;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.tree.DropStmt;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
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

  Optional<ObjectAddress> type(TypeName name) {
    String shown = String.join(".", name.names());
    boolean noSchema =
        name.names().size() > 1
            && new SchemaNames(memory.changes().current())
                .oid(name.names().get(name.names().size() - 2))
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
    return Optional.of(ObjectAddress.type(Integer.toUnsignedLong(found.get().oid())));
  }
}
