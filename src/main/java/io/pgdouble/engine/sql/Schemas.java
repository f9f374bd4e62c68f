package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.CreateSchemaStmt;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE SCHEMA, with the objects it may hold. */
final class Schemas {
  private final Grammar g;
  private final Tokens t;

  Schemas(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement create() {
    t.expect(Keyword.SCHEMA);
    boolean ifNotExists = Definitions.ifNotExists(t);
    boolean named = !t.is(Keyword.AUTHORIZATION);
    Optional<String> name = named ? Optional.of(g.names.colId()) : Optional.empty();
    Optional<RoleSpec> role =
        t.accept(Keyword.AUTHORIZATION) ? Optional.of(g.names.roleSpec()) : Optional.empty();
    int location = t.location();
    List<Statement> elements = new ArrayList<>();
    while (startsElement()) {
      elements.add(element());
    }
    if (ifNotExists && !elements.isEmpty()) {
      String message = "CREATE SCHEMA IF NOT EXISTS cannot include schema elements";
      throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, location);
    }
    return new CreateSchemaStmt(name, role, List.copyOf(elements), ifNotExists);
  }

  private boolean startsElement() {
    return t.is(Keyword.CREATE) || t.is(Keyword.GRANT);
  }

  /** {@code schema_stmt}: only some objects may be created here. */
  private Statement element() {
    if (t.is(Keyword.GRANT)) {
      return new Grants(g).grantOnObjects();
    }
    int second = t.second();
    boolean allowed =
        switch (second) {
          case Keyword.TABLE, Keyword.SEQUENCE, Keyword.VIEW, Keyword.RECURSIVE -> true;
          case Keyword.TEMP, Keyword.TEMPORARY, Keyword.LOCAL, Keyword.GLOBAL -> true;
          case Keyword.UNLOGGED, Keyword.INDEX, Keyword.UNIQUE, Keyword.OR -> true;
          case Keyword.TRIGGER, Keyword.CONSTRAINT -> true;
          default -> false;
        };
    if (!allowed) {
      t.advance();
      throw t.syntaxError();
    }
    return new Definitions(g).create();
  }
}
