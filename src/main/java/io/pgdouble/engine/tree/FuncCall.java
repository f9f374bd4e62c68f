package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/**
 * A function call; {@code sqlSyntax} if it was written in the special syntax SQL gives it (EXTRACT,
 * AT TIME ZONE).
 */
public record FuncCall(
    List<String> funcname,
    List<Expr> args,
    List<SortBy> aggOrder,
    Optional<Expr> aggFilter,
    Optional<WindowDef> over,
    boolean aggWithinGroup,
    boolean aggStar,
    boolean aggDistinct,
    boolean funcVariadic,
    boolean sqlSyntax,
    int location)
    implements Expr {
  /** A plain call: no ORDER BY, FILTER, OVER or star. */
  public static FuncCall of(List<String> funcname, List<Expr> args, int location) {
    return new FuncCall(
        funcname,
        args,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        false,
        false,
        location);
  }

  /** A call written in SQL's special syntax, of a function in pg_catalog. */
  public static FuncCall ofSqlSyntax(String name, List<Expr> args, int location) {
    return new FuncCall(
        List.of("pg_catalog", name),
        args,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        false,
        true,
        location);
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.funcCall(this);
  }
}
