package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterEnumStmt;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.CompositeTypeStmt;
import io.pgdouble.engine.tree.CreateDomainStmt;
import io.pgdouble.engine.tree.CreateEnumStmt;
import io.pgdouble.engine.tree.CreateRangeStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.DefineStmt;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TypeName;
import java.util.List;
import java.util.Optional;

/** CREATE TYPE, CREATE DOMAIN, and what ALTER TYPE does to enums. */
final class TypeDefinitions {
  private final Grammar g;
  private final Tokens t;

  TypeDefinitions(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement create() {
    t.expect(Keyword.TYPE);
    int location = t.location();
    List<String> name = g.names.anyName();
    if (t.is('(')) {
      return base(name, new Options(g).definition());
    }
    if (!t.accept(Keyword.AS)) {
      return base(name, List.of());
    }
    if (t.accept(Keyword.ENUM)) {
      return new CreateEnumStmt(name, labels());
    }
    if (t.accept(Keyword.RANGE)) {
      return new CreateRangeStmt(name, new Options(g).definition());
    }
    return composite(g.names.rangeVar(name, location));
  }

  private static Statement base(List<String> name, List<DefElem> definition) {
    return new DefineStmt(ObjectType.TYPE, false, name, List.of(), definition, false, false);
  }

  private List<String> labels() {
    t.expect('(');
    List<String> labels = t.is(')') ? List.of() : g.names.list(t::sconst);
    t.expect(')');
    return labels;
  }

  private Statement composite(RangeVar name) {
    t.expect('(');
    FromItems elements = new FromItems(g);
    List<ColumnDef> columns = t.is(')') ? List.of() : g.names.list(elements::tableFuncElement);
    t.expect(')');
    return new CompositeTypeStmt(name, columns);
  }

  Statement domain() {
    t.expect(Keyword.DOMAIN);
    List<String> name = g.names.anyName();
    t.accept(Keyword.AS);
    TypeName type = g.types.typename();
    Columns.Qualifications found = new Columns(g).qualifications();
    return new CreateDomainStmt(name, type, found.collation(), found.constraints());
  }

  /** ALTER TYPE … ADD VALUE, behind VALUE. */
  Statement addValue(List<String> type) {
    boolean ifNotExists = t.accept(Keyword.IF);
    if (ifNotExists) {
      t.expect(Keyword.NOT, Keyword.EXISTS);
    }
    String label = t.sconst();
    boolean before = t.accept(Keyword.BEFORE);
    boolean placed = before || t.accept(Keyword.AFTER);
    Optional<String> neighbor = placed ? Optional.of(t.sconst()) : Optional.empty();
    return new AlterEnumStmt(type, Optional.empty(), label, neighbor, !before, ifNotExists);
  }

  /** ALTER TYPE … RENAME VALUE, behind VALUE. */
  Statement renameValue(List<String> type) {
    String old = t.sconst();
    t.expect(Keyword.TO);
    String label = t.sconst();
    return new AlterEnumStmt(type, Optional.of(old), label, Optional.empty(), false, false);
  }
}
