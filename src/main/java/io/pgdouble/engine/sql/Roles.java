package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterRoleSetStmt;
import io.pgdouble.engine.tree.AlterRoleStmt;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.CreateRoleStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.DropRoleStmt;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.RoleSpecType;
import io.pgdouble.engine.tree.RoleStmtType;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE, ALTER and DROP of roles, users and groups. */
final class Roles {
  private final Grammar g;
  private final Tokens t;

  Roles(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** Whether USER MAPPING is meant, and not a user of that name. */
  static boolean startsMapping(Tokens t) {
    return t.second() == Keyword.MAPPING && (t.third() == Keyword.FOR || t.third() == Keyword.IF);
  }

  Statement create() {
    RoleStmtType type =
        switch (t.kind()) {
          case Keyword.USER -> RoleStmtType.USER;
          case Keyword.GROUP -> RoleStmtType.GROUP;
          default -> RoleStmtType.ROLE;
        };
    t.advance();
    String name = roleId();
    Definitions.optWith(t);
    List<DefElem> all = new ArrayList<>();
    while (startsAlterOption() || startsCreateOption()) {
      all.add(startsAlterOption() ? alterOption() : createOption());
    }
    return new CreateRoleStmt(type, name, List.copyOf(all));
  }

  /** {@code RoleId}: a role that can be created or renamed. */
  String roleId() {
    RoleSpec role = g.names.roleSpec();
    if (role.roletype() == RoleSpecType.PUBLIC) {
      String message = "role name \"public\" is reserved";
      throw t.error(SqlState.RESERVED_NAME, message, role.location());
    }
    if (role.rolename().isEmpty()) {
      String message = role.roletype().name() + " cannot be used as a role name here";
      throw t.error(SqlState.RESERVED_NAME, message, role.location());
    }
    return role.rolename().get();
  }

  private boolean startsAlterOption() {
    return switch (t.kind()) {
      case Keyword.PASSWORD, Keyword.ENCRYPTED, Keyword.UNENCRYPTED, Keyword.INHERIT -> true;
      case Keyword.CONNECTION, Keyword.VALID, Keyword.USER, Token.IDENT -> true;
      default -> false;
    };
  }

  private boolean startsCreateOption() {
    return switch (t.kind()) {
      case Keyword.SYSID, Keyword.ADMIN, Keyword.ROLE, Keyword.IN -> true;
      default -> false;
    };
  }

  private DefElem alterOption() {
    int location = t.location();
    int kind = t.kind();
    if (kind == Token.IDENT) {
      return flag(t.take(), location);
    }
    t.advance();
    return switch (kind) {
      case Keyword.PASSWORD -> password(location);
      case Keyword.ENCRYPTED -> encrypted(location);
      case Keyword.UNENCRYPTED -> unencrypted(location);
      case Keyword.INHERIT -> Options.option("inherit", new BooleanValue(true), location);
      case Keyword.CONNECTION -> limit(location);
      case Keyword.VALID -> valid(location);
      default -> members("rolemembers", location);
    };
  }

  private DefElem password(int location) {
    return t.accept(Keyword.NULL)
        ? Options.option("password", Optional.empty(), location)
        : Options.option("password", new StringValue(t.sconst()), location);
  }

  private DefElem encrypted(int location) {
    t.expect(Keyword.PASSWORD);
    return Options.option("password", new StringValue(t.sconst()), location);
  }

  private DefElem unencrypted(int location) {
    t.expect(Keyword.PASSWORD);
    t.sconst();
    throw t.report(
            SqlState.FEATURE_NOT_SUPPORTED, "UNENCRYPTED PASSWORD is no longer supported", location)
        .withHint("Remove UNENCRYPTED to store the password in encrypted form instead.")
        .toException();
  }

  private DefElem limit(int location) {
    t.expect(Keyword.LIMIT);
    int limit = g.names.signedIconst();
    return Options.option("connectionlimit", new IntegerValue(limit), location);
  }

  private DefElem valid(int location) {
    t.expect(Keyword.UNTIL);
    return Options.option("validUntil", new StringValue(t.sconst()), location);
  }

  private DefElem members(String name, int location) {
    return Options.option(name, new ListValue(List.copyOf(roleList())), location);
  }

  List<RoleSpec> roleList() {
    return g.names.list(g.names::roleSpec);
  }

  private DefElem flag(String word, int location) {
    boolean no = word.startsWith("no");
    String positive = no ? word.substring(2) : word;
    String name =
        switch (positive) {
          case "superuser", "createrole", "createdb", "bypassrls" -> positive;
          case "replication" -> "isreplication";
          case "login" -> "canlogin";
          case "inherit" -> no ? "inherit" : "";
          default -> "";
        };
    if (name.isEmpty()) {
      String message = "unrecognized role option \"" + word + "\"";
      throw t.error(SqlState.SYNTAX_ERROR, message, location);
    }
    return Options.option(name, new BooleanValue(!no), location);
  }

  private DefElem createOption() {
    int location = t.location();
    int kind = t.kind();
    t.advance();
    return switch (kind) {
      case Keyword.SYSID -> Options.option("sysid", new IntegerValue(t.iconst()), location);
      case Keyword.ADMIN -> members("adminmembers", location);
      case Keyword.ROLE -> members("rolemembers", location);
      default -> inRole(location);
    };
  }

  private DefElem inRole(int location) {
    if (!t.accept(Keyword.ROLE)) {
      t.expect(Keyword.GROUP);
    }
    return members("addroleto", location);
  }

  /** ALTER ROLE, USER and GROUP, from the second word on. */
  Statement alter() {
    boolean group = t.is(Keyword.GROUP);
    t.advance();
    if (!group && t.accept(Keyword.ALL)) {
      return set(Optional.empty());
    }
    RoleSpec role = g.names.roleSpec();
    if (t.is(Keyword.RENAME)) {
      String name = role.rolename().orElseThrow(() -> unnamed(role));
      return new AlterNames(g, ObjectType.ROLE, new StringValue(name)).renameRole();
    }
    if (group) {
      if (!t.is(Keyword.ADD) && !t.is(Keyword.DROP) && role.rolename().isEmpty()) {
        throw unnamed(role);
      }
      return members(role);
    }
    if (t.is(Keyword.SET) || t.is(Keyword.RESET) || t.is(Keyword.IN)) {
      return set(Optional.of(role));
    }
    Definitions.optWith(t);
    List<DefElem> all = new ArrayList<>();
    while (startsAlterOption()) {
      all.add(alterOption());
    }
    return new AlterRoleStmt(role, List.copyOf(all), true);
  }

  private RuntimeException unnamed(RoleSpec role) {
    boolean open = role.roletype() == RoleSpecType.PUBLIC;
    String message =
        open
            ? "role name \"public\" is reserved"
            : role.roletype().name() + " cannot be used as a role name here";
    return t.error(SqlState.RESERVED_NAME, message, role.location());
  }

  private Statement members(RoleSpec group) {
    boolean add = t.accept(Keyword.ADD);
    if (!add) {
      t.expect(Keyword.DROP);
    }
    int location = t.location();
    t.expect(Keyword.USER);
    return new AlterRoleStmt(group, List.of(members("rolemembers", location)), add);
  }

  private Statement set(Optional<RoleSpec> role) {
    Optional<String> database = Optional.empty();
    if (t.accept(Keyword.IN)) {
      t.expect(Keyword.DATABASE);
      database = Optional.of(g.names.colId());
    }
    return new AlterRoleSetStmt(role, database, new SetClauses(g).setOrReset());
  }

  Statement drop() {
    t.advance();
    boolean ifExists = Definitions.ifExists(t);
    return new DropRoleStmt(roleList(), ifExists);
  }
}
