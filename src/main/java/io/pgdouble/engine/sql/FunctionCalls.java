package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.NamedArgExpr;
import io.pgdouble.engine.tree.SortBy;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.engine.tree.WindowDef;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Function calls in the ordinary syntax ({@code gram.y: func_application, func_expr}). */
final class FunctionCalls {
  private final Grammar g;
  private final Tokens t;

  FunctionCalls(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** A function with a syntax of its own, if one begins here ({@code func_expr}). */
  Optional<Expr> special() {
    if (JsonFunctions.startsAggregate(t)) {
      return Optional.of(new JsonFunctions(g).windowedAggregate());
    }
    return commonSubexpr();
  }

  private Optional<Expr> commonSubexpr() {
    if (SpecialFunctions.starts(t)) {
      return Optional.of(new SpecialFunctions(g).call());
    }
    if (XmlFunctions.starts(t)) {
      return Optional.of(new XmlFunctions(g).call());
    }
    return JsonFunctions.starts(t) ? Optional.of(new JsonFunctions(g).call()) : Optional.empty();
  }

  /** {@code func_expr_windowless}. */
  Expr windowless() {
    if (t.kind() != Token.IDENT) {
      if (JsonFunctions.startsAggregate(t)) {
        return new JsonFunctions(g).aggregate();
      }
      Optional<Expr> special = commonSubexpr();
      if (special.isPresent()) {
        return special.get();
      }
    }
    return application();
  }

  /** {@code func_application}. */
  FuncCall application() {
    int location = t.location();
    return application(functionName(), location);
  }

  /** {@code func_name}. */
  List<String> functionName() {
    int kind = t.kind();
    if (!Keyword.isColId(kind)) {
      return List.of(g.names.typeFunctionName());
    }
    String first = t.take();
    if (g.names.startsIndirection()) {
      return g.names.namesOnly(first, g.names.indirection());
    }
    if (!Keyword.isTypeFunctionName(kind)) {
      throw t.syntaxError();
    }
    return List.of(first);
  }

  /** A call, or a literal of a named type, with the name consumed. */
  Expr callOrConstant(List<String> name, int location) {
    if (t.is(Token.SCONST)) {
      return typedConstant(name, List.of(), location);
    }
    int before = t.consumed();
    FuncCall call = application(name, location);
    if (t.is(Token.SCONST) && isPlain(call, t.consumed() - before)) {
      return constantWithModifiers(call, location);
    }
    return withClauses(call);
  }

  private static boolean isPlain(FuncCall call, int tokens) {
    return !call.funcVariadic() && !call.aggDistinct() && !call.aggStar() && tokens > 2;
  }

  private Expr constantWithModifiers(FuncCall call, int location) {
    for (Expr arg : call.args()) {
      if (arg instanceof NamedArgExpr named) {
        String message = "type modifier cannot have parameter name";
        throw t.error(SqlState.SYNTAX_ERROR, message, named.location());
      }
    }
    if (!call.aggOrder().isEmpty()) {
      String message = "type modifier cannot have ORDER BY";
      throw t.error(SqlState.SYNTAX_ERROR, message, orderLocation);
    }
    return typedConstant(call.funcname(), call.args(), location);
  }

  private Expr typedConstant(List<String> name, List<Expr> typmods, int location) {
    TypeName type = new TypeName(name, false, false, typmods, List.of(), location);
    return new TypeCast(g.primaries.stringConstant(), type, -1);
  }

  private int orderLocation;

  /** The same with the name consumed. */
  FuncCall application(List<String> name, int location) {
    t.expect('(');
    if (t.accept(')')) {
      return FuncCall.of(name, List.of(), location);
    }
    if (t.accept('*')) {
      t.expect(')');
      return call(name, List.of(), new Form(true, false, false, location));
    }
    boolean distinct = t.accept(Keyword.DISTINCT);
    boolean quantified = distinct || t.accept(Keyword.ALL);
    List<Expr> args = new ArrayList<>();
    boolean variadic = false;
    do {
      variadic = !quantified && t.accept(Keyword.VARIADIC);
      args.add(argument());
    } while (!variadic && t.accept(','));
    FuncCall call = call(name, List.copyOf(args), new Form(false, distinct, variadic, location));
    orderLocation = t.location();
    List<SortBy> order = g.selects.optSortClause();
    t.expect(')');
    return order.isEmpty() ? call : withOrder(call, order);
  }

  private record Form(boolean star, boolean distinct, boolean variadic, int location) {}

  private static FuncCall call(List<String> name, List<Expr> args, Form form) {
    return new FuncCall(
        name,
        args,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        form.star(),
        form.distinct(),
        form.variadic(),
        false,
        form.location());
  }

  private static FuncCall withOrder(FuncCall c, List<SortBy> order) {
    return new FuncCall(
        c.funcname(),
        c.args(),
        order,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        c.aggDistinct(),
        c.funcVariadic(),
        false,
        c.location());
  }

  /** {@code func_arg_expr}. */
  Expr argument() {
    int kind = t.kind();
    if (!Keyword.isTypeFunctionName(kind) || !isNaming(t.second())) {
      return g.expressions.aExpr();
    }
    int location = t.location();
    String name = t.take();
    t.advance();
    return new NamedArgExpr(name, g.expressions.aExpr(), location);
  }

  private static boolean isNaming(int kind) {
    return kind == Token.COLON_EQUALS || kind == Token.EQUALS_GREATER;
  }

  private Expr withClauses(FuncCall call) {
    int kind = t.kind();
    if (kind != Keyword.WITHIN && kind != Keyword.FILTER && kind != Keyword.OVER) {
      return call;
    }
    int location = t.location();
    List<SortBy> within = withinGroup();
    Optional<Expr> filter = optFilter();
    Optional<WindowDef> over = optOver();
    if (!within.isEmpty()) {
      checkWithinGroup(call, location);
    }
    return new FuncCall(
        call.funcname(),
        call.args(),
        within.isEmpty() ? call.aggOrder() : within,
        filter,
        over,
        !within.isEmpty(),
        call.aggStar(),
        call.aggDistinct(),
        call.funcVariadic(),
        false,
        call.location());
  }

  private List<SortBy> withinGroup() {
    if (!t.accept(Keyword.WITHIN)) {
      return List.of();
    }
    t.expect(Keyword.GROUP, '(');
    List<SortBy> order = g.selects.sortClause();
    t.expect(')');
    return order;
  }

  private void checkWithinGroup(FuncCall call, int location) {
    String complaint = "";
    if (!call.aggOrder().isEmpty()) {
      complaint = "multiple ORDER BY clauses";
    } else if (call.aggDistinct()) {
      complaint = "DISTINCT";
    } else if (call.funcVariadic()) {
      complaint = "VARIADIC";
    }
    if (!complaint.isEmpty()) {
      String message = "cannot use " + complaint + " with WITHIN GROUP";
      throw t.error(SqlState.SYNTAX_ERROR, message, location);
    }
  }

  Optional<Expr> optFilter() {
    if (!t.accept(Keyword.FILTER)) {
      return Optional.empty();
    }
    t.expect('(', Keyword.WHERE);
    Expr filter = g.expressions.aExpr();
    t.expect(')');
    return Optional.of(filter);
  }

  Optional<WindowDef> optOver() {
    return t.accept(Keyword.OVER) ? Optional.of(new Windows(g).over()) : Optional.empty();
  }
}
