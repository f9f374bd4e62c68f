package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.CreateExtensionStmt;
import io.pgdouble.engine.tree.CreateTableSpaceStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Definitions of a line or two. */
final class SmallDefinitions {
  private final Grammar g;
  private final Tokens t;

  SmallDefinitions(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement extension() {
    t.expect(Keyword.EXTENSION);
    boolean ifNotExists = Definitions.ifNotExists(t);
    String name = g.names.colId();
    Definitions.optWith(t);
    List<DefElem> all = new ArrayList<>();
    for (Optional<DefElem> next = option(); next.isPresent(); next = option()) {
      all.add(next.get());
    }
    return new CreateExtensionStmt(name, ifNotExists, List.copyOf(all));
  }

  private Optional<DefElem> option() {
    int location = t.location();
    if (t.accept(Keyword.SCHEMA)) {
      StringValue schema = new StringValue(g.names.colId());
      return Optional.of(Options.option("schema", schema, location));
    }
    if (t.accept(Keyword.VERSION)) {
      StringValue version = new StringValue(g.names.nonReservedWordOrSconst());
      return Optional.of(Options.option("new_version", version, location));
    }
    if (t.accept(Keyword.CASCADE)) {
      return Optional.of(Options.option("cascade", new BooleanValue(true), location));
    }
    if (t.accept(Keyword.FROM)) {
      g.names.nonReservedWordOrSconst();
      String message = "CREATE EXTENSION ... FROM is no longer supported";
      throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, location);
    }
    return Optional.empty();
  }

  Statement tablespace() {
    t.expect(Keyword.TABLESPACE);
    String name = g.names.colId();
    Optional<RoleSpec> owner =
        t.accept(Keyword.OWNER) ? Optional.of(g.names.roleSpec()) : Optional.empty();
    t.expect(Keyword.LOCATION);
    String directory = t.sconst();
    List<DefElem> options = t.accept(Keyword.WITH) ? new Options(g).reloptions() : List.of();
    return new CreateTableSpaceStmt(name, owner, directory, options);
  }

  Statement assertion() {
    t.expect(Keyword.ASSERTION);
    g.names.anyName();
    t.expect(Keyword.CHECK);
    g.expressions.parenthesizedExpr();
    ConstraintBits.read(t);
    String message = "CREATE ASSERTION is not yet implemented";
    throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, -1);
  }
}
