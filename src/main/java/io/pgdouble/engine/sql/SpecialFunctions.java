package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.AExpr;
import io.pgdouble.engine.tree.AExprKind;
import io.pgdouble.engine.tree.CoalesceExpr;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.MinMaxExpr;
import io.pgdouble.engine.tree.SqlValueFunction;
import io.pgdouble.engine.tree.SqlValueFunctionOp;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.engine.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The functions to which SQL gives a syntax ({@code gram.y: func_expr_common_subexpr}). */
final class SpecialFunctions {
  private final Grammar g;
  private final Tokens t;
  private final int location;

  SpecialFunctions(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
    this.location = t.location();
  }

  static boolean starts(Tokens t) {
    return switch (t.kind()) {
      case Keyword.CURRENT_DATE,
          Keyword.CURRENT_TIME,
          Keyword.CURRENT_TIMESTAMP,
          Keyword.LOCALTIME,
          Keyword.LOCALTIMESTAMP,
          Keyword.CURRENT_ROLE,
          Keyword.CURRENT_USER,
          Keyword.SESSION_USER,
          Keyword.SYSTEM_USER,
          Keyword.USER,
          Keyword.CURRENT_CATALOG,
          Keyword.CAST ->
          true;
      case Keyword.CURRENT_SCHEMA -> t.second() != '(' && t.second() != Token.SCONST;
      case Keyword.COLLATION -> t.second() == Keyword.FOR;
      case Keyword.COALESCE,
          Keyword.GREATEST,
          Keyword.LEAST,
          Keyword.NULLIF,
          Keyword.EXTRACT,
          Keyword.NORMALIZE,
          Keyword.OVERLAY,
          Keyword.POSITION,
          Keyword.SUBSTRING,
          Keyword.TREAT,
          Keyword.TRIM ->
          t.second() == '(';
      default -> false;
    };
  }

  Expr call() {
    int kind = t.kind();
    t.advance();
    return switch (kind) {
      case Keyword.CURRENT_DATE -> value(SqlValueFunctionOp.CURRENT_DATE);
      case Keyword.CURRENT_ROLE -> value(SqlValueFunctionOp.CURRENT_ROLE);
      case Keyword.CURRENT_USER -> value(SqlValueFunctionOp.CURRENT_USER);
      case Keyword.SESSION_USER -> value(SqlValueFunctionOp.SESSION_USER);
      case Keyword.USER -> value(SqlValueFunctionOp.USER);
      case Keyword.CURRENT_CATALOG -> value(SqlValueFunctionOp.CURRENT_CATALOG);
      case Keyword.CURRENT_SCHEMA -> value(SqlValueFunctionOp.CURRENT_SCHEMA);
      case Keyword.SYSTEM_USER -> FuncCall.ofSqlSyntax("system_user", List.of(), location);
      case Keyword.CURRENT_TIME, Keyword.CURRENT_TIMESTAMP -> clock(kind);
      case Keyword.LOCALTIME, Keyword.LOCALTIMESTAMP -> clock(kind);
      case Keyword.COALESCE -> new CoalesceExpr(g.expressions.parenthesizedList(), location);
      case Keyword.GREATEST -> minMax(true);
      case Keyword.LEAST -> minMax(false);
      default -> inParentheses(kind);
    };
  }

  private Expr value(SqlValueFunctionOp op) {
    return new SqlValueFunction(op, -1, location);
  }

  private Expr minMax(boolean greatest) {
    return new MinMaxExpr(greatest, g.expressions.parenthesizedList(), location);
  }

  private Expr clock(int kind) {
    boolean precise = t.accept('(');
    int precision = precise ? t.iconst() : -1;
    if (precise) {
      t.expect(')');
    }
    return new SqlValueFunction(clockOp(kind, precise), precision, location);
  }

  private static SqlValueFunctionOp clockOp(int kind, boolean precise) {
    return switch (kind) {
      case Keyword.CURRENT_TIME ->
          precise ? SqlValueFunctionOp.CURRENT_TIME_N : SqlValueFunctionOp.CURRENT_TIME;
      case Keyword.CURRENT_TIMESTAMP ->
          precise ? SqlValueFunctionOp.CURRENT_TIMESTAMP_N : SqlValueFunctionOp.CURRENT_TIMESTAMP;
      case Keyword.LOCALTIME ->
          precise ? SqlValueFunctionOp.LOCALTIME_N : SqlValueFunctionOp.LOCALTIME;
      default -> precise ? SqlValueFunctionOp.LOCALTIMESTAMP_N : SqlValueFunctionOp.LOCALTIMESTAMP;
    };
  }

  private Expr inParentheses(int kind) {
    if (kind == Keyword.COLLATION) {
      t.expect(Keyword.FOR);
      Expr arg = g.expressions.parenthesizedExpr();
      return FuncCall.ofSqlSyntax("pg_collation_for", List.of(arg), location);
    }
    t.expect('(');
    Expr call =
        switch (kind) {
          case Keyword.CAST -> cast();
          case Keyword.TREAT -> treat();
          case Keyword.NULLIF -> nullIf();
          case Keyword.EXTRACT -> extract();
          case Keyword.NORMALIZE -> normalize();
          case Keyword.OVERLAY -> overlay();
          case Keyword.POSITION -> position();
          case Keyword.SUBSTRING -> substring();
          default -> trim();
        };
    t.expect(')');
    return call;
  }

  private Expr sqlCall(String name, List<Expr> args) {
    return FuncCall.ofSqlSyntax(name, args, location);
  }

  private Expr cast() {
    Expr arg = g.expressions.aExpr();
    t.expect(Keyword.AS);
    return new TypeCast(arg, g.types.typename(), location);
  }

  private Expr treat() {
    Expr arg = g.expressions.aExpr();
    t.expect(Keyword.AS);
    TypeName type = g.types.typename();
    String last = type.names().get(type.names().size() - 1);
    return FuncCall.of(List.of("pg_catalog", last), List.of(arg), location);
  }

  private Expr nullIf() {
    Expr left = g.expressions.aExpr();
    t.expect(',');
    Expr right = g.expressions.aExpr();
    return new AExpr(AExprKind.NULLIF, List.of("="), Optional.of(left), right, location);
  }

  private Expr extract() {
    int at = t.location();
    switch (t.kind()) {
      case Token.IDENT, Token.SCONST -> {}
      case Keyword.YEAR, Keyword.MONTH, Keyword.DAY -> {}
      case Keyword.HOUR, Keyword.MINUTE, Keyword.SECOND -> {}
      default -> throw t.syntaxError();
    }
    Expr field = new AConst(new StringValue(t.take()), at);
    t.expect(Keyword.FROM);
    return sqlCall("extract", List.of(field, g.expressions.aExpr()));
  }

  private Expr normalize() {
    Expr text = g.expressions.aExpr();
    if (!t.accept(',')) {
      return sqlCall("normalize", List.of(text));
    }
    Expr form = new Predicates(g, g.expressions).normalForm();
    return sqlCall("normalize", List.of(text, form));
  }

  private Expr position() {
    Expr part = g.expressions.bExpr();
    t.expect(Keyword.IN);
    return sqlCall("position", List.of(g.expressions.bExpr(), part));
  }

  /** Whether the ordinary syntax is used: no argument, a named one, or a list. */
  private boolean isOrdinary() {
    int second = t.second();
    return t.is(')')
        || (Keyword.isTypeFunctionName(t.kind())
            && (second == Token.COLON_EQUALS || second == Token.EQUALS_GREATER));
  }

  private Expr ordinary(String name, List<Expr> first) {
    List<Expr> args = new ArrayList<>(first);
    if (first.isEmpty() && !t.is(')')) {
      args.add(g.primaries.calls().argument());
    }
    while (!args.isEmpty() && t.accept(',')) {
      args.add(g.primaries.calls().argument());
    }
    return FuncCall.of(List.of(name), List.copyOf(args), location);
  }

  private Expr overlay() {
    if (isOrdinary()) {
      return ordinary("overlay", List.of());
    }
    Expr text = g.expressions.aExpr();
    if (!t.accept(Keyword.PLACING)) {
      return ordinary("overlay", List.of(text));
    }
    List<Expr> args = new ArrayList<>();
    args.add(text);
    args.add(g.expressions.aExpr());
    t.expect(Keyword.FROM);
    args.add(g.expressions.aExpr());
    if (t.accept(Keyword.FOR)) {
      args.add(g.expressions.aExpr());
    }
    return sqlCall("overlay", List.copyOf(args));
  }

  private Expr substring() {
    if (isOrdinary()) {
      return ordinary("substring", List.of());
    }
    Expr text = g.expressions.parse(Expressions.SUBSTRING);
    int kind = t.kind();
    if (kind != Keyword.FROM && kind != Keyword.FOR && kind != Keyword.SIMILAR) {
      return ordinary("substring", List.of(text));
    }
    t.advance();
    Expr first = g.expressions.aExpr();
    if (kind == Keyword.SIMILAR) {
      t.expect(Keyword.ESCAPE);
      return sqlCall("substring", List.of(text, first, g.expressions.aExpr()));
    }
    if (kind == Keyword.FROM) {
      return t.accept(Keyword.FOR)
          ? sqlCall("substring", List.of(text, first, g.expressions.aExpr()))
          : sqlCall("substring", List.of(text, first));
    }
    if (t.accept(Keyword.FROM)) {
      return sqlCall("substring", List.of(text, g.expressions.aExpr(), first));
    }
    // Without a start the length is cast, so that no other substring() is meant.
    Expr length = new TypeCast(first, Types.system("int4", List.of(), -1), -1);
    return sqlCall("substring", List.of(text, Types.integer(1, -1), length));
  }

  private Expr trim() {
    String name =
        switch (t.kind()) {
          case Keyword.LEADING -> "ltrim";
          case Keyword.TRAILING -> "rtrim";
          default -> "btrim";
        };
    if (!name.equals("btrim") || t.is(Keyword.BOTH)) {
      t.advance();
    }
    if (t.accept(Keyword.FROM)) {
      return sqlCall(name, g.expressions.exprList());
    }
    List<Expr> args = g.expressions.exprList();
    if (args.size() > 1 || !t.accept(Keyword.FROM)) {
      return sqlCall(name, args);
    }
    List<Expr> all = new ArrayList<>(g.expressions.exprList());
    all.addAll(args);
    return sqlCall(name, List.copyOf(all));
  }
}
