package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.Clause;
import io.pgdouble.engine.tree.CreateStmt;
import io.pgdouble.engine.tree.CreateTableAsStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.IntoClause;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.OnCommitAction;
import io.pgdouble.engine.tree.PartitionBoundSpec;
import io.pgdouble.engine.tree.PartitionSpec;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE TABLE in all its forms, and CREATE TABLE AS. */
final class Tables {
  private final Grammar g;
  private final Tokens t;
  private final Columns columns;

  Tables(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
    this.columns = new Columns(grammar);
  }

  Statement create(RelPersistence persistence) {
    t.expect(Keyword.TABLE);
    boolean ifNotExists = Definitions.ifNotExists(t);
    RangeVar plain = g.names.qualifiedName();
    RangeVar name = Names.withPersistence(plain, persistence);
    return switch (t.kind()) {
      case '(' -> elementsOrColumns(name, ifNotExists);
      case Keyword.OF -> ofType(name, ifNotExists);
      case Keyword.PARTITION -> partitionOf(name, ifNotExists);
      default -> asQuery(name, List.of(), ifNotExists);
    };
  }

  /** CREATE TABLE AS, where nothing else may be created. */
  Statement fromQuery(RelPersistence persistence) {
    t.expect(Keyword.TABLE);
    boolean ifNotExists = Definitions.ifNotExists(t);
    RangeVar name = Names.withPersistence(g.names.qualifiedName(), persistence);
    return asQuery(name, g.names.optNameList(), ifNotExists);
  }

  private record Base(
      List<Clause> elements,
      List<RangeVar> parents,
      Optional<TypeName> type,
      Optional<PartitionBoundSpec> bound) {}

  private Statement elementsOrColumns(RangeVar name, boolean ifNotExists) {
    t.expect('(');
    if (t.accept(')')) {
      return withElements(name, List.of(), ifNotExists);
    }
    if (Keyword.isColId(t.kind()) && (t.second() == ',' || t.second() == ')')) {
      List<String> list = g.names.nameList();
      t.expect(')');
      return asQuery(name, list, ifNotExists);
    }
    List<Clause> elements = new ArrayList<>();
    do {
      elements.add(columns.element());
    } while (t.accept(','));
    t.expect(')');
    return withElements(name, List.copyOf(elements), ifNotExists);
  }

  private Statement withElements(RangeVar name, List<Clause> elements, boolean ifNotExists) {
    List<RangeVar> parents =
        t.accept(Keyword.INHERITS) ? g.names.parenthesized(g.names::qualifiedName) : List.of();
    Base base = new Base(elements, parents, Optional.empty(), Optional.empty());
    return finish(name, base, ifNotExists);
  }

  private Statement ofType(RangeVar name, boolean ifNotExists) {
    t.expect(Keyword.OF);
    int location = t.location();
    List<String> names = g.names.anyName();
    TypeName type = new TypeName(names, false, false, List.of(), List.of(), location);
    List<Clause> elements = columns.optTypedElements();
    Base base = new Base(elements, List.of(), Optional.of(type), Optional.empty());
    return finish(name, base, ifNotExists);
  }

  private Statement partitionOf(RangeVar name, boolean ifNotExists) {
    t.expect(Keyword.PARTITION, Keyword.OF);
    RangeVar parent = g.names.qualifiedName();
    List<Clause> elements = columns.optTypedElements();
    Optional<PartitionBoundSpec> bound = Optional.of(new Partitions(g).bound());
    Base base = new Base(elements, List.of(parent), Optional.empty(), bound);
    return finish(name, base, ifNotExists);
  }

  private Statement finish(RangeVar name, Base base, boolean ifNotExists) {
    Optional<PartitionSpec> partition = new Partitions(g).optSpec();
    Storage storage = storage();
    return new CreateStmt(
        name,
        base.elements(),
        base.parents(),
        base.bound(),
        partition,
        base.type(),
        storage.options(),
        storage.onCommit(),
        storage.tablespace(),
        storage.accessMethod(),
        ifNotExists);
  }

  private record Storage(
      Optional<String> accessMethod,
      List<DefElem> options,
      OnCommitAction onCommit,
      Optional<String> tablespace) {}

  private Storage storage() {
    Optional<String> accessMethod = Definitions.optName(g, Keyword.USING);
    List<DefElem> options = List.of();
    if (t.accept(Keyword.WITH)) {
      options = new Options(g).reloptions();
    } else if (t.accept(Keyword.WITHOUT)) {
      t.expect(Keyword.OIDS);
    }
    OnCommitAction onCommit = onCommit();
    return new Storage(accessMethod, options, onCommit, Definitions.optName(g, Keyword.TABLESPACE));
  }

  private OnCommitAction onCommit() {
    if (!t.accept(Keyword.ON)) {
      return OnCommitAction.NOOP;
    }
    t.expect(Keyword.COMMIT);
    if (t.accept(Keyword.DROP)) {
      return OnCommitAction.DROP;
    }
    boolean delete = t.accept(Keyword.DELETE);
    if (!delete) {
      t.expect(Keyword.PRESERVE);
    }
    t.expect(Keyword.ROWS);
    return delete ? OnCommitAction.DELETE_ROWS : OnCommitAction.PRESERVE_ROWS;
  }

  private Statement asQuery(RangeVar name, List<String> list, boolean ifNotExists) {
    Storage storage = storage();
    t.expect(Keyword.AS);
    Statement query =
        t.is(Keyword.EXECUTE) ? new PreparedStatements(g).execute() : g.selects.select();
    IntoClause into =
        new IntoClause(
            name,
            list,
            storage.accessMethod(),
            storage.options(),
            storage.onCommit(),
            storage.tablespace(),
            !Definitions.withData(t));
    return new CreateTableAsStmt(query, into, ObjectType.TABLE, false, ifNotExists);
  }

  /** CREATE MATERIALIZED VIEW, from the word MATERIALIZED on. */
  Statement materializedView(RelPersistence persistence) {
    t.expect(Keyword.MATERIALIZED, Keyword.VIEW);
    boolean ifNotExists = Definitions.ifNotExists(t);
    RangeVar name = Names.withPersistence(g.names.qualifiedName(), persistence);
    List<String> list = g.names.optNameList();
    Optional<String> accessMethod = Definitions.optName(g, Keyword.USING);
    List<DefElem> options = t.accept(Keyword.WITH) ? new Options(g).reloptions() : List.of();
    Optional<String> tablespace = Definitions.optName(g, Keyword.TABLESPACE);
    t.expect(Keyword.AS);
    Statement query = g.selects.select();
    boolean skip = !Definitions.withData(t);
    OnCommitAction none = OnCommitAction.NOOP;
    IntoClause into = new IntoClause(name, list, accessMethod, options, none, tablespace, skip);
    return new CreateTableAsStmt(query, into, ObjectType.MATVIEW, false, ifNotExists);
  }
}
