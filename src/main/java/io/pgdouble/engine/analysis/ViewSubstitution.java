package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.ViewOptions;
import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionMapper;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Modification;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryMapper;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.TargetEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what a view reads in the view's place ({@code ReplaceVarsFromTargetList}). */
final class ViewSubstitution {
  private final int relation;
  private final RelationEntry view;
  private final Query query;
  private final RelationEntry base;
  private boolean replaced;

  ViewSubstitution(int relation, RelationEntry view, Query query, RelationEntry base) {
    this.relation = relation;
    this.view = view;
    this.query = query;
    this.base = base;
  }

  /** A statement with the view's columns replaced, and the view itself. */
  Query of(Query statement) {
    return new Replacing().query(statement, 0);
  }

  /** Whether there were any of the view's columns. */
  boolean hasReplaced() {
    return replaced;
  }

  /** A condition of the view's query, as one of the statement. */
  Expression condition(Expression own) {
    return new Moving().map(own);
  }

  /** The statement with its target replaced, and the view's condition beside its own. */
  Query with(
      Query statement, Optional<Expression> condition, Modification writing, ViewOptions options) {
    List<RangeEntry> entries = new ArrayList<>(statement.rangeTable());
    String name = entries.get(relation).name();
    entries.set(
        relation,
        new RangeEntry.Relation(
            name, base, Optional.empty(), FromClause.columns(base), withHeirs()));
    return statement
        .withRowMarks(entries, statement.rowMarks())
        .withModification(
            options.barrier()
                ? both(condition, statement.where())
                : both(statement.where(), condition),
            writing);
  }

  /** Whether the view reads the tables that inherit from its table as well. */
  private boolean withHeirs() {
    FromNode.Range read = (FromNode.Range) query.from().get(0);
    return ((RangeEntry.Relation) query.rangeTable().get(read.relation())).inh();
  }

  private static Optional<Expression> both(Optional<Expression> one, Optional<Expression> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() ? one : other;
    }
    return Optional.of(
        new Expression.BoolExpr(BoolOperator.AND, List.of(one.get(), other.get()), -1));
  }

  /** What a column of the view is, seen from the statement. */
  private Expression column(int attribute) {
    List<TargetEntry> targets = query.visibleTargets();
    if (attribute > 0) {
      return new Moving().map(targets.get(attribute - 1).expression());
    }
    List<Expression> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      values.add(new Moving().map(targets.get(i).expression()));
      names.add(view.attributes().get(i).name());
    }
    return new Expression.RowExpr(view.rowType(), values, names, CallForm.EXPLICIT_CALL, -1);
  }

  /** Replaces the view's columns, in queries inside as well. */
  private final class Replacing extends ExpressionMapper {
    private int depth;

    Query query(Query statement, int level) {
      int outer = depth;
      depth = level;
      Query mapped = new QueryMapper(this, inner -> query(inner, level + 1)).map(statement);
      depth = outer;
      return mapped;
    }

    @Override
    protected Query query(Query inner) {
      return query(inner, depth + 1);
    }

    /** The value as a query inside sees it. */
    private Expression seen(Expression value) {
      if (depth == 0) {
        return value;
      }
      if (value instanceof Expression.Var column) {
        return column.at(depth, column.location());
      }
      throw Complaint.notSimulated("a subquery's reference to such a column of a view");
    }

    @Override
    public Expression onVar(Expression.Var node) {
      boolean ofView = node.levelsUp() == depth && node.relation() == relation;
      replaced |= ofView;
      return ofView ? seen(column(node.attribute())) : node;
    }
  }

  /** Moves expressions of the view's query into the statement: they are of its target. */
  private final class Moving extends ExpressionMapper {
    private int depth;

    @Override
    protected Query query(Query inner) {
      depth++;
      Query mapped = new QueryMapper(this, this::query).map(inner);
      depth--;
      return mapped;
    }

    @Override
    public Expression onVar(Expression.Var node) {
      return node.levelsUp() == depth
          ? new Expression.Var(
              node.levelsUp(),
              relation,
              node.attribute(),
              node.type(),
              node.typmod(),
              node.collation(),
              node.location())
          : node;
    }
  }
}
