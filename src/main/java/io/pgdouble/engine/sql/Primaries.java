package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AArrayExpr;
import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.AIndices;
import io.pgdouble.engine.tree.AIndirection;
import io.pgdouble.engine.tree.AStar;
import io.pgdouble.engine.tree.BitStringValue;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.CaseExpr;
import io.pgdouble.engine.tree.CaseWhen;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FieldName;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.GroupingFunc;
import io.pgdouble.engine.tree.Indirection;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.NullValue;
import io.pgdouble.engine.tree.ParamRef;
import io.pgdouble.engine.tree.RowExpr;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.SubLink;
import io.pgdouble.engine.tree.SubLinkType;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.engine.tree.Value;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands between operators ({@code gram.y: c_expr}). */
final class Primaries {
  private final Grammar g;
  private final Tokens t;
  private final FunctionCalls calls;
  private boolean lastParenthesisWasRow;
  private boolean lastSelectWasParenthesized;

  Primaries(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
    this.calls = new FunctionCalls(grammar);
  }

  FunctionCalls calls() {
    return calls;
  }

  Expr cExpr(int mode) {
    int location = t.location();
    return switch (t.kind()) {
      case Token.ICONST -> constant(new IntegerValue(t.number()), location);
      case Token.SCONST -> constant(new StringValue(t.text()), location);
      case Token.FCONST -> constant(new FloatValue(t.text()), location);
      case Token.BCONST, Token.XCONST -> constant(new BitStringValue(t.text()), location);
      case Keyword.NULL -> constant(new NullValue(), location);
      case Keyword.TRUE -> constant(new BooleanValue(true), location);
      case Keyword.FALSE -> constant(new BooleanValue(false), location);
      case Token.PARAM -> parameter(location);
      case '(' -> parenthesis(mode, location);
      case Keyword.CASE -> caseExpr(location);
      case Keyword.ARRAY -> array(location);
      default -> word(mode, location);
    };
  }

  private Expr word(int mode, int location) {
    return switch (t.kind()) {
      case Keyword.EXISTS -> t.second() == '(' ? exists(location) : name(location);
      case Keyword.ROW -> t.second() == '(' ? row(mode, location) : name(location);
      case Keyword.GROUPING -> t.second() == '(' ? grouping(location) : name(location);
      default -> name(location);
    };
  }

  private Expr constant(Value value, int location) {
    t.advance();
    return new AConst(value, location);
  }

  private Expr parameter(int location) {
    Expr parameter = new ParamRef(t.number(), location);
    t.advance();
    return indirected(parameter);
  }

  private Expr indirected(Expr arg) {
    List<Indirection> steps = g.names.optIndirection();
    return steps.isEmpty() ? arg : new AIndirection(arg, steps);
  }

  private Expr exists(int location) {
    t.advance();
    return subLink(SubLinkType.EXISTS, g.selects.selectWithParens(), location);
  }

  private static Expr subLink(SubLinkType type, SelectStmt select, int location) {
    return new SubLink(type, Optional.empty(), List.of(), select, location);
  }

  private Expr array(int location) {
    t.advance();
    if (t.is('(')) {
      return subLink(SubLinkType.ARRAY, g.selects.selectWithParens(), location);
    }
    return arrayElements(location);
  }

  /** {@code array_expr}: all its elements are expressions, or all are arrays again. */
  private Expr arrayElements(int location) {
    g.descend();
    t.expect('[');
    List<Expr> elements = List.of();
    if (t.is('[')) {
      elements = g.names.list(() -> arrayElements(t.location()));
    } else if (!t.is(']')) {
      elements = g.expressions.exprList();
    }
    t.expect(']');
    g.ascend();
    return new AArrayExpr(elements, location);
  }

  private Expr row(int mode, int location) {
    t.advance();
    t.expect('(');
    List<Expr> args = t.is(')') ? List.of() : g.expressions.exprList();
    t.expect(')');
    return maybeOverlaps(new RowExpr(args, true, location), mode);
  }

  private Expr grouping(int location) {
    t.advance();
    return new GroupingFunc(g.expressions.parenthesizedList(), location);
  }

  private Expr maybeOverlaps(RowExpr left, int mode) {
    if (mode == Expressions.RESTRICTED || !t.is(Keyword.OVERLAPS)) {
      return left;
    }
    int location = t.location();
    t.advance();
    int rightLocation = t.location();
    RowExpr right = overlapsRow();
    checkPair(left, "left", left.location());
    checkPair(right, "right", rightLocation);
    List<Expr> args = new ArrayList<>(left.args());
    args.addAll(right.args());
    return FuncCall.ofSqlSyntax("overlaps", List.copyOf(args), location);
  }

  private RowExpr overlapsRow() {
    int location = t.location();
    if (t.is(Keyword.ROW)) {
      return (RowExpr) row(Expressions.RESTRICTED, location);
    }
    t.expect('(');
    List<Expr> items = new ArrayList<>();
    items.add(g.expressions.aExpr());
    do {
      t.expect(',');
      items.add(g.expressions.aExpr());
    } while (t.is(','));
    t.expect(')');
    return new RowExpr(List.copyOf(items), false, location);
  }

  private void checkPair(RowExpr row, String side, int location) {
    if (row.args().size() != 2) {
      String message = "wrong number of parameters on " + side + " side of OVERLAPS expression";
      throw t.error(SqlState.SYNTAX_ERROR, message, location);
    }
  }

  private Expr parenthesis(int mode, int location) {
    Object inner = parenthesized();
    if (inner instanceof SelectStmt select) {
      return indirected(subLink(SubLinkType.EXPR, select, location));
    }
    if (lastParenthesisWasRow) {
      return maybeOverlaps((RowExpr) inner, mode);
    }
    return indirected((Expr) inner);
  }

  /**
   * A parenthesis and what is in it: a {@link SelectStmt} if only that can be meant so far, else an
   * expression, which may be an implicit row.
   */
  private Object parenthesized() {
    int location = t.location();
    t.expect('(');
    Object inner = exprOrSelect();
    boolean isRow = t.is(',') && inner instanceof Expr;
    if (isRow) {
      List<Expr> items = new ArrayList<>();
      items.add((Expr) inner);
      while (t.accept(',')) {
        items.add(g.expressions.aExpr());
      }
      inner = new RowExpr(List.copyOf(items), false, location);
    }
    t.expect(')');
    lastParenthesisWasRow = isRow;
    return inner;
  }

  /**
   * An expression or a query, where the grammar allows both and only what follows tells which. A
   * query in parentheses alone is given as a query.
   */
  Object exprOrSelect() {
    lastSelectWasParenthesized = false;
    if (g.selects.startsSelect()) {
      return g.selects.selectNoParens();
    }
    if (!t.is('(')) {
      return g.expressions.aExpr();
    }
    g.descend();
    Object whole = afterParenthesis(t.location(), parenthesized());
    g.ascend();
    return whole;
  }

  /** The same where a query in parentheses alone can only be an operand. */
  Object exprOrBareSelect() {
    int location = t.location();
    Object either = exprOrSelect();
    boolean operand = lastSelectWasParenthesized && either instanceof SelectStmt;
    return operand ? subLink(SubLinkType.EXPR, (SelectStmt) either, location) : either;
  }

  private Object afterParenthesis(int location, Object inner) {
    if (!(inner instanceof SelectStmt select)) {
      Expr first =
          lastParenthesisWasRow
              ? maybeOverlaps((RowExpr) inner, Expressions.ANY)
              : indirected((Expr) inner);
      return g.expressions.continued(first);
    }
    if (g.selects.continuesSelect()) {
      lastSelectWasParenthesized = false;
      return g.selects.continued(select);
    }
    if (t.is(')')) {
      lastSelectWasParenthesized = true;
      return select;
    }
    return g.expressions.continued(indirected(subLink(SubLinkType.EXPR, select, location)));
  }

  private Expr caseExpr(int location) {
    t.advance();
    Optional<Expr> arg = t.is(Keyword.WHEN) ? Optional.empty() : Optional.of(g.expressions.aExpr());
    List<CaseWhen> arms = new ArrayList<>();
    do {
      int at = t.location();
      t.expect(Keyword.WHEN);
      Expr when = g.expressions.aExpr();
      t.expect(Keyword.THEN);
      arms.add(new CaseWhen(when, g.expressions.aExpr(), at));
    } while (t.is(Keyword.WHEN));
    Optional<Expr> otherwise =
        t.accept(Keyword.ELSE) ? Optional.of(g.expressions.aExpr()) : Optional.empty();
    t.expect(Keyword.END);
    return new CaseExpr(arg, List.copyOf(arms), otherwise, location);
  }

  /** Whatever begins with a word: a column, a function, a typed literal. */
  private Expr name(int location) {
    int kind = t.kind();
    if (kind != Token.IDENT) {
      if (kind == Keyword.INTERVAL && isTypePrefix(t.second())) {
        return intervalConstant();
      }
      if (g.types.startsConstTypename() && isTypePrefix(t.second())) {
        return stringCast(g.types.constTypename());
      }
      Optional<Expr> special = calls.special();
      if (special.isPresent()) {
        return special.get();
      }
    }
    return columnOrFunction(location);
  }

  private static boolean isTypePrefix(int second) {
    return switch (second) {
      case Token.SCONST, '(', Token.WITH_LA, Token.WITHOUT_LA -> true;
      case Keyword.VARYING, Keyword.CHARACTER, Keyword.CHAR, Keyword.PRECISION -> true;
      default -> false;
    };
  }

  private Expr intervalConstant() {
    int location = t.location();
    t.advance();
    if (t.is('(')) {
      return stringCast(Types.system("interval", g.types.intervalPrecision(), location));
    }
    AConst text = stringConstant();
    return new TypeCast(text, Types.system("interval", g.types.optInterval(), location), -1);
  }

  AConst stringConstant() {
    int location = t.location();
    return new AConst(new StringValue(t.sconst()), location);
  }

  private Expr stringCast(TypeName type) {
    return new TypeCast(stringConstant(), type, -1);
  }

  private Expr columnOrFunction(int location) {
    boolean colId = Keyword.isColId(t.kind());
    boolean function = Keyword.isTypeFunctionName(t.kind());
    if (!colId && !function) {
      throw t.syntaxError();
    }
    String first = t.take();
    if (function && (t.is('(') || t.is(Token.SCONST))) {
      return calls.callOrConstant(List.of(first), location);
    }
    if (!colId) {
      throw t.syntaxError();
    }
    if (!g.names.startsIndirection()) {
      return new ColumnRef(List.of(first), false, location);
    }
    List<Indirection> steps = g.names.indirection();
    if (t.is('(') || t.is(Token.SCONST)) {
      return calls.callOrConstant(g.names.namesOnly(first, steps), location);
    }
    return columnRef(first, steps, location);
  }

  /** {@code makeColumnRef}: names up to the first subscript belong to the column. */
  Expr columnRef(String first, List<Indirection> steps, int location) {
    List<String> fields = new ArrayList<>();
    fields.add(first);
    for (int i = 0; i < steps.size(); i++) {
      Indirection step = steps.get(i);
      if (step instanceof FieldName field) {
        fields.add(field.name());
      } else if (step instanceof AIndices) {
        List<Indirection> rest = g.names.checked(steps.subList(i, steps.size()));
        return new AIndirection(new ColumnRef(List.copyOf(fields), false, location), rest);
      } else if (step instanceof AStar && i + 1 < steps.size()) {
        throw g.names.improperStar();
      }
    }
    boolean star = steps.get(steps.size() - 1) instanceof AStar;
    return new ColumnRef(List.copyOf(fields), star, location);
  }
}
