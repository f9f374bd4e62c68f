package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Joins;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.error.ErrorReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in the conditions of a join an equality by which the rows of one side can be looked up
 * ({@code hash joins}): the join need not try every pair.
 */
final class EqualityKeys {
  /** Functions under which values are equal exactly where Java's own equality holds. */
  private static final Set<String> EXACT =
      Set.of(
          "int2eq",
          "int4eq",
          "int8eq",
          "oideq",
          "chareq",
          "nameeq",
          "texteq",
          "nameeqtext",
          "texteqname");

  private final ExpressionCompiler compiler;
  private final Set<Integer> left;
  private final Set<Integer> right;

  EqualityKeys(ExpressionCompiler compiler, Set<Integer> left, Set<Integer> right) {
    this.compiler = compiler;
    this.left = left;
    this.right = right;
  }

  Optional<Joins.Keys> find(List<Expression> conditions) {
    return conditions.stream().map(this::of).flatMap(Optional::stream).findFirst();
  }

  private Optional<Joins.Keys> of(Expression condition) {
    boolean equality =
        condition instanceof Expression.OpExpr comparison
            && EXACT.contains(comparison.function().source())
            && !Volatility.isVolatile(condition);
    if (!equality) {
      return Optional.empty();
    }
    if (((Expression.OpExpr) condition).inputCollation() == CallSite.UNDETERMINED) {
      throw ErrorReport.notSimulated("a join by columns of different collations").toException();
    }
    List<Expression> sides = ((Expression.OpExpr) condition).arguments();
    Optional<Joins.Keys> asWritten = keys(sides.get(0), sides.get(1));
    return asWritten.isPresent() ? asWritten : keys(sides.get(1), sides.get(0));
  }

  private Optional<Joins.Keys> keys(Expression ofLeft, Expression ofRight) {
    return isOf(left, ofLeft) && isOf(right, ofRight)
        ? Optional.of(new Joins.Keys(compiler.compile(ofLeft), compiler.compile(ofRight)))
        : Optional.empty();
  }

  private static boolean isOf(Set<Integer> side, Expression expression) {
    Set<Integer> used = RelationFinder.relations(expression);
    return !used.isEmpty() && side.containsAll(used);
  }
}
