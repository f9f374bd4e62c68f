package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.Clause;
import io.pgdouble.engine.tree.CollateClause;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.TableLikeClause;
import io.pgdouble.engine.tree.TableLikeOption;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The elements of a table ({@code gram.y: TableElement, columnDef, ColQualList}). */
final class Columns {
  private final Grammar g;
  private final Tokens t;
  private final Constraints constraints;

  Columns(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
    this.constraints = new Constraints(grammar);
  }

  /** {@code TableElement}. */
  Clause element() {
    if (t.is(Keyword.LIKE)) {
      return like();
    }
    return constraints.startsTableConstraint() ? constraints.tableConstraint() : definition();
  }

  /** {@code columnDef}. */
  ColumnDef definition() {
    int location = t.location();
    return definition(g.names.colId(), location);
  }

  /** The same with the name consumed. */
  ColumnDef definition(String name, int location) {
    TypeName type = g.types.typename();
    Optional<String> storage = t.is(Keyword.STORAGE) ? Optional.of(setting()) : Optional.empty();
    Optional<String> compression =
        t.is(Keyword.COMPRESSION) ? Optional.of(setting()) : Optional.empty();
    List<DefElem> options = new GenericOptions(g).optOptions();
    Qualifications found = qualifications();
    return new ColumnDef(
        name,
        Optional.of(type),
        storage,
        compression,
        found.constraints(),
        found.collation(),
        options,
        location);
  }

  /** {@code column_storage}, {@code column_compression}: a word, or DEFAULT. */
  String setting() {
    t.advance();
    return t.is(Keyword.DEFAULT) ? t.take() : g.names.colId();
  }

  /** What {@code ColQualList} holds, split as {@code SplitColQualList} does. */
  record Qualifications(List<Constraint> constraints, Optional<CollateClause> collation) {}

  Qualifications qualifications() {
    List<Constraint> all = new ArrayList<>();
    List<CollateClause> collations = new ArrayList<>();
    while (true) {
      int location = t.location();
      if (t.accept(Keyword.COLLATE)) {
        List<String> name = g.names.anyName();
        collations.add(new CollateClause(Optional.empty(), name, location));
      } else if (constraints.startsColumnConstraint()) {
        all.add(constraints.columnConstraint());
      } else {
        break;
      }
    }
    if (collations.size() > 1) {
      String message = "multiple COLLATE clauses not allowed";
      throw t.error(SqlState.SYNTAX_ERROR, message, collations.get(1).location());
    }
    return new Qualifications(List.copyOf(all), collations.stream().findFirst());
  }

  /** {@code TypedTableElement}: a column without a type, or a constraint. */
  Clause typedElement() {
    if (constraints.startsTableConstraint()) {
      return constraints.tableConstraint();
    }
    int location = t.location();
    String name = g.names.colId();
    if (t.accept(Keyword.WITH)) {
      t.expect(Keyword.OPTIONS);
    }
    Qualifications found = qualifications();
    return new ColumnDef(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        found.constraints(),
        found.collation(),
        List.of(),
        location);
  }

  /** {@code OptTypedTableElementList}. */
  List<Clause> optTypedElements() {
    return t.is('(') ? g.names.parenthesized(this::typedElement) : List.of();
  }

  private TableLikeClause like() {
    t.expect(Keyword.LIKE);
    RangeVar relation = g.names.qualifiedName();
    int options = 0;
    while (t.is(Keyword.INCLUDING) || t.is(Keyword.EXCLUDING)) {
      boolean including = t.is(Keyword.INCLUDING);
      t.advance();
      int option = likeOption();
      options = including ? options | option : options & ~option;
    }
    return new TableLikeClause(relation, options);
  }

  private int likeOption() {
    int option =
        switch (t.kind()) {
          case Keyword.COMMENTS -> TableLikeOption.COMMENTS;
          case Keyword.COMPRESSION -> TableLikeOption.COMPRESSION;
          case Keyword.CONSTRAINTS -> TableLikeOption.CONSTRAINTS;
          case Keyword.DEFAULTS -> TableLikeOption.DEFAULTS;
          case Keyword.IDENTITY -> TableLikeOption.IDENTITY;
          case Keyword.GENERATED -> TableLikeOption.GENERATED;
          case Keyword.INDEXES -> TableLikeOption.INDEXES;
          case Keyword.STATISTICS -> TableLikeOption.STATISTICS;
          case Keyword.STORAGE -> TableLikeOption.STORAGE;
          case Keyword.ALL -> TableLikeOption.ALL;
          default -> throw t.syntaxError();
        };
    t.advance();
    return option;
  }
}
