package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryExpressions;

/** Whether an expression's value can change between evaluations ({@code contain_*_functions}). */
public class Volatility extends ExpressionWalker {
  private static final Volatility MUTABLE = new Volatility('i');
  private static final Volatility VOLATILE = new Volatility('s');
  private static final Volatility VOLATILE_ITSELF = new WithoutSubqueries();

  /** Does not look into subqueries. */
  private static final class WithoutSubqueries extends Volatility {
    WithoutSubqueries() {
      super('s');
    }

    @Override
    protected boolean query(Query query) {
      return false;
    }
  }

  /** {@code contain_volatile_functions_not_nextval}. */
  private static final Volatility VOLATILE_BUT_NEXTVAL = new Volatility('s', "nextval");

  /** The most changeable volatility that is let pass. */
  private final char allowed;

  /** A function that is let pass in any case. */
  private final String exception;

  private Volatility(char allowed) {
    this(allowed, "");
  }

  private Volatility(char allowed, String exception) {
    this.allowed = allowed;
    this.exception = exception;
  }

  /** Whether something in it is volatile, other than the next value of a sequence. */
  public static boolean changesByItself(Expression expression) {
    return VOLATILE_BUT_NEXTVAL.walk(expression);
  }

  /** Whether something in it is not immutable. */
  public static boolean isMutable(Expression expression) {
    return MUTABLE.walk(expression);
  }

  /** Whether something in it is volatile. */
  public static boolean isVolatile(Expression expression) {
    return VOLATILE.walk(expression);
  }

  /** The same, but for what is in its subqueries. */
  static boolean isVolatileItself(Expression expression) {
    return VOLATILE_ITSELF.walk(expression);
  }

  /** Whether something in a query is volatile. */
  static boolean isVolatile(Query query) {
    return VOLATILE.query(query);
  }

  private boolean exceeds(ProcEntry function) {
    char volatility = function.volatility();
    boolean excepted = function.name().equals(exception) && function.schema().equals("pg_catalog");
    return volatility == 'v' && !excepted || volatility == 's' && allowed == 'i';
  }

  @Override
  public Boolean onFuncExpr(Expression.FuncExpr node) {
    return exceeds(node.function()) || super.onFuncExpr(node);
  }

  @Override
  public Boolean onSqlFunctionExpr(Expression.SqlFunctionExpr node) {
    return walk(node.body().expression()) || super.onSqlFunctionExpr(node);
  }

  @Override
  public Boolean onOpExpr(Expression.OpExpr node) {
    return exceeds(node.function()) || super.onOpExpr(node);
  }

  @Override
  public Boolean onScalarArrayOpExpr(Expression.ScalarArrayOpExpr node) {
    return exceeds(node.function()) || super.onScalarArrayOpExpr(node);
  }

  @Override
  public Boolean onSqlValueFunction(Expression.SqlValueFunction node) {
    return allowed == 'i';
  }

  @Override
  public Boolean onCoerceViaIO(Expression.CoerceViaIO node) {
    boolean mutable =
        allowed == 'i'
            && (TextForms.isMutable(node.type()) || TextForms.isMutable(node.argument().type()));
    return mutable || super.onCoerceViaIO(node);
  }

  @Override
  public Boolean onSubLink(Expression.SubLink node) {
    return allowed == 'i' || super.onSubLink(node);
  }

  @Override
  protected boolean query(Query query) {
    return QueryExpressions.walk(query, this, this::query);
  }
}
