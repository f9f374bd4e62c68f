package io.pgdouble.engine.expression;

/** Whether two expressions are the same but for their locations ({@code equal()}). */
public final class Sameness {
  private Sameness() {}

  public static boolean same(Expression one, Expression other) {
    return one.getClass() == other.getClass()
        && one.type() == other.type()
        && of(one).equals(of(other));
  }

  /** The expression without locations: equal objects for same expressions. */
  public static Expression of(Expression expression) {
    return Unlocated.MAPPER.map(expression);
  }
}
