package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.InsertColumn;
import io.pgdouble.engine.tree.MultiAssignRef;
import io.pgdouble.engine.tree.ResTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Output columns and assignments ({@code gram.y: target_list, set_clause_list}). */
final class Targets {
  private final Grammar g;
  private final Tokens t;

  Targets(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** Whether a token can come after a complete output column, and so cannot go on in it. */
  static boolean mayFollowTarget(int kind) {
    return switch (kind) {
      case Token.EOF, ',', ')', ';' -> true;
      case Keyword.FROM, Keyword.INTO, Keyword.WHERE, Keyword.GROUP, Keyword.HAVING -> true;
      case Keyword.WINDOW, Keyword.UNION, Keyword.INTERSECT, Keyword.EXCEPT -> true;
      case Keyword.ORDER, Keyword.LIMIT, Keyword.OFFSET, Keyword.FETCH, Keyword.FOR -> true;
      case Keyword.WITH, Keyword.ON, Keyword.RETURNING, Token.FORMAT_LA -> true;
      default -> false;
    };
  }

  List<ResTarget> targetList() {
    return g.names.list(this::target);
  }

  List<ResTarget> optTargetList() {
    boolean none = mayFollowTarget(t.kind()) && !t.is(',');
    return none ? List.of() : targetList();
  }

  private ResTarget target() {
    int location = t.location();
    if (t.accept('*')) {
      Expr all = new ColumnRef(List.of(), true, location);
      return new ResTarget(Optional.empty(), List.of(), all, location);
    }
    Expr value = g.expressions.parse(Expressions.TARGET);
    Optional<String> label = Optional.empty();
    if (t.accept(Keyword.AS)) {
      label = Optional.of(g.names.colLabel());
    } else if (Keyword.isBareColLabel(t.kind())) {
      label = Optional.of(t.take());
    }
    return new ResTarget(label, List.of(), value, location);
  }

  /** {@code set_clause_list}. */
  List<ResTarget> setClauses() {
    List<ResTarget> all = new ArrayList<>();
    do {
      all.addAll(setClause());
    } while (t.accept(','));
    return List.copyOf(all);
  }

  private List<ResTarget> setClause() {
    if (t.is('(')) {
      return multiple();
    }
    InsertColumn column = column();
    t.expect('=');
    return List.of(assign(column, g.expressions.aExpr()));
  }

  private static ResTarget assign(InsertColumn column, Expr value) {
    Optional<String> name = Optional.of(column.name());
    return new ResTarget(name, column.indirection(), value, column.location());
  }

  private List<ResTarget> multiple() {
    List<InsertColumn> columns = g.names.parenthesized(this::column);
    t.expect('=');
    Expr source = g.expressions.aExpr();
    List<ResTarget> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      all.add(assign(columns.get(i), new MultiAssignRef(source, i + 1, columns.size())));
    }
    return all;
  }

  /** {@code insert_column_item}, {@code set_target}. */
  InsertColumn column() {
    int location = t.location();
    String name = g.names.colId();
    return new InsertColumn(name, g.names.optIndirection(), location);
  }
}
