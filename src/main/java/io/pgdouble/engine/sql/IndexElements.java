package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.IndexElem;
import io.pgdouble.engine.tree.SortByDir;
import java.util.List;
import java.util.Optional;

/** Columns and expressions of an index ({@code gram.y: index_elem}). */
final class IndexElements {
  private final Grammar g;
  private final Tokens t;

  IndexElements(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** {@code index_elem}. */
  IndexElem element() {
    Key key = key();
    List<String> collation = t.accept(Keyword.COLLATE) ? g.names.anyName() : List.of();
    List<String> opclass = Keyword.isColId(t.kind()) ? g.names.anyName() : List.of();
    List<DefElem> options =
        !opclass.isEmpty() && t.is('(') ? new Options(g).reloptions() : List.of();
    SelectTails order = new SelectTails(g);
    SortByDir direction = order.direction();
    return new IndexElem(
        key.name(), key.expression(), collation, opclass, options, direction, order.nullsOrder());
  }

  /** A column's name, or an expression: a function, or anything in parentheses. */
  record Key(Optional<String> name, Optional<Expr> expression) {}

  Key key() {
    if (t.is('(')) {
      return new Key(Optional.empty(), Optional.of(g.expressions.parenthesizedExpr()));
    }
    int second = t.second();
    boolean name = Keyword.isColId(t.kind()) && second != '(' && second != '.' && second != '[';
    if (name && !SpecialFunctions.starts(t)) {
      return new Key(Optional.of(t.take()), Optional.empty());
    }
    return new Key(Optional.empty(), Optional.of(g.primaries.calls().windowless()));
  }
}
