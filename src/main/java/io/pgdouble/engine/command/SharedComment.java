package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.CommentStmt;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.Map;
import java.util.Optional;

/** COMMENT ON what all databases share ({@code comment.c: CreateSharedComments}). */
record SharedComment(SessionMemory memory, CommentStmt node) {
  static final String TABLE = "pg_shdescription";

  static boolean isOn(ObjectType type) {
    return type == ObjectType.DATABASE || type == ObjectType.ROLE || type == ObjectType.TABLESPACE;
  }

  void set(Optional<String> comment) {
    find().ifPresent(object -> set(memory, object, comment));
  }

  /** The object is gone, and what was said of it. */
  static void forget(SessionMemory memory, ObjectAddress object) {
    set(memory, object, Optional.empty());
  }

  private static void set(SessionMemory memory, ObjectAddress object, Optional<String> comment) {
    String oid = Long.toString(object.oid());
    String catalog = Long.toString(object.catalog());
    new CommentCommand.CommentRow(
            TABLE, oid + "\t" + catalog, Map.of("objoid", oid, "classoid", catalog))
        .set(new CatalogRows(memory.changes()), comment);
  }

  private Optional<ObjectAddress> find() {
    String name = ((StringValue) node.object()).value();
    return switch (node.objtype()) {
      case DATABASE -> database(name);
      case ROLE -> Optional.of(role(name));
      default -> Optional.of(new NamedObject(memory, node.objtype()).require(node.object()));
    };
  }

  /** One that is not there is only warned of: a dump may be restored into another. */
  private Optional<ObjectAddress> database(String name) {
    Optional<FactRow> row =
        memory.changes().current().table("pg_database").where("datname", name).stream().findFirst();
    if (row.isEmpty()) {
      memory.notice(
          ErrorReport.warning(
              SqlState.UNDEFINED_DATABASE, "database \"" + name + "\" does not exist"));
      return Optional.empty();
    }
    new ObjectRights(memory).checkOwner(ObjectRights.DATABASE, row.get().oid("oid"));
    return Optional.of(new ObjectAddress(ObjectAddress.DATABASE, row.get().oid("oid"), 0));
  }

  private ObjectAddress role(String name) {
    Principal user = new Principal(memory);
    FactRow role =
        user.find(name)
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_OBJECT, "role \"" + name + "\" does not exist"));
    if (!user.isSuperuser()) {
      throw ErrorReport.notSimulated("COMMENT ON ROLE by others than superusers").toException();
    }
    return new ObjectAddress(ObjectAddress.ROLE, role.oid("oid"), 0);
  }
}
