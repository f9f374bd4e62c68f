package io.pgdouble.engine.command;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.type.TypeOid;
import java.util.LinkedHashSet;
import java.util.Set;

/** What an expression needs ({@code dependency.c: find_expr_references_walker}). */
final class ExpressionDependencies {
  private final CatalogRows rows;
  private final ObjectAddress object;

  ExpressionDependencies(CatalogRows rows, ObjectAddress object) {
    this.rows = rows;
    this.object = object;
  }

  /** Notes all that an expression over the columns of a table needs. */
  void record(Expression expression, long relation) {
    Finder finder = new Finder(relation);
    finder.walk(expression);
    finder.found.forEach(one -> rows.depend(object, one, 'n'));
  }

  /** Of an index: its columns are dropped with those of the table. */
  void ofPart(Expression expression, long relation) {
    Finder finder = new Finder(relation);
    finder.walk(expression);
    for (ObjectAddress one : finder.found) {
      boolean own = one.catalog() == ObjectAddress.RELATION && one.oid() == relation;
      rows.depend(object, one, own ? 'a' : 'n');
    }
  }

  /** Columns are noted by who owns the expression. */
  static Set<Integer> columns(Expression expression) {
    Finder finder = new Finder(0);
    finder.walk(expression);
    return finder.columns;
  }

  private static final class Finder extends ExpressionWalker {
    private final long relation;
    private final Set<ObjectAddress> found = new LinkedHashSet<>();
    private final Set<Integer> columns = new LinkedHashSet<>();

    Finder(long relation) {
      this.relation = relation;
    }

    private void type(int oid) {
      found.add(ObjectAddress.type(Integer.toUnsignedLong(oid)));
    }

    @Override
    public Boolean onVar(Expression.Var node) {
      columns.add(node.attribute());
      if (relation != 0) {
        found.add(ObjectAddress.column(relation, node.attribute()));
      }
      return super.onVar(node);
    }

    @Override
    public Boolean onConst(Expression.Const node) {
      type(node.type());
      if (node.type() == TypeOid.REGCLASS && node.value() instanceof Long oid) {
        found.add(ObjectAddress.relation(oid));
      }
      return super.onConst(node);
    }

    @Override
    public Boolean onFuncExpr(Expression.FuncExpr node) {
      found.add(
          new ObjectAddress(ObjectAddress.PROC, Integer.toUnsignedLong(node.function().oid()), 0));
      return super.onFuncExpr(node);
    }

    /** One whose body stands in its place is called all the same. */
    @Override
    public Boolean onSqlFunctionExpr(Expression.SqlFunctionExpr node) {
      return onFuncExpr(node.call());
    }

    @Override
    public Boolean onRelabelType(Expression.RelabelType node) {
      type(node.type());
      return super.onRelabelType(node);
    }

    @Override
    public Boolean onCoerceToDomain(Expression.CoerceToDomain node) {
      type(node.type());
      return super.onCoerceToDomain(node);
    }

    @Override
    public Boolean onCoerceViaIO(Expression.CoerceViaIO node) {
      type(node.type());
      return super.onCoerceViaIO(node);
    }
  }
}
