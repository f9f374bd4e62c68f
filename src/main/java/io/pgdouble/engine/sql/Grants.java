package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AccessPriv;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.GrantRoleStmt;
import io.pgdouble.engine.tree.GrantStmt;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Optional;

/** GRANT and REVOKE, of privileges and of roles. */
final class Grants {
  private final Grammar g;
  private final Tokens t;

  Grants(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement grant() {
    t.expect(Keyword.GRANT);
    boolean all = t.is(Keyword.ALL);
    List<AccessPriv> privileges = privileges();
    if (all || t.is(Keyword.ON)) {
      return onObjects(privileges);
    }
    t.expect(Keyword.TO);
    List<RoleSpec> roles = roles();
    List<DefElem> options = t.accept(Keyword.WITH) ? g.names.list(this::roleOption) : List.of();
    Optional<RoleSpec> grantor = optGrantor();
    return new GrantRoleStmt(privileges, roles, true, options, grantor, DropBehavior.RESTRICT);
  }

  /** GRANT where only objects can be meant. */
  Statement grantOnObjects() {
    t.expect(Keyword.GRANT);
    List<AccessPriv> privileges = privileges();
    if (!t.is(Keyword.ON)) {
      throw t.syntaxError();
    }
    return onObjects(privileges);
  }

  private Statement onObjects(List<AccessPriv> privileges) {
    t.expect(Keyword.ON);
    GrantTargets.Target target = new GrantTargets(g).target();
    t.expect(Keyword.TO);
    List<RoleSpec> grantees = grantees();
    boolean option = t.accept(Keyword.WITH);
    if (option) {
      t.expect(Keyword.GRANT, Keyword.OPTION);
    }
    return new GrantStmt(
        true,
        target.kind(),
        target.type(),
        target.objects(),
        privileges,
        grantees,
        option,
        optGrantor(),
        DropBehavior.RESTRICT);
  }

  Statement revoke() {
    t.expect(Keyword.REVOKE);
    boolean option = t.accept(Keyword.GRANT);
    if (option) {
      t.expect(Keyword.OPTION, Keyword.FOR);
    } else if (startsRoleOption()) {
      return revokeRoleOption();
    }
    boolean all = t.is(Keyword.ALL);
    List<AccessPriv> privileges = privileges();
    if (option || all || t.is(Keyword.ON)) {
      return revokeFromObjects(privileges, option);
    }
    return revokeRoles(privileges, List.of());
  }

  private boolean startsRoleOption() {
    boolean named = hasOptions() ? Keyword.isColId(t.kind()) : t.is(Keyword.ADMIN);
    return named && t.second() == Keyword.OPTION;
  }

  /** Before 16, ADMIN OPTION was the only one. */
  private boolean hasOptions() {
    return MajorChange.ADMIN_OPTION_OF_ROLES.isIn(t.major());
  }

  private Statement revokeFromObjects(List<AccessPriv> privileges, boolean option) {
    t.expect(Keyword.ON);
    GrantTargets.Target target = new GrantTargets(g).target();
    t.expect(Keyword.FROM);
    List<RoleSpec> grantees = grantees();
    Optional<RoleSpec> grantor = optGrantor();
    return new GrantStmt(
        false,
        target.kind(),
        target.type(),
        target.objects(),
        privileges,
        grantees,
        option,
        grantor,
        SessionCommands.dropBehavior(t));
  }

  private Statement revokeRoleOption() {
    int location = t.location();
    String name = t.take();
    t.expect(Keyword.OPTION, Keyword.FOR);
    DefElem option = Options.option(name, new BooleanValue(false), location);
    return revokeRoles(g.names.list(this::privilege), List.of(option));
  }

  private Statement revokeRoles(List<AccessPriv> granted, List<DefElem> options) {
    t.expect(Keyword.FROM);
    List<RoleSpec> roles = roles();
    Optional<RoleSpec> grantor = optGrantor();
    DropBehavior behavior = SessionCommands.dropBehavior(t);
    return new GrantRoleStmt(granted, roles, false, options, grantor, behavior);
  }

  List<AccessPriv> privileges() {
    if (!t.accept(Keyword.ALL)) {
      return g.names.list(this::privilege);
    }
    t.accept(Keyword.PRIVILEGES);
    return List.of(new AccessPriv(Optional.empty(), g.names.optNameList()));
  }

  private AccessPriv privilege() {
    if (t.accept(Keyword.ALTER, Keyword.SYSTEM)) {
      return new AccessPriv(Optional.of("alter system"), List.of());
    }
    boolean word = t.is(Keyword.SELECT) || t.is(Keyword.REFERENCES) || t.is(Keyword.CREATE);
    String name = word ? t.take() : g.names.colId();
    return new AccessPriv(Optional.of(name), g.names.optNameList());
  }

  private List<RoleSpec> roles() {
    return g.names.list(g.names::roleSpec);
  }

  List<RoleSpec> grantees() {
    return g.names.list(this::grantee);
  }

  /** GROUP is reserved, and noise here. */
  private RoleSpec grantee() {
    t.accept(Keyword.GROUP);
    return g.names.roleSpec();
  }

  private Optional<RoleSpec> optGrantor() {
    if (!t.accept(Keyword.GRANTED)) {
      return Optional.empty();
    }
    t.expect(Keyword.BY);
    return Optional.of(g.names.roleSpec());
  }

  private DefElem roleOption() {
    int location = t.location();
    if (!hasOptions()) {
      t.expect(Keyword.ADMIN, Keyword.OPTION);
      return Options.option("admin", new BooleanValue(true), location);
    }
    String name = g.names.colLabel();
    boolean value = !t.is(Keyword.FALSE);
    if (!t.accept(Keyword.OPTION) && !t.accept(Keyword.TRUE)) {
      t.expect(Keyword.FALSE);
    }
    return Options.option(name, new BooleanValue(value), location);
  }
}
