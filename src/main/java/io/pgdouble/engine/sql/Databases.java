package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterDatabaseRefreshCollStmt;
import io.pgdouble.engine.tree.AlterDatabaseSetStmt;
import io.pgdouble.engine.tree.AlterDatabaseStmt;
import io.pgdouble.engine.tree.CreateDbStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.DropDbStmt;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE, ALTER and DROP DATABASE. */
final class Databases {
  private final Grammar g;
  private final Tokens t;

  Databases(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement create() {
    t.expect(Keyword.DATABASE);
    String name = g.names.colId();
    Definitions.optWith(t);
    return new CreateDbStmt(name, options());
  }

  private List<DefElem> options() {
    List<DefElem> all = new ArrayList<>();
    while (startsOption()) {
      all.add(option());
    }
    return List.copyOf(all);
  }

  private boolean startsOption() {
    return switch (t.kind()) {
      case Token.IDENT, Keyword.CONNECTION, Keyword.ENCODING, Keyword.LOCATION -> true;
      case Keyword.OWNER, Keyword.TABLESPACE, Keyword.TEMPLATE -> true;
      default -> false;
    };
  }

  private DefElem option() {
    int location = t.location();
    String name = t.take();
    if (name.equals("connection")) {
      t.expect(Keyword.LIMIT);
      name = "connection_limit";
    }
    t.accept('=');
    if (t.accept(Keyword.DEFAULT)) {
      return Options.option(name, Optional.empty(), location);
    }
    return Options.option(name, value(), location);
  }

  private Node value() {
    if (!g.names.startsNumericOnly()) {
      return new StringValue(new Options(g).booleanOrString());
    }
    return MajorChange.DATABASE_OPTIONS_TAKE_FRACTIONS.isIn(t.major())
        ? g.names.numericOnly()
        : new IntegerValue(g.names.signedIconst());
  }

  /** ALTER DATABASE, from the word DATABASE on. */
  Statement alter() {
    t.expect(Keyword.DATABASE);
    String name = g.names.colId();
    switch (t.kind()) {
      case Keyword.RENAME, Keyword.OWNER -> {
        boolean owner = t.is(Keyword.OWNER) && t.second() == Keyword.TO;
        if (owner || t.is(Keyword.RENAME)) {
          return new AlterNames(g, ObjectType.DATABASE, new StringValue(name)).renameOrOwner();
        }
      }
      case Keyword.SET -> {
        if (t.second() == Keyword.TABLESPACE && !Variables.isAssignment(t.third())) {
          return tablespace(name);
        }
        return new AlterDatabaseSetStmt(name, new SetClauses(g).setOrReset());
      }
      case Keyword.RESET -> {
        return new AlterDatabaseSetStmt(name, new SetClauses(g).setOrReset());
      }
      case Keyword.REFRESH -> {
        t.advance();
        t.expect(Keyword.COLLATION, Keyword.VERSION);
        return new AlterDatabaseRefreshCollStmt(name);
      }
      default -> t.accept(Keyword.WITH);
    }
    return new AlterDatabaseStmt(name, options());
  }

  private Statement tablespace(String name) {
    t.expect(Keyword.SET);
    int location = t.location();
    t.expect(Keyword.TABLESPACE);
    StringValue value = new StringValue(g.names.colId());
    return new AlterDatabaseStmt(name, List.of(Options.option("tablespace", value, location)));
  }

  Statement drop() {
    t.expect(Keyword.DATABASE);
    boolean ifExists = Definitions.ifExists(t);
    String name = g.names.colId();
    boolean with = Definitions.optWith(t);
    List<DefElem> options = List.of();
    if (with || t.is('(')) {
      options = g.names.parenthesized(this::dropOption);
    }
    return new DropDbStmt(name, ifExists, options);
  }

  private DefElem dropOption() {
    int location = t.location();
    t.expect(Keyword.FORCE);
    return Options.option("force", Optional.empty(), location);
  }
}
