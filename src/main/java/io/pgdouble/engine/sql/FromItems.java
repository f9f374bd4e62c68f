package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.Alias;
import io.pgdouble.engine.tree.CollateClause;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.JoinExpr;
import io.pgdouble.engine.tree.JoinType;
import io.pgdouble.engine.tree.RangeFunction;
import io.pgdouble.engine.tree.RangeFunctionItem;
import io.pgdouble.engine.tree.RangeSubselect;
import io.pgdouble.engine.tree.RangeTableSample;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.TableRef;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables, functions, sub-selects and joins ({@code gram.y: from_clause, table_ref}). */
final class FromItems {
  private final Grammar g;
  private final Tokens t;

  FromItems(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  List<TableRef> list() {
    return g.names.list(this::tableRef);
  }

  TableRef tableRef() {
    g.descend();
    TableRef whole = joins(item());
    g.ascend();
    return whole;
  }

  private TableRef joins(TableRef first) {
    TableRef left = first;
    while (startsJoin()) {
      left = join(left);
    }
    return left;
  }

  private boolean startsJoin() {
    return switch (t.kind()) {
      case Keyword.JOIN, Keyword.CROSS, Keyword.NATURAL, Keyword.INNER -> true;
      case Keyword.LEFT, Keyword.RIGHT, Keyword.FULL -> true;
      default -> false;
    };
  }

  private TableRef join(TableRef left) {
    if (t.accept(Keyword.CROSS)) {
      t.expect(Keyword.JOIN);
      return unqualified(JoinType.INNER, false, left);
    }
    if (t.accept(Keyword.NATURAL)) {
      return unqualified(joinType(), true, left);
    }
    JoinType type = joinType();
    TableRef right = tableRef();
    if (t.accept(Keyword.ON)) {
      Optional<Expr> quals = Optional.of(g.expressions.aExpr());
      return new JoinExpr(
          type, false, left, right, List.of(), Optional.empty(), quals, Optional.empty());
    }
    t.expect(Keyword.USING);
    List<String> columns = g.names.parenthesized(g.names::colId);
    Optional<Alias> alias =
        t.accept(Keyword.AS)
            ? Optional.of(new Alias(g.names.colId(), List.of()))
            : Optional.empty();
    return new JoinExpr(
        type, false, left, right, columns, alias, Optional.empty(), Optional.empty());
  }

  private TableRef unqualified(JoinType type, boolean natural, TableRef left) {
    return new JoinExpr(
        type,
        natural,
        left,
        item(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The type, with the word JOIN. */
  private JoinType joinType() {
    JoinType type =
        switch (t.kind()) {
          case Keyword.LEFT -> JoinType.LEFT;
          case Keyword.RIGHT -> JoinType.RIGHT;
          case Keyword.FULL -> JoinType.FULL;
          default -> JoinType.INNER;
        };
    if (type != JoinType.INNER) {
      t.advance();
      t.accept(Keyword.OUTER);
    } else {
      t.accept(Keyword.INNER);
    }
    t.expect(Keyword.JOIN);
    return type;
  }

  private TableRef item() {
    if (t.is('(')) {
      return parenthesis();
    }
    boolean lateral = t.accept(Keyword.LATERAL);
    if (lateral && t.is('(')) {
      int location = t.location();
      SelectStmt select = g.selects.selectWithParens();
      return subselect(new RangeSubselect(true, select, optAlias()), location);
    }
    if (t.is(Keyword.XMLTABLE) && t.second() == '(') {
      XmlTables tables = new XmlTables(g, this);
      return lateral ? tables.lateral() : tables.table();
    }
    if (t.is(Keyword.ROWS) && t.second() == Keyword.FROM) {
      return rowsFrom(lateral);
    }
    if (lateral) {
      return function(true, g.primaries.calls().windowless());
    }
    return relationOrFunction();
  }

  private TableRef relationOrFunction() {
    if (t.is(Keyword.ONLY)) {
      return relation(g.names.relationExpr());
    }
    if (!Keyword.isColId(t.kind()) || startsSpecialFunction()) {
      return function(false, g.primaries.calls().windowless());
    }
    int location = t.location();
    boolean function = Keyword.isTypeFunctionName(t.kind());
    String first = t.take();
    List<String> name = List.of(first);
    if (g.names.startsIndirection()) {
      name = g.names.namesOnly(first, g.names.indirection());
      function = true;
    }
    if (function && t.is('(')) {
      return function(false, g.primaries.calls().application(name, location));
    }
    RangeVar relation = g.names.rangeVar(name, location);
    t.accept('*');
    return relation(relation);
  }

  private boolean startsSpecialFunction() {
    return t.kind() != Token.IDENT
        && (SpecialFunctions.starts(t)
            || XmlFunctions.starts(t)
            || JsonFunctions.starts(t)
            || JsonFunctions.startsAggregate(t));
  }

  private TableRef relation(RangeVar plain) {
    RangeVar relation = Names.withAlias(plain, optAlias());
    if (!t.accept(Keyword.TABLESAMPLE)) {
      return relation;
    }
    int location = t.location();
    List<String> method = g.primaries.calls().functionName();
    List<Expr> args = g.expressions.parenthesizedList();
    Optional<Expr> repeatable =
        t.accept(Keyword.REPEATABLE)
            ? Optional.of(g.expressions.parenthesizedExpr())
            : Optional.empty();
    return new RangeTableSample(relation, method, args, repeatable, location);
  }

  /** {@code opt_alias_clause}. */
  Optional<Alias> optAlias() {
    if (!t.accept(Keyword.AS) && !Keyword.isColId(t.kind())) {
      return Optional.empty();
    }
    String name = g.names.colId();
    return Optional.of(new Alias(name, g.names.optNameList()));
  }

  private TableRef subselect(SelectStmt select, int location) {
    return subselect(new RangeSubselect(false, select, optAlias()), location);
  }

  private TableRef subselect(RangeSubselect item, int location) {
    if (item.alias().isPresent() || MajorChange.SUBQUERIES_NEED_NO_ALIAS.isIn(t.major())) {
      return item;
    }
    boolean values = !item.subquery().valuesLists().isEmpty();
    String message = (values ? "VALUES" : "subquery") + " in FROM must have an alias";
    throw t.report(SqlState.SYNTAX_ERROR, message, location)
        .withHint("For example, FROM (" + (values ? "VALUES" : "SELECT") + " ...) [AS] foo.")
        .toException();
  }

  private TableRef rowsFrom(boolean lateral) {
    t.expect(Keyword.ROWS, Keyword.FROM);
    List<RangeFunctionItem> items = g.names.parenthesized(this::rowsFromItem);
    return withAlias(
        new RangeFunction(lateral, ordinality(), true, items, Optional.empty(), List.of()));
  }

  private RangeFunctionItem rowsFromItem() {
    Expr function = g.primaries.calls().windowless();
    List<ColumnDef> columns =
        t.accept(Keyword.AS) ? g.names.parenthesized(this::tableFuncElement) : List.of();
    return new RangeFunctionItem(function, columns);
  }

  private boolean ordinality() {
    boolean with = t.accept(Token.WITH_LA);
    if (with) {
      t.expect(Keyword.ORDINALITY);
    }
    return with;
  }

  private TableRef function(boolean lateral, Expr call) {
    List<RangeFunctionItem> items = List.of(new RangeFunctionItem(call, List.of()));
    return withAlias(
        new RangeFunction(lateral, ordinality(), false, items, Optional.empty(), List.of()));
  }

  /** {@code func_alias_clause}: column names, or columns with their types. */
  private RangeFunction withAlias(RangeFunction f) {
    boolean as = t.accept(Keyword.AS);
    if (as && t.is('(')) {
      return aliased(f, Optional.empty(), g.names.parenthesized(this::tableFuncElement));
    }
    if (!as && !Keyword.isColId(t.kind())) {
      return f;
    }
    String name = g.names.colId();
    if (!t.is('(')) {
      return aliased(f, Optional.of(new Alias(name, List.of())), List.of());
    }
    t.advance();
    return withColumns(f, name);
  }

  private RangeFunction withColumns(RangeFunction f, String name) {
    int location = t.location();
    String first = g.names.colId();
    boolean names = t.is(',') || t.is(')');
    List<String> columns = new ArrayList<>();
    List<ColumnDef> definitions = new ArrayList<>();
    if (names) {
      columns.add(first);
    } else {
      definitions.add(typed(first, location));
    }
    while (t.accept(',')) {
      if (names) {
        columns.add(g.names.colId());
      } else {
        definitions.add(tableFuncElement());
      }
    }
    t.expect(')');
    Alias alias = new Alias(name, List.copyOf(columns));
    return aliased(f, Optional.of(alias), List.copyOf(definitions));
  }

  private static RangeFunction aliased(
      RangeFunction f, Optional<Alias> alias, List<ColumnDef> columns) {
    return new RangeFunction(
        f.lateral(), f.ordinality(), f.rowsFrom(), f.functions(), alias, columns);
  }

  /** {@code TableFuncElement}: a column with its type. */
  ColumnDef tableFuncElement() {
    int location = t.location();
    return typed(g.names.colId(), location);
  }

  private ColumnDef typed(String name, int location) {
    TypeName type = g.types.typename();
    Optional<CollateClause> collation = optCollate();
    return new ColumnDef(
        name,
        Optional.of(type),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        collation,
        List.of(),
        location);
  }

  /** {@code opt_collate_clause}. */
  Optional<CollateClause> optCollate() {
    int location = t.location();
    return t.accept(Keyword.COLLATE)
        ? Optional.of(new CollateClause(Optional.empty(), g.names.anyName(), location))
        : Optional.empty();
  }

  private TableRef parenthesis() {
    int location = t.location();
    Object inner = parenthesized();
    if (inner instanceof SelectStmt select) {
      return subselect(select, location);
    }
    return aliased((JoinExpr) inner, optAlias());
  }

  private static JoinExpr aliased(JoinExpr j, Optional<Alias> alias) {
    return new JoinExpr(
        j.jointype(),
        j.natural(),
        j.larg(),
        j.rarg(),
        j.usingClause(),
        j.joinUsingAlias(),
        j.quals(),
        alias.or(j::alias));
  }

  /** A parenthesis with a query or a join in it; which, may be clear only at its end. */
  private Object parenthesized() {
    g.descend();
    t.expect('(');
    Object inner;
    if (g.selects.startsSelect()) {
      inner = g.selects.selectNoParens();
    } else if (t.is('(')) {
      int location = t.location();
      inner = afterNested(parenthesized(), location);
    } else {
      inner = requireJoin(item());
    }
    t.expect(')');
    g.ascend();
    return inner;
  }

  private Object afterNested(Object nested, int location) {
    if (nested instanceof SelectStmt select && g.selects.continuesSelect()) {
      return g.selects.continued(select);
    }
    if (t.is(')')) {
      return nested;
    }
    if (nested instanceof SelectStmt select) {
      return requireJoin(subselect(select, location));
    }
    return requireJoin(aliased((JoinExpr) nested, optAlias()));
  }

  private TableRef requireJoin(TableRef first) {
    if (!startsJoin()) {
      throw t.syntaxError();
    }
    return joins(first);
  }
}
