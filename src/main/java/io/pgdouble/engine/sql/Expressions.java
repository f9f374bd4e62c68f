package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.AExpr;
import io.pgdouble.engine.tree.AExprKind;
import io.pgdouble.engine.tree.BoolExpr;
import io.pgdouble.engine.tree.BoolExprType;
import io.pgdouble.engine.tree.CollateClause;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SetToDefault;
import io.pgdouble.engine.tree.SubLink;
import io.pgdouble.engine.tree.SubLinkType;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions by precedence climbing ({@code gram.y: a_expr, b_expr}). */
final class Expressions {
  /** Any expression. */
  static final int ANY = 0;

  /** Without the operators that would clash with keywords of the context ({@code b_expr}). */
  static final int RESTRICTED = 1;

  /** An output column, after which some operator words are labels if nothing follows them. */
  static final int TARGET = 2;

  /** The first argument of SUBSTRING, after which SIMILAR need not mean SIMILAR TO. */
  static final int SUBSTRING = 3;

  private final Grammar g;
  private final Tokens t;
  private final Predicates predicates;
  private boolean plain;

  Expressions(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
    this.predicates = new Predicates(grammar, this);
  }

  Expr aExpr() {
    return parse(Precedence.OR, ANY);
  }

  Expr bExpr() {
    return parse(Precedence.OR, RESTRICTED);
  }

  Expr parse(int mode) {
    return parse(Precedence.OR, mode);
  }

  /** Whether the expression last parsed was a {@code c_expr}: no operator outside parentheses. */
  boolean lastWasPlain() {
    return plain;
  }

  /** {@code expr_list}. */
  List<Expr> exprList() {
    Expr first = aExpr();
    if (!t.is(',')) {
      return List.of(first);
    }
    List<Expr> all = new ArrayList<>();
    all.add(first);
    while (t.accept(',')) {
      all.add(aExpr());
    }
    return List.copyOf(all);
  }

  List<Expr> parenthesizedList() {
    t.expect('(');
    List<Expr> all = exprList();
    t.expect(')');
    return all;
  }

  Expr parenthesizedExpr() {
    t.expect('(');
    Expr inner = aExpr();
    t.expect(')');
    return inner;
  }

  /** An operand: binds tighter than the level before it. */
  Expr operand(int level, int mode) {
    return parse(level + 1, mode == RESTRICTED ? RESTRICTED : ANY);
  }

  /** Goes on after a first operand that is already there. */
  Expr continued(Expr left) {
    return loop(left, Precedence.OR, ANY);
  }

  private Expr parse(int min, int mode) {
    g.descend();
    boolean simple = !isPrefix(t.kind());
    Expr left = simple ? g.primaries.cExpr(mode) : prefix(mode);
    Expr whole = loop(left, min, mode);
    plain = simple && whole == left;
    g.ascend();
    return whole;
  }

  private boolean isPrefix(int kind) {
    return switch (kind) {
      case '+', '-', Token.OP, Keyword.NOT, Token.NOT_LA -> true;
      case Keyword.DEFAULT, Keyword.UNIQUE -> true;
      case Keyword.OPERATOR -> t.second() == '(';
      default -> false;
    };
  }

  private Expr prefix(int mode) {
    int location = t.location();
    int kind = t.kind();
    if (kind == '+' || kind == '-') {
      t.advance();
      Expr arg = operand(Precedence.UNARY_MINUS, mode);
      return kind == '-' ? negate(arg, location) : unary(List.of("+"), arg, location);
    }
    if (kind == Token.OP || kind == Keyword.OPERATOR) {
      List<String> name = g.names.qualAllOp();
      return unary(name, operand(Precedence.OPERATOR, mode), location);
    }
    if (mode == RESTRICTED) {
      throw t.syntaxError();
    }
    t.advance();
    if (kind == Keyword.DEFAULT) {
      return new SetToDefault(location);
    }
    return kind == Keyword.UNIQUE ? unique(location) : not(parse(Precedence.NOT, ANY), location);
  }

  private Expr unique(int location) {
    if (t.accept(Keyword.NULLS)) {
      t.accept(Keyword.NOT);
      t.expect(Keyword.DISTINCT);
    }
    g.selects.selectWithParens();
    String message = "UNIQUE predicate is not yet implemented";
    throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, location);
  }

  static Expr not(Expr arg, int location) {
    return new BoolExpr(BoolExprType.NOT, List.of(arg), location);
  }

  private static Expr unary(List<String> name, Expr arg, int location) {
    return new AExpr(AExprKind.OP, name, Optional.empty(), arg, location);
  }

  /** {@code doNegate}: a minus before a number becomes part of it. */
  private static Expr negate(Expr arg, int location) {
    if (arg instanceof AConst constant && constant.value() instanceof IntegerValue integer) {
      return new AConst(new IntegerValue(-integer.value()), location);
    }
    if (arg instanceof AConst constant && constant.value() instanceof FloatValue number) {
      String text = number.text();
      boolean negative = text.startsWith("-");
      return new AConst(new FloatValue(negative ? text.substring(1) : "-" + text), location);
    }
    return unary(List.of("-"), arg, location);
  }

  private Expr loop(Expr first, int min, int mode) {
    Expr left = first;
    while (true) {
      int kind = t.kind();
      int level = mode == RESTRICTED ? Precedence.ofRestricted(kind) : Precedence.of(kind);
      if (level < min || (mode >= TARGET && endsHere(kind, mode))) {
        return left;
      }
      left = infix(left, level, mode);
    }
  }

  private boolean endsHere(int kind, int mode) {
    if (mode == SUBSTRING) {
      return kind == Keyword.SIMILAR && t.second() != Keyword.TO;
    }
    return kind >= Keyword.BASE
        && Keyword.isBareColLabel(kind)
        && Targets.mayFollowTarget(t.second());
  }

  private Expr infix(Expr left, int level, int mode) {
    int location = t.location();
    return switch (t.kind()) {
      case Token.TYPECAST -> typecast(left, location);
      case Keyword.COLLATE -> collate(left, location);
      case Keyword.AT -> atTimeZone(left, location);
      case Keyword.AND, Keyword.OR -> connective(left, level, mode);
      case Keyword.IS, Keyword.ISNULL, Keyword.NOTNULL -> predicates.is(left, mode);
      case Keyword.LIKE, Keyword.ILIKE, Keyword.SIMILAR, Keyword.BETWEEN, Keyword.IN ->
          predicates.match(left);
      case Token.NOT_LA -> predicates.match(left);
      default -> binary(left, level, mode);
    };
  }

  private Expr typecast(Expr left, int location) {
    t.advance();
    return new TypeCast(left, g.types.typename(), location);
  }

  private Expr collate(Expr left, int location) {
    t.advance();
    return new CollateClause(Optional.of(left), g.names.anyName(), location);
  }

  private Expr atTimeZone(Expr left, int location) {
    t.advance();
    if (t.is(Keyword.LOCAL)) {
      t.refuseFrom(MajorChange.TIMES_ARE_LOCAL, "AT LOCAL");
    }
    t.expect(Keyword.TIME, Keyword.ZONE);
    Expr zone = operand(Precedence.AT, ANY);
    return FuncCall.ofSqlSyntax("timezone", List.of(zone, left), location);
  }

  private Expr connective(Expr left, int level, int mode) {
    int kind = t.kind();
    int location = t.location();
    BoolExprType type = kind == Keyword.AND ? BoolExprType.AND : BoolExprType.OR;
    List<Expr> args = new ArrayList<>();
    if (left instanceof BoolExpr inner && inner.boolop() == type) {
      args.addAll(inner.args());
      location = inner.location();
    } else {
      args.add(left);
    }
    do {
      t.advance();
      args.add(operand(level, ANY));
    } while (t.is(kind) && !(mode >= TARGET && endsHere(kind, mode)));
    return new BoolExpr(type, List.copyOf(args), location);
  }

  private Expr binary(Expr left, int level, int mode) {
    int location = t.location();
    List<String> name = g.names.qualAllOp();
    if (mode != RESTRICTED && isQuantifier(t.kind())) {
      return quantified(left, name, location);
    }
    Expr right = operand(level, mode);
    if (level == Precedence.COMPARISON) {
      rejectLevel(level);
    }
    return new AExpr(AExprKind.OP, name, Optional.of(left), right, location);
  }

  /** After an operator that does not associate, another of its level is an error. */
  void rejectLevel(int level) {
    if (Precedence.of(t.kind()) == level) {
      throw t.syntaxError();
    }
  }

  static boolean isQuantifier(int kind) {
    return kind == Keyword.ANY || kind == Keyword.SOME || kind == Keyword.ALL;
  }

  /** {@code subquery_Op sub_type (…)}, with the quantifier to come. */
  Expr quantified(Expr left, List<String> name, int location) {
    boolean all = t.is(Keyword.ALL);
    t.advance();
    t.expect('(');
    Object inner = g.primaries.exprOrSelect();
    t.expect(')');
    if (inner instanceof SelectStmt select) {
      SubLinkType type = all ? SubLinkType.ALL : SubLinkType.ANY;
      return new SubLink(type, Optional.of(left), name, select, location);
    }
    AExprKind kind = all ? AExprKind.OP_ALL : AExprKind.OP_ANY;
    return new AExpr(kind, name, Optional.of(left), (Expr) inner, location);
  }
}
