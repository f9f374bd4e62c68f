package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AccessPriv;
import io.pgdouble.engine.tree.AlterDefaultPrivilegesStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.GrantStmt;
import io.pgdouble.engine.tree.GrantTargetType;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ALTER DEFAULT PRIVILEGES ({@code gram.y: AlterDefaultPrivilegesStmt}). */
final class DefaultPrivileges {
  private final Grammar g;
  private final Tokens t;

  DefaultPrivileges(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** What follows ALTER. */
  Statement alter() {
    t.expect(Keyword.DEFAULT, Keyword.PRIVILEGES);
    List<DefElem> options = new ArrayList<>();
    while (t.is(Keyword.IN) || t.is(Keyword.FOR)) {
      options.add(option());
    }
    return new AlterDefaultPrivilegesStmt(List.copyOf(options), action());
  }

  private DefElem option() {
    int location = t.location();
    if (t.accept(Keyword.IN)) {
      t.expect(Keyword.SCHEMA);
      List<StringValue> schemas = g.names.list(() -> new StringValue(g.names.colId()));
      return Options.option("schemas", new ListValue(List.copyOf(schemas)), location);
    }
    t.expect(Keyword.FOR);
    if (!t.accept(Keyword.ROLE)) {
      t.expect(Keyword.USER);
    }
    List<RoleSpec> roles = g.names.list(g.names::roleSpec);
    return Options.option("roles", new ListValue(List.copyOf(roles)), location);
  }

  private GrantStmt action() {
    Grants grants = new Grants(g);
    boolean grant = t.accept(Keyword.GRANT);
    if (!grant) {
      t.expect(Keyword.REVOKE);
    }
    boolean option = !grant && t.accept(Keyword.GRANT);
    if (option) {
      t.expect(Keyword.OPTION, Keyword.FOR);
    }
    List<AccessPriv> privileges = grants.privileges();
    t.expect(Keyword.ON);
    ObjectType type = target();
    t.expect(grant ? Keyword.TO : Keyword.FROM);
    List<RoleSpec> grantees = grants.grantees();
    boolean passed = grant && t.accept(Keyword.WITH);
    if (passed) {
      t.expect(Keyword.GRANT, Keyword.OPTION);
    }
    return new GrantStmt(
        grant,
        GrantTargetType.DEFAULTS,
        type,
        List.of(),
        privileges,
        grantees,
        option || passed,
        Optional.empty(),
        grant ? DropBehavior.RESTRICT : SessionCommands.dropBehavior(t));
  }

  private ObjectType target() {
    if (t.is(Keyword.LARGE) && MajorChange.LARGE_OBJECTS_HAVE_DEFAULT_PRIVILEGES.isIn(t.major())) {
      throw Definitions.notSimulated("alter default privileges on large objects");
    }
    ObjectType type =
        switch (t.kind()) {
          case Keyword.TABLES -> ObjectType.TABLE;
          case Keyword.FUNCTIONS, Keyword.ROUTINES -> ObjectType.FUNCTION;
          case Keyword.SEQUENCES -> ObjectType.SEQUENCE;
          case Keyword.TYPES -> ObjectType.TYPE;
          case Keyword.SCHEMAS -> ObjectType.SCHEMA;
          default -> throw t.syntaxError();
        };
    t.advance();
    return type;
  }
}
