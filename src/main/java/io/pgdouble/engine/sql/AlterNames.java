package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterObjectDependsStmt;
import io.pgdouble.engine.tree.AlterObjectSchemaStmt;
import io.pgdouble.engine.tree.AlterOwnerStmt;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.engine.tree.Statement;
import java.util.Optional;

/** RENAME TO, OWNER TO, SET SCHEMA and DEPENDS ON of an object already named. */
final class AlterNames {
  private final Grammar g;
  private final Tokens t;
  private final ObjectType type;
  private final Node object;

  AlterNames(Grammar grammar, ObjectType type, Node object) {
    this.g = grammar;
    this.t = grammar.t;
    this.type = type;
    this.object = object;
  }

  /** Whether one of the three begins here. */
  boolean starts() {
    return switch (t.kind()) {
      case Keyword.RENAME, Keyword.OWNER -> true;
      case Keyword.SET -> t.second() == Keyword.SCHEMA && t.third() != '=' && isName(t.third());
      default -> false;
    };
  }

  private static boolean isName(int kind) {
    return kind != Keyword.TO && kind != '.' && kind != Keyword.FROM && kind != Token.SCONST;
  }

  Statement renameOwnerOrSchema() {
    if (!t.accept(Keyword.SET)) {
      return renameOrOwner();
    }
    t.expect(Keyword.SCHEMA);
    String schema = g.names.colId();
    return new AlterObjectSchemaStmt(type, Optional.empty(), Optional.of(object), schema, false);
  }

  Statement renameOrOwner() {
    if (t.accept(Keyword.OWNER)) {
      t.expect(Keyword.TO);
      return new AlterOwnerStmt(type, Optional.empty(), Optional.of(object), g.names.roleSpec());
    }
    t.expect(Keyword.RENAME, Keyword.TO);
    return renamed(g.names.colId());
  }

  /** RENAME TO with a name that a role can have. */
  Statement renameRole() {
    t.expect(Keyword.RENAME, Keyword.TO);
    return renamed(new Roles(g).roleId());
  }

  private Statement renamed(String name) {
    return new RenameStmt(
        type,
        type,
        Optional.empty(),
        Optional.of(object),
        Optional.empty(),
        name,
        DropBehavior.RESTRICT,
        false);
  }

  boolean startsDepends() {
    return t.is(Keyword.DEPENDS) || t.is(Keyword.NO);
  }

  Statement depends() {
    boolean remove = t.accept(Keyword.NO);
    t.expect(Keyword.DEPENDS, Keyword.ON);
    t.expect(Keyword.EXTENSION);
    return new AlterObjectDependsStmt(type, Optional.empty(), object, g.names.colId(), remove);
  }
}
