package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Arrays;
import io.pgdouble.engine.execution.Call;
import io.pgdouble.engine.execution.Calls;
import io.pgdouble.engine.execution.Conversions;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.Leaves;
import io.pgdouble.engine.execution.Logic;
import io.pgdouble.engine.execution.PartStores;
import io.pgdouble.engine.execution.Subscripts;
import io.pgdouble.engine.expression.CaseWhen;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionHandler;
import io.pgdouble.engine.expression.MinMax;
import io.pgdouble.engine.expression.Quantifier;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From typed expressions to evaluators ({@code ExecInitExpr}). */
final class ExpressionCompiler implements ExpressionHandler<Evaluator> {
  private final Scope scope;
  private boolean light = true;

  ExpressionCompiler(Scope scope) {
    this.scope = scope;
  }

  /** Whether everything compiled so far takes constant time and never waits. */
  boolean isLight() {
    return light;
  }

  Evaluator compile(Expression node) {
    return node.accept(this);
  }

  Evaluator[] compile(List<Expression> nodes) {
    Evaluator[] evaluators = new Evaluator[nodes.size()];
    for (int i = 0; i < evaluators.length; i++) {
      evaluators[i] = nodes.get(i).accept(this);
    }
    return evaluators;
  }

  Optional<Evaluator> compile(Optional<Expression> node) {
    return node.map(this::compile);
  }

  private Call noticed(Call call) {
    light &= call.isLight();
    return call;
  }

  @Override
  public Evaluator onConst(Expression.Const node) {
    return new Leaves.Constant(node.value());
  }

  @Override
  public Evaluator onParam(Expression.Param node) {
    return new Leaves.Parameter(node.number() - 1);
  }

  @Override
  public Evaluator onVar(Expression.Var node) {
    if (node.attribute() == 0) {
      return new Leaves.WholeRow(
          node.levelsUp(), node.relation(), scope.rowType(node.levelsUp(), node.relation()));
    }
    if (node.attribute() < 0) {
      return SystemColumnCompiler.compile(node, scope.table(node.levelsUp(), node.relation()));
    }
    return node.levelsUp() == 0
        ? new Leaves.Column(node.relation(), node.attribute() - 1)
        : new Leaves.OuterColumn(node.levelsUp(), node.relation(), node.attribute() - 1);
  }

  /** A call that a column definition list may tell what its rows are. */
  Call call(Expression.FuncExpr node, Optional<RowType> defined) {
    scope.calls(node.function());
    return FunctionCalls.of(node, defined);
  }

  @Override
  public Evaluator onFuncExpr(Expression.FuncExpr node) {
    return Calls.of(noticed(call(node, Optional.empty())), compile(node.arguments()));
  }

  @Override
  public Evaluator onJoinColumn(Expression.JoinColumn node) {
    return compile(node.value());
  }

  @Override
  public Evaluator onSqlFunctionExpr(Expression.SqlFunctionExpr node) {
    Evaluator body = compile(node.body().expression());
    return new Calls.Body(compile(node.arguments()), node.function().strict(), body);
  }

  @Override
  public Evaluator onOpExpr(Expression.OpExpr node) {
    Call call =
        FunctionCalls.of(
            node.function(),
            FunctionCalls.site(node.arguments(), node.type(), node.inputCollation()));
    return Calls.of(noticed(call), compile(node.arguments()));
  }

  @Override
  public Evaluator onDistinctExpr(Expression.DistinctExpr node) {
    Call equal =
        FunctionCalls.of(
            node.function(),
            FunctionCalls.site(node.arguments(), TypeOid.BOOL, node.inputCollation()));
    return new Calls.Distinct(
        noticed(equal), compile(node.arguments().get(0)), compile(node.arguments().get(1)));
  }

  @Override
  public Evaluator onNullIfExpr(Expression.NullIfExpr node) {
    Call equal =
        FunctionCalls.of(
            node.function(),
            FunctionCalls.site(node.arguments(), TypeOid.BOOL, node.inputCollation()));
    return new Calls.NullIf(
        noticed(equal), compile(node.arguments().get(0)), compile(node.arguments().get(1)));
  }

  @Override
  public Evaluator onScalarArrayOpExpr(Expression.ScalarArrayOpExpr node) {
    Expression scalar = node.arguments().get(0);
    Expression array = node.arguments().get(1);
    int[] types = {scalar.type(), node.operator().right()};
    Call call =
        FunctionCalls.of(
            node.function(),
            new io.pgdouble.engine.function.CallSite(
                types,
                TypeOid.BOOL,
                node.inputCollation(),
                io.pgdouble.engine.function.CallSite.Variadic.SPREAD));
    return new Arrays.Quantified(
        noticed(call), node.quantifier() == Quantifier.ANY, compile(scalar), compile(array));
  }

  @Override
  public Evaluator onBoolExpr(Expression.BoolExpr node) {
    Evaluator[] arguments = compile(node.arguments());
    return switch (node.operator()) {
      case AND -> new Logic.And(arguments);
      case OR -> new Logic.Or(arguments);
      case NOT -> new Logic.Not(arguments[0]);
    };
  }

  @Override
  public Evaluator onCaseExpr(Expression.CaseExpr node) {
    List<Expression> conditions = new ArrayList<>();
    List<Expression> results = new ArrayList<>();
    for (CaseWhen when : node.whens()) {
      conditions.add(when.condition());
      results.add(when.result());
    }
    Evaluator choice =
        new Logic.Choice(compile(conditions), compile(results), compile(node.otherwise()));
    return node.argument().isEmpty()
        ? choice
        : new Logic.TestedChoice(compile(node.argument().get()), choice);
  }

  @Override
  public Evaluator onCaseTest(Expression.CaseTest node) {
    return new Leaves.CaseTestValue();
  }

  @Override
  public Evaluator onCoalesceExpr(Expression.CoalesceExpr node) {
    return new Logic.Coalesce(compile(node.arguments()));
  }

  @Override
  public Evaluator onMinMaxExpr(Expression.MinMaxExpr node) {
    Call comparison =
        FunctionCalls.comparison(node.comparison(), node.type(), node.inputCollation());
    return new Calls.Extreme(
        noticed(comparison), node.which() == MinMax.GREATEST, compile(node.arguments()));
  }

  @Override
  public Evaluator onCoerceToDomain(Expression.CoerceToDomain node) {
    return new Leaves.DomainValue(compile(node.argument()), node.type());
  }

  @Override
  public Evaluator onCoerceToDomainValue(Expression.CoerceToDomainValue node) {
    return new Leaves.CaseTestValue();
  }

  @Override
  public Evaluator onRelabelType(Expression.RelabelType node) {
    return Relabelling.of(compile(node.argument()), node.argument().type(), node.type());
  }

  @Override
  public Evaluator onCoerceViaIO(Expression.CoerceViaIO node) {
    return new Conversions.ThroughText(
        compile(node.argument()), Types.io(node.argument().type()), Types.io(node.type()));
  }

  @Override
  public Evaluator onArrayCoerceExpr(Expression.ArrayCoerceExpr node) {
    return new Arrays.EachElement(
        compile(node.argument()), compile(node.element()), node.element().type());
  }

  @Override
  public Evaluator onArrayExpr(Expression.ArrayExpr node) {
    Evaluator[] elements = compile(node.elements());
    return node.nested()
        ? new Arrays.OfArrays(node.elementType(), elements)
        : new Arrays.OfElements(node.elementType(), elements);
  }

  @Override
  public Evaluator onRowExpr(Expression.RowExpr node) {
    List<RowType.Field> fields = new ArrayList<>();
    for (int i = 0; i < node.arguments().size(); i++) {
      Expression value = node.arguments().get(i);
      fields.add(new RowType.Field(node.names().get(i), value.type(), value.typmod()));
    }
    return new Conversions.Row(new RowType(node.type(), fields), compile(node.arguments()));
  }

  @Override
  public Evaluator onRowCompareExpr(Expression.RowCompareExpr node) {
    Call[] comparisons = new Call[node.functions().size()];
    for (int i = 0; i < comparisons.length; i++) {
      int type = node.left().get(i).type();
      int collation = Types.find(type).map(t -> t.collationOid()).orElse(0);
      comparisons[i] = noticed(FunctionCalls.comparison(node.functions().get(i), type, collation));
    }
    return new Logic.RowComparison(
        node.comparison(), comparisons, compile(node.left()), compile(node.right()));
  }

  @Override
  public Evaluator onNullTest(Expression.NullTest node) {
    Evaluator argument = compile(node.argument());
    return node.row()
        ? new Logic.RowNullTest(argument, node.negated())
        : new Logic.NullTest(argument, node.negated());
  }

  @Override
  public Evaluator onBooleanTest(Expression.BooleanTest node) {
    return new Logic.BooleanTest(compile(node.argument()), node.kind());
  }

  @Override
  public Evaluator onSubscriptingRef(Expression.SubscriptingRef node) {
    Evaluator container = compile(node.container());
    if (node.containerType() == TypeOid.JSONB) {
      Call path =
          FunctionCalls.internal(
              "jsonb_extract_path",
              io.pgdouble.engine.function.CallSite.of(
                  TypeOid.JSONB, TypeOid.JSONB, TypeOid.TEXT_ARRAY));
      return new Subscripts.JsonMember(noticed(path), container, bounds(node.upper()));
    }
    if (node.containerType() == TypeOid.NAME) {
      return node.lower().isEmpty()
          ? new Subscripts.NameByte(container, bounds(node.upper()))
          : new Subscripts.NameSlice(container);
    }
    return node.lower().isEmpty()
        ? new Subscripts.Element(container, bounds(node.upper()))
        : new Subscripts.Slice(container, bounds(node.lower()), bounds(node.upper()));
  }

  @Override
  public Evaluator onPartStore(Expression.PartStore node) {
    Evaluator container = compile(node.container());
    Evaluator value = compile(node.value());
    if (node.shape().isPresent()) {
      return new PartStores.Field(container, node.field() - 1, node.shape().get(), value);
    }
    PartStores.Bounds bounds = new PartStores.Bounds(bounds(node.lower()), bounds(node.upper()));
    return node.lower().isEmpty()
        ? new PartStores.Element(container, node.elementType(), bounds, value)
        : new PartStores.Slice(container, node.elementType(), bounds, value);
  }

  private Evaluator[] bounds(List<Optional<Expression>> bounds) {
    Evaluator[] evaluators = new Evaluator[bounds.size()];
    for (int i = 0; i < evaluators.length; i++) {
      evaluators[i] = bounds.get(i).map(this::compile).orElse(null);
    }
    return evaluators;
  }

  @Override
  public Evaluator onFieldSelect(Expression.FieldSelect node) {
    return new Conversions.Field(compile(node.argument()), node.field() - 1);
  }

  @Override
  public Evaluator onSubLink(Expression.SubLink node) {
    light = false;
    return SubLinkCompiler.compile(scope, node, this);
  }

  @Override
  public Evaluator onSubColumn(Expression.SubColumn node) {
    return new Leaves.SubRowColumn(node.column());
  }

  @Override
  public Evaluator onAggref(Expression.Aggref node) {
    throw new IllegalStateException("an aggregate was not planned");
  }

  @Override
  public Evaluator onGroupingFunc(Expression.GroupingFunc node) {
    throw new IllegalStateException("GROUPING was not planned");
  }

  @Override
  public Evaluator onWindowFunc(Expression.WindowFunc node) {
    throw new IllegalStateException("a window function was not planned");
  }

  @Override
  public Evaluator onSlot(Expression.Slot node) {
    return new Leaves.SlotValue(node.levelsUp(), node.index());
  }

  @Override
  public Evaluator onSqlValueFunction(Expression.SqlValueFunction node) {
    return ValueFunctionCompiler.compile(node);
  }

  @Override
  public Evaluator onCollateExpr(Expression.CollateExpr node) {
    return compile(node.argument());
  }

  @Override
  public Evaluator onConvertRowtypeExpr(Expression.ConvertRowtypeExpr node) {
    throw notPlanned("row conversions");
  }

  @Override
  public Evaluator onNamedArgument(Expression.NamedArgument node) {
    throw notPlanned("named arguments outside of calls");
  }

  private static ReportedError notPlanned(String what) {
    return ErrorReport.notSimulated(what).toException();
  }
}
