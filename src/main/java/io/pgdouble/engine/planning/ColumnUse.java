package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryExpressions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which columns of a relation a query uses. */
final class ColumnUse extends ExpressionWalker {
  private final int relation;
  private final int all;
  private final TreeSet<Integer> used = new TreeSet<>();
  private final TreeSet<Integer> system = new TreeSet<>();
  private int depth;

  private ColumnUse(int relation, int all) {
    this.relation = relation;
    this.all = all;
  }

  /**
   * The columns.
   *
   * @param relation index in the query's range table
   * @param all how many columns it has
   * @return indexes from 0
   */
  static List<Integer> of(Query query, int relation, int all) {
    ColumnUse use = new ColumnUse(relation, all);
    QueryExpressions.walk(query, use, use::query);
    return new ArrayList<>(use.used);
  }

  /** The numbers of the columns, those of the system's own among them. */
  static List<Integer> numbers(Query query, int relation, int all) {
    ColumnUse use = new ColumnUse(relation, all);
    QueryExpressions.walk(query, use, use::query);
    return use.numbers();
  }

  /** The same of a single expression. */
  static List<Integer> numbers(Expression expression, int relation, int all) {
    ColumnUse use = new ColumnUse(relation, all);
    use.walk(expression);
    return use.numbers();
  }

  private List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>(system);
    used.forEach(index -> numbers.add(index + 1));
    return numbers;
  }

  @Override
  public Boolean onVar(Expression.Var node) {
    if (node.levelsUp() != depth || node.relation() != relation) {
      return false;
    }
    if (node.attribute() > 0) {
      used.add(node.attribute() - 1);
    }
    if (node.attribute() < 0) {
      system.add(node.attribute());
    }
    if (node.attribute() != 0) {
      return false;
    }
    for (int i = 0; i < all; i++) {
      used.add(i);
    }
    return false;
  }

  @Override
  protected boolean query(Query query) {
    depth++;
    QueryExpressions.walk(query, this, this::query);
    depth--;
    return false;
  }
}
