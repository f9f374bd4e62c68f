package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.AExpr;
import io.pgdouble.engine.tree.AExprKind;
import io.pgdouble.engine.tree.BoolTestType;
import io.pgdouble.engine.tree.BooleanTest;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.ExprList;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.JsonEncoding;
import io.pgdouble.engine.tree.JsonFormat;
import io.pgdouble.engine.tree.JsonFormatType;
import io.pgdouble.engine.tree.JsonIsPredicate;
import io.pgdouble.engine.tree.JsonItemType;
import io.pgdouble.engine.tree.NullTest;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.SubLink;
import io.pgdouble.engine.tree.SubLinkType;
import io.pgdouble.engine.tree.XmlExpr;
import io.pgdouble.engine.tree.XmlExprOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The predicates that are words: IS …, LIKE, IN, BETWEEN and their negations. */
final class Predicates {
  private final Grammar g;
  private final Tokens t;
  private final Expressions expressions;

  Predicates(Grammar grammar, Expressions expressions) {
    this.g = grammar;
    this.t = grammar.t;
    this.expressions = expressions;
  }

  /** IS and all that can follow it, ISNULL and NOTNULL. */
  Expr is(Expr left, int mode) {
    int location = t.location();
    int kind = t.kind();
    t.advance();
    if (kind != Keyword.IS) {
      return new NullTest(kind == Keyword.ISNULL, left, location);
    }
    boolean negated = t.accept(Keyword.NOT);
    if (t.accept(Keyword.DISTINCT)) {
      return distinct(left, negated, new Context(mode, location));
    }
    if (t.accept(Keyword.DOCUMENT)) {
      List<Expr> args = List.of(left);
      XmlExprOp op = XmlExprOp.IS_DOCUMENT;
      Expr test = new XmlExpr(op, "", List.of(), args, false, location);
      return negated ? Expressions.not(test, location) : test;
    }
    if (mode == Expressions.RESTRICTED) {
      throw t.syntaxError();
    }
    return isTest(left, negated, location);
  }

  private record Context(int mode, int location) {}

  private Expr distinct(Expr left, boolean negated, Context context) {
    t.expect(Keyword.FROM);
    Expr right = expressions.operand(Precedence.IS, context.mode());
    expressions.rejectLevel(Precedence.IS);
    AExprKind kind = negated ? AExprKind.NOT_DISTINCT : AExprKind.DISTINCT;
    return new AExpr(kind, List.of("="), Optional.of(left), right, context.location());
  }

  private Expr isTest(Expr left, boolean negated, int location) {
    int kind = t.kind();
    switch (kind) {
      case Keyword.NULL -> {
        t.advance();
        return new NullTest(!negated, left, location);
      }
      case Keyword.TRUE, Keyword.FALSE, Keyword.UNKNOWN -> {
        t.advance();
        return new BooleanTest(booleanTest(kind, negated), left, location);
      }
      case Keyword.JSON -> {
        t.advance();
        Expr test = isJson(left);
        return negated ? Expressions.not(test, test.location()) : test;
      }
      default -> {
        Expr test = isNormalized(left, location);
        return negated ? Expressions.not(test, location) : test;
      }
    }
  }

  private static BoolTestType booleanTest(int kind, boolean negated) {
    return switch (kind) {
      case Keyword.TRUE -> negated ? BoolTestType.IS_NOT_TRUE : BoolTestType.IS_TRUE;
      case Keyword.FALSE -> negated ? BoolTestType.IS_NOT_FALSE : BoolTestType.IS_FALSE;
      default -> negated ? BoolTestType.IS_NOT_UNKNOWN : BoolTestType.IS_UNKNOWN;
    };
  }

  private Expr isNormalized(Expr left, int location) {
    List<Expr> args = List.of(left);
    if (isNormalForm(t.kind())) {
      args = List.of(left, normalForm());
    }
    t.expect(Keyword.NORMALIZED);
    return FuncCall.ofSqlSyntax("is_normalized", args, location);
  }

  static boolean isNormalForm(int kind) {
    return switch (kind) {
      case Keyword.NFC, Keyword.NFD, Keyword.NFKC, Keyword.NFKD -> true;
      default -> false;
    };
  }

  /** {@code unicode_normal_form}, as the string constant it becomes. */
  AConst normalForm() {
    if (!isNormalForm(t.kind())) {
      throw t.syntaxError();
    }
    int location = t.location();
    String form = t.take().toUpperCase(java.util.Locale.ROOT);
    return new AConst(new StringValue(form), location);
  }

  private Expr isJson(Expr left) {
    JsonItemType type =
        switch (t.kind()) {
          case Keyword.VALUE -> JsonItemType.ANY;
          case Keyword.ARRAY -> JsonItemType.ARRAY;
          case Keyword.OBJECT -> JsonItemType.OBJECT;
          case Keyword.SCALAR -> JsonItemType.SCALAR;
          default -> JsonItemType.ANY;
        };
    if (type != JsonItemType.ANY || t.is(Keyword.VALUE)) {
      t.advance();
    }
    boolean unique = JsonFunctions.uniqueKeys(t);
    JsonFormat format = new JsonFormat(JsonFormatType.DEFAULT, JsonEncoding.DEFAULT, -1);
    int location = io.pgdouble.engine.tree.Locations.of(left);
    return new JsonIsPredicate(left, format, type, unique, location);
  }

  /** LIKE, ILIKE, SIMILAR TO, BETWEEN, IN, with or without NOT. */
  Expr match(Expr left) {
    int location = t.location();
    boolean negated = t.accept(Token.NOT_LA);
    int kind = t.kind();
    t.advance();
    return switch (kind) {
      case Keyword.IN -> in(left, negated, location);
      case Keyword.BETWEEN -> between(left, negated, location);
      case Keyword.SIMILAR -> similar(left, negated ? "!~" : "~", location);
      case Keyword.LIKE -> like(AExprKind.LIKE, left, negated ? "!~~" : "~~", location);
      default -> like(AExprKind.ILIKE, left, negated ? "!~~*" : "~~*", location);
    };
  }

  private Expr like(AExprKind kind, Expr left, String operator, int location) {
    List<String> name = List.of(operator);
    if (Expressions.isQuantifier(t.kind())) {
      return expressions.quantified(left, name, location);
    }
    Expr pattern = pattern();
    if (t.accept(Keyword.ESCAPE)) {
      List<Expr> args = List.of(pattern, pattern());
      pattern = FuncCall.of(List.of("pg_catalog", "like_escape"), args, location);
    }
    expressions.rejectLevel(Precedence.LIKE);
    return new AExpr(kind, name, Optional.of(left), pattern, location);
  }

  private Expr pattern() {
    return expressions.operand(Precedence.LIKE, Expressions.ANY);
  }

  private Expr similar(Expr left, String operator, int location) {
    t.expect(Keyword.TO);
    List<Expr> args = new ArrayList<>();
    args.add(pattern());
    if (t.accept(Keyword.ESCAPE)) {
      args.add(pattern());
    }
    expressions.rejectLevel(Precedence.LIKE);
    List<String> function = List.of("pg_catalog", "similar_to_escape");
    Expr pattern = FuncCall.of(function, List.copyOf(args), location);
    List<String> name = List.of(operator);
    return new AExpr(AExprKind.SIMILAR, name, Optional.of(left), pattern, location);
  }

  private Expr between(Expr left, boolean negated, int location) {
    boolean symmetric = t.accept(Keyword.SYMMETRIC);
    if (!symmetric) {
      t.accept(Keyword.ASYMMETRIC);
    }
    Expr low = expressions.bExpr();
    t.expect(Keyword.AND);
    Expr high = expressions.operand(Precedence.LIKE, Expressions.ANY);
    expressions.rejectLevel(Precedence.LIKE);
    AExprKind plain = negated ? AExprKind.NOT_BETWEEN : AExprKind.BETWEEN;
    AExprKind either = negated ? AExprKind.NOT_BETWEEN_SYM : AExprKind.BETWEEN_SYM;
    String name = (negated ? "NOT " : "") + "BETWEEN" + (symmetric ? " SYMMETRIC" : "");
    Expr bounds = new ExprList(List.of(low, high));
    AExprKind kind = symmetric ? either : plain;
    return new AExpr(kind, List.of(name), Optional.of(left), bounds, location);
  }

  private Expr in(Expr left, boolean negated, int location) {
    t.expect('(');
    Object first = g.primaries.exprOrSelect();
    if (first instanceof SelectStmt select) {
      t.expect(')');
      SubLinkType any = SubLinkType.ANY;
      Expr link = new SubLink(any, Optional.of(left), List.of(), select, location);
      return negated ? Expressions.not(link, location) : link;
    }
    List<Expr> items = new ArrayList<>();
    items.add((Expr) first);
    while (t.accept(',')) {
      items.add(expressions.aExpr());
    }
    t.expect(')');
    List<String> name = List.of(negated ? "<>" : "=");
    Expr list = new ExprList(List.copyOf(items));
    return new AExpr(AExprKind.IN, name, Optional.of(left), list, location);
  }
}
