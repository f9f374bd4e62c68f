package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.CommentStmt;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.UnsupportedKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** COMMENT ({@code comment.c}). */
record CommentCommand(SessionMemory memory) {

  Completion run(CommentStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Optional<String> comment = node.comment().filter(text -> !text.isEmpty());
    if (SharedComment.isOn(node.objtype())) {
      new SharedComment(memory, node).set(comment);
    } else {
      set(address(node), comment);
    }
    return in.done();
  }

  private ObjectAddress address(CommentStmt node) {
    ObjectType type = node.objtype();
    Optional<RelationKind> kind = RelationKind.of(type).filter(one -> one != RelationKind.TYPE);
    if (kind.isPresent()) {
      RelationEntry relation = relation(DropCommand.names(node.object()), kind.get());
      return ObjectAddress.relation(Integer.toUnsignedLong(relation.oid()));
    }
    if (type == ObjectType.COLUMN) {
      return column(DropCommand.names(node.object()));
    }
    if (type == ObjectType.SCHEMA) {
      String name = ((io.pgdouble.engine.tree.StringValue) node.object()).value();
      long oid = new Schemas(memory).require(name);
      new ObjectRights(memory).checkOwner(ObjectRights.SCHEMA, oid);
      return ObjectAddress.schema(oid);
    }
    if (type == ObjectType.TABCONSTRAINT) {
      return constraint(DropCommand.names(node.object()));
    }
    if (type == ObjectType.TRIGGER) {
      return trigger(DropCommand.names(node.object()));
    }
    NamedObject other = new NamedObject(memory, type);
    if (other.isKnown()) {
      return other.require(node.object());
    }
    throw ErrorReport.notSimulated("COMMENT ON " + type.name().replace('_', ' ')).toException();
  }

  private RelationEntry relation(List<String> names, RelationKind kind) {
    RelationEntry relation = locked(names, LockMode.SHARE_UPDATE_EXCLUSIVE);
    if (relation.kind() != kind.letter()) {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, "\"" + relation.name() + "\" is not " + kind.withArticle());
    }
    checkOwner(relation);
    return relation;
  }

  private RelationEntry locked(List<String> names, LockMode mode) {
    RelationLookup lookup = new RelationLookup(memory);
    return new TableLocks(memory).require(() -> lookup.require(names), mode);
  }

  private void checkOwner(RelationEntry relation) {
    String word = RelationKind.of(relation.kind()).map(RelationKind::word).orElse("relation");
    new ObjectRights(memory)
        .checkOwner(
            new ObjectRights.Kind(Securable.TABLE, word), Integer.toUnsignedLong(relation.oid()));
  }

  private ObjectAddress column(List<String> names) {
    RelationEntry relation =
        locked(names.subList(0, names.size() - 1), LockMode.SHARE_UPDATE_EXCLUSIVE);
    checkOwner(relation);
    String name = names.get(names.size() - 1);
    if ("rvmcfp".indexOf(relation.kind()) < 0) {
      throw ErrorReport.error(
              SqlState.WRONG_OBJECT_TYPE,
              "cannot set comment on relation \"" + relation.name() + "\"")
          .withDetail(UnsupportedKind.detail(relation.kind()))
          .toException();
    }
    int column = relation.require(name).number();
    return ObjectAddress.column(Integer.toUnsignedLong(relation.oid()), column);
  }

  private ObjectAddress trigger(List<String> names) {
    RelationEntry relation = locked(names.subList(0, names.size() - 1), LockMode.ACCESS_SHARE);
    FactRow row = new TriggerLookup(memory, relation).require(names.get(names.size() - 1));
    checkOwner(relation);
    return new ObjectAddress(ObjectAddress.TRIGGER, row.oid("oid"), 0);
  }

  private ObjectAddress constraint(List<String> names) {
    RelationEntry relation = new RelationLookup(memory).require(names.subList(0, names.size() - 1));
    String name = names.get(names.size() - 1);
    checkOwner(relation);
    FactRow row =
        ConstraintRows.of(memory, relation).stream()
            .filter(one -> one.text("conname").equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_OBJECT,
                        "constraint \""
                            + name
                            + "\" for table \""
                            + relation.name()
                            + "\" does not exist"));
    return ObjectAddress.constraint(row.oid("oid"));
  }

  /** {@code CreateComments}. */
  void set(ObjectAddress object, Optional<String> comment) {
    Map<String, String> row = new HashMap<>();
    row.put("objoid", Long.toString(object.oid()));
    row.put("classoid", Long.toString(object.catalog()));
    row.put("objsubid", Integer.toString(object.sub()));
    String key = object.oid() + "\t" + object.catalog() + "\t" + object.sub();
    new CommentRow("pg_description", key, row).set(new CatalogRows(memory.changes()), comment);
  }

  /** Where a comment is kept. */
  record CommentRow(String table, String key, Map<String, String> values) {
    private static final String TEXT = "description";

    void set(CatalogRows rows, Optional<String> comment) {
      boolean there = rows.facts().table(table).has(key);
      if (there && comment.isEmpty()) {
        rows.delete(table, key);
      } else if (there) {
        rows.change(table, key, TEXT, comment);
      } else if (comment.isPresent()) {
        Map<String, String> all = new HashMap<>(values);
        all.put(TEXT, comment.get());
        rows.insertAt(table, key, all);
      }
    }
  }
}
