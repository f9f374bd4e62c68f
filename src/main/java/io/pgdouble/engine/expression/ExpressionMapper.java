package io.pgdouble.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rebuilds an expression from its rebuilt parts ({@code expression_tree_mutator}); a node whose
 * parts all stay the same stays the same object. Subclasses treat the kinds they care for. Does not
 * go into subqueries unless {@link #query} is overridden. A table.
 */
public abstract class ExpressionMapper implements ExpressionHandler<Expression> {
  public Expression map(Expression node) {
    return node.accept(this);
  }

  /** The list with every element mapped; the same list if none changes. */
  public final List<Expression> map(List<Expression> nodes) {
    List<Expression> mapped = null;
    for (int i = 0; i < nodes.size(); i++) {
      Expression before = nodes.get(i);
      Expression after = map(before);
      if (mapped == null && after != before) {
        mapped = new ArrayList<>(nodes);
      }
      if (mapped != null) {
        mapped.set(i, after);
      }
    }
    return mapped == null ? nodes : mapped;
  }

  public final Optional<Expression> map(Optional<Expression> node) {
    if (node.isEmpty()) {
      return node;
    }
    Expression after = map(node.get());
    return after == node.get() ? node : Optional.of(after);
  }

  /** Whether {@link #map} gave back the node it was given: the same object, not an equal one. */
  private static boolean unchanged(Optional<Expression> after, Optional<Expression> before) {
    return after.isEmpty() ? before.isEmpty() : before.isPresent() && after.get() == before.get();
  }

  private List<Optional<Expression>> mapBounds(List<Optional<Expression>> bounds) {
    return bounds.stream().map(this::map).toList();
  }

  private List<CaseWhen> mapWhens(List<CaseWhen> whens) {
    return whens.stream().map(w -> new CaseWhen(map(w.condition()), map(w.result()))).toList();
  }

  private List<TargetEntry> mapTargets(List<TargetEntry> targets) {
    return targets.stream().map(t -> t.withExpression(map(t.expression()))).toList();
  }

  /** What becomes of the query of a SubLink. */
  protected Query query(Query query) {
    return query;
  }

  @Override
  public Expression onConst(Expression.Const node) {
    return node;
  }

  @Override
  public Expression onParam(Expression.Param node) {
    return node;
  }

  @Override
  public Expression onVar(Expression.Var node) {
    return node;
  }

  @Override
  public Expression onJoinColumn(Expression.JoinColumn node) {
    Expression value = map(node.value());
    return value == node.value()
        ? node
        : new Expression.JoinColumn(node.levelsUp(), node.written(), value, node.location());
  }

  @Override
  public Expression onFuncExpr(Expression.FuncExpr node) {
    List<Expression> arguments = map(node.arguments());
    return arguments == node.arguments() ? node : node.with(arguments);
  }

  @Override
  public Expression onSqlFunctionExpr(Expression.SqlFunctionExpr node) {
    List<Expression> arguments = map(node.arguments());
    return arguments == node.arguments() ? node : node.with(node.call().with(arguments));
  }

  @Override
  public Expression onOpExpr(Expression.OpExpr node) {
    List<Expression> arguments = map(node.arguments());
    return arguments == node.arguments()
        ? node
        : new Expression.OpExpr(
            node.operator(),
            node.function(),
            node.type(),
            node.inputCollation(),
            arguments,
            node.location());
  }

  @Override
  public Expression onDistinctExpr(Expression.DistinctExpr node) {
    List<Expression> arguments = map(node.arguments());
    return arguments == node.arguments()
        ? node
        : new Expression.DistinctExpr(
            node.operator(), node.function(), node.inputCollation(), arguments, node.location());
  }

  @Override
  public Expression onNullIfExpr(Expression.NullIfExpr node) {
    List<Expression> arguments = map(node.arguments());
    return arguments == node.arguments()
        ? node
        : new Expression.NullIfExpr(
            node.operator(),
            node.function(),
            node.type(),
            node.inputCollation(),
            arguments,
            node.location());
  }

  @Override
  public Expression onScalarArrayOpExpr(Expression.ScalarArrayOpExpr node) {
    List<Expression> arguments = map(node.arguments());
    return arguments == node.arguments()
        ? node
        : new Expression.ScalarArrayOpExpr(
            node.operator(),
            node.function(),
            node.quantifier(),
            node.inputCollation(),
            arguments,
            node.location());
  }

  @Override
  public Expression onBoolExpr(Expression.BoolExpr node) {
    List<Expression> arguments = map(node.arguments());
    return arguments == node.arguments()
        ? node
        : new Expression.BoolExpr(node.operator(), arguments, node.location());
  }

  @Override
  public Expression onCaseExpr(Expression.CaseExpr node) {
    Optional<Expression> argument = map(node.argument());
    List<CaseWhen> whens = mapWhens(node.whens());
    Expression otherwise = map(node.otherwise());
    return unchanged(argument, node.argument())
            && whens == node.whens()
            && otherwise == node.otherwise()
        ? node
        : new Expression.CaseExpr(node.type(), argument, whens, otherwise, node.location());
  }

  @Override
  public Expression onCaseTest(Expression.CaseTest node) {
    return node;
  }

  @Override
  public Expression onCoalesceExpr(Expression.CoalesceExpr node) {
    List<Expression> arguments = map(node.arguments());
    return arguments == node.arguments()
        ? node
        : new Expression.CoalesceExpr(node.type(), arguments, node.location());
  }

  @Override
  public Expression onMinMaxExpr(Expression.MinMaxExpr node) {
    List<Expression> arguments = map(node.arguments());
    return arguments == node.arguments()
        ? node
        : new Expression.MinMaxExpr(
            node.which(),
            node.comparison(),
            node.type(),
            node.inputCollation(),
            arguments,
            node.location());
  }

  @Override
  public Expression onCoerceToDomain(Expression.CoerceToDomain node) {
    Expression argument = map(node.argument());
    return argument == node.argument()
        ? node
        : new Expression.CoerceToDomain(
            argument, node.type(), node.collation(), node.form(), node.location());
  }

  @Override
  public Expression onCoerceToDomainValue(Expression.CoerceToDomainValue node) {
    return node;
  }

  @Override
  public Expression onRelabelType(Expression.RelabelType node) {
    Expression argument = map(node.argument());
    return argument == node.argument()
        ? node
        : new Expression.RelabelType(
            argument, node.type(), node.typmod(), node.collation(), node.form(), node.location());
  }

  @Override
  public Expression onCoerceViaIO(Expression.CoerceViaIO node) {
    Expression argument = map(node.argument());
    return argument == node.argument()
        ? node
        : new Expression.CoerceViaIO(argument, node.type(), node.form(), node.location());
  }

  @Override
  public Expression onArrayCoerceExpr(Expression.ArrayCoerceExpr node) {
    Expression argument = map(node.argument());
    Expression element = map(node.element());
    return argument == node.argument() && element == node.element()
        ? node
        : new Expression.ArrayCoerceExpr(
            argument, element, node.type(), node.typmod(), node.form(), node.location());
  }

  @Override
  public Expression onConvertRowtypeExpr(Expression.ConvertRowtypeExpr node) {
    Expression argument = map(node.argument());
    return argument == node.argument()
        ? node
        : new Expression.ConvertRowtypeExpr(argument, node.type(), node.location());
  }

  @Override
  public Expression onArrayExpr(Expression.ArrayExpr node) {
    List<Expression> elements = map(node.elements());
    return elements == node.elements()
        ? node
        : new Expression.ArrayExpr(
            node.type(), node.elementType(), elements, node.nested(), node.location());
  }

  @Override
  public Expression onRowExpr(Expression.RowExpr node) {
    List<Expression> arguments = map(node.arguments());
    return arguments == node.arguments() ? node : node.with(arguments);
  }

  @Override
  public Expression onRowCompareExpr(Expression.RowCompareExpr node) {
    List<Expression> left = map(node.left());
    List<Expression> right = map(node.right());
    return left == node.left() && right == node.right()
        ? node
        : new Expression.RowCompareExpr(
            node.comparison(), node.operators(), node.functions(), left, right, node.location());
  }

  @Override
  public Expression onNullTest(Expression.NullTest node) {
    Expression argument = map(node.argument());
    return argument == node.argument()
        ? node
        : new Expression.NullTest(argument, node.negated(), node.row(), node.location());
  }

  @Override
  public Expression onBooleanTest(Expression.BooleanTest node) {
    Expression argument = map(node.argument());
    return argument == node.argument()
        ? node
        : new Expression.BooleanTest(argument, node.kind(), node.location());
  }

  @Override
  public Expression onSubscriptingRef(Expression.SubscriptingRef node) {
    List<Optional<Expression>> upper = mapBounds(node.upper());
    List<Optional<Expression>> lower = mapBounds(node.lower());
    Expression container = map(node.container());
    return upper == node.upper() && lower == node.lower() && container == node.container()
        ? node
        : new Expression.SubscriptingRef(
            node.containerType(),
            node.elementType(),
            node.type(),
            node.typmod(),
            node.collation(),
            upper,
            lower,
            container,
            node.location());
  }

  @Override
  public Expression onPartStore(Expression.PartStore node) {
    return new Expression.PartStore(
        map(node.container()),
        map(node.value()),
        node.shape(),
        node.field(),
        node.elementType(),
        mapBounds(node.upper()),
        mapBounds(node.lower()),
        node.type(),
        node.typmod(),
        node.collation(),
        node.location());
  }

  @Override
  public Expression onFieldSelect(Expression.FieldSelect node) {
    Expression argument = map(node.argument());
    return argument == node.argument()
        ? node
        : new Expression.FieldSelect(
            argument, node.field(), node.type(), node.typmod(), node.collation(), node.location());
  }

  @Override
  public Expression onSubLink(Expression.SubLink node) {
    Optional<Expression> test = map(node.test());
    Query query = query(node.query());
    return unchanged(test, node.test()) && query == node.query()
        ? node
        : new Expression.SubLink(
            node.kind(), test, query, node.type(), node.typmod(), node.location());
  }

  @Override
  public Expression onSubColumn(Expression.SubColumn node) {
    return node;
  }

  @Override
  public Expression onAggref(Expression.Aggref node) {
    List<Expression> direct = map(node.direct());
    List<TargetEntry> arguments = mapTargets(node.arguments());
    Optional<Expression> filter = map(node.filter());
    return direct == node.direct()
            && arguments == node.arguments()
            && unchanged(filter, node.filter())
        ? node
        : new Expression.Aggref(
            node.function(),
            node.aggregate(),
            node.type(),
            node.inputCollation(),
            direct,
            arguments,
            node.order(),
            node.distinct(),
            filter,
            node.variadic(),
            node.star(),
            node.levelsUp(),
            node.location());
  }

  @Override
  public Expression onGroupingFunc(Expression.GroupingFunc node) {
    List<Expression> arguments = map(node.arguments());
    return arguments == node.arguments()
        ? node
        : new Expression.GroupingFunc(arguments, node.location());
  }

  @Override
  public Expression onWindowFunc(Expression.WindowFunc node) {
    List<Expression> arguments = map(node.arguments());
    Optional<Expression> filter = map(node.filter());
    return arguments == node.arguments() && unchanged(filter, node.filter())
        ? node
        : new Expression.WindowFunc(
            node.function(),
            node.aggregate(),
            node.type(),
            node.inputCollation(),
            arguments,
            filter,
            node.window(),
            node.star(),
            node.location());
  }

  @Override
  public Expression onSlot(Expression.Slot node) {
    return node;
  }

  @Override
  public Expression onSqlValueFunction(Expression.SqlValueFunction node) {
    return node;
  }

  @Override
  public Expression onCollateExpr(Expression.CollateExpr node) {
    Expression argument = map(node.argument());
    return argument == node.argument()
        ? node
        : new Expression.CollateExpr(argument, node.collation(), node.location());
  }

  @Override
  public Expression onNamedArgument(Expression.NamedArgument node) {
    Expression argument = map(node.argument());
    return argument == node.argument()
        ? node
        : new Expression.NamedArgument(node.name(), argument, node.location());
  }
}
