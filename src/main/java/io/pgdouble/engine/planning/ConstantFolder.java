package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.Frame;
import io.pgdouble.engine.execution.Frames;
import io.pgdouble.engine.expression.CaseWhen;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.ArrayCoerceExpr;
import io.pgdouble.engine.expression.Expression.ArrayExpr;
import io.pgdouble.engine.expression.Expression.BoolExpr;
import io.pgdouble.engine.expression.Expression.BooleanTest;
import io.pgdouble.engine.expression.Expression.CaseExpr;
import io.pgdouble.engine.expression.Expression.CaseTest;
import io.pgdouble.engine.expression.Expression.CoalesceExpr;
import io.pgdouble.engine.expression.Expression.CoerceViaIO;
import io.pgdouble.engine.expression.Expression.Const;
import io.pgdouble.engine.expression.Expression.DistinctExpr;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.Expression.JoinColumn;
import io.pgdouble.engine.expression.Expression.MinMaxExpr;
import io.pgdouble.engine.expression.Expression.NullIfExpr;
import io.pgdouble.engine.expression.Expression.NullTest;
import io.pgdouble.engine.expression.Expression.OpExpr;
import io.pgdouble.engine.expression.Expression.Param;
import io.pgdouble.engine.expression.Expression.RelabelType;
import io.pgdouble.engine.expression.Expression.ScalarArrayOpExpr;
import io.pgdouble.engine.expression.Expression.SqlFunctionExpr;
import io.pgdouble.engine.expression.Expression.SubscriptingRef;
import io.pgdouble.engine.expression.ExpressionMapper;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryMapper;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes what is constant before a query runs ({@code eval_const_expressions}). Its errors are
 * the query's, and come when it is planned: branches that cannot be reached are not computed.
 */
final class ConstantFolder extends ExpressionMapper {
  private final Optional<Object[]> parameters;
  private final ExecutionContext context;
  private final Folding folding;
  private Optional<Const> caseValue = Optional.empty();

  /** Which functions are computed: those that never change, or those that do not in a query. */
  private enum Folding {
    IMMUTABLE,
    STABLE
  }

  /**
   * A folder.
   *
   * @param parameters values that are constants in this plan
   */
  ConstantFolder(Optional<Object[]> parameters, ExecutionContext context) {
    this(parameters, context, Folding.IMMUTABLE);
  }

  private ConstantFolder(Optional<Object[]> parameters, ExecutionContext context, Folding folding) {
    this.parameters = parameters;
    this.context = context;
    this.folding = folding;
  }

  /** Computes what stable functions answer, too: {@code estimate_expression_value}. */
  static ConstantFolder estimating(Optional<Object[]> parameters, ExecutionContext context) {
    return new ConstantFolder(parameters, context, Folding.STABLE);
  }

  private boolean isFolded(ProcEntry function) {
    return switch (folding) {
      case IMMUTABLE -> function.volatility() == 'i';
      case STABLE -> function.volatility() != 'v';
    };
  }

  Query fold(Query query) {
    return new QueryMapper(this, this::fold).map(query);
  }

  @Override
  protected Query query(Query query) {
    return fold(UnusedColumns.drop(query));
  }

  @Override
  public Expression onSubLink(Expression.SubLink node) {
    return super.onSubLink(UnusedColumns.ofExistence(node, map(node.query().limit())));
  }

  private static boolean allConstant(List<Expression> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (!(arguments.get(i) instanceof Const)) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyNull(List<Expression> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Const constant && constant.value() == null) {
        return true;
      }
    }
    return false;
  }

  private Expression compute(Expression node) {
    Evaluator evaluator = new ExpressionCompiler(Scope.NONE).compile(node);
    Frame frame = Frames.standalone(context);
    return constant(node, evaluator.evaluate(frame));
  }

  private static Const constant(Expression node, Object value) {
    return new Const(node.type(), node.typmod(), 0, value, node.location());
  }

  /** {@code simplify_function}. */
  private Expression call(Expression node, ProcEntry function, List<Expression> arguments) {
    if (function.returnsSet() || function.resultType() == io.pgdouble.type.TypeOid.RECORD) {
      return node;
    }
    if (function.strict() && anyNull(arguments)) {
      return constant(node, null);
    }
    return isFolded(function) && allConstant(arguments) ? compute(node) : node;
  }

  @Override
  public Expression onParam(Param node) {
    return parameters.isEmpty()
        ? node
        : new Const(
            node.type(),
            node.typmod(),
            node.collation(),
            parameters.get()[node.number() - 1],
            node.location());
  }

  @Override
  public Expression onCaseTest(CaseTest node) {
    return caseValue.isPresent() ? caseValue.get() : node;
  }

  /** Only its name differs from what it stands for. */
  @Override
  public Expression onJoinColumn(JoinColumn node) {
    return map(node.value());
  }

  @Override
  public Expression onFuncExpr(FuncExpr node) {
    FuncExpr folded = (FuncExpr) super.onFuncExpr(node);
    return call(folded, folded.function(), folded.arguments());
  }

  @Override
  public Expression onSqlFunctionExpr(SqlFunctionExpr node) {
    SqlFunctionExpr folded = (SqlFunctionExpr) super.onSqlFunctionExpr(node);
    if (folded.function().isOfUser()) {
      return inlined(folded);
    }
    return call(folded, folded.function(), folded.arguments());
  }

  /** {@code inline_function}: what the body can compute now it does. */
  private Expression inlined(SqlFunctionExpr node) {
    boolean constant =
        allConstant(node.arguments()) && !Volatility.isMutable(node.body().expression());
    if (!constant) {
      return node;
    }
    if (node.function().strict() && anyNull(node.arguments())) {
      return constant(node, null);
    }
    Object[] values =
        node.arguments().stream().map(argument -> ((Const) argument).value()).toArray();
    try {
      Expression body =
          new ConstantFolder(Optional.of(values), context, folding).map(node.body().expression());
      return constant(node, compute(body) instanceof Const result ? result.value() : null);
    } catch (ReportedError error) {
      ErrorReport report = error.located();
      String where = "SQL function \"" + node.function().name() + "\" during inlining";
      String lines =
          report.field(ErrorField.WHERE).map(before -> before + "\n" + where).orElse(where);
      throw report.with(ErrorField.WHERE, lines).toException();
    }
  }

  @Override
  public Expression onOpExpr(OpExpr node) {
    OpExpr folded = (OpExpr) super.onOpExpr(node);
    return call(folded, folded.function(), folded.arguments());
  }

  @Override
  public Expression onScalarArrayOpExpr(ScalarArrayOpExpr node) {
    ScalarArrayOpExpr folded = (ScalarArrayOpExpr) super.onScalarArrayOpExpr(node);
    boolean constant = isFolded(folded.function()) && allConstant(folded.arguments());
    return constant ? compute(folded) : folded;
  }

  @Override
  public Expression onDistinctExpr(DistinctExpr node) {
    DistinctExpr folded = (DistinctExpr) super.onDistinctExpr(node);
    boolean constant = isFolded(folded.function()) && allConstant(folded.arguments());
    return constant ? compute(folded) : folded;
  }

  @Override
  public Expression onNullIfExpr(NullIfExpr node) {
    NullIfExpr folded = (NullIfExpr) super.onNullIfExpr(node);
    if (anyNull(folded.arguments())) {
      return folded.arguments().get(0);
    }
    boolean constant = isFolded(folded.function()) && allConstant(folded.arguments());
    return constant ? compute(folded) : folded;
  }

  @Override
  public Expression onBoolExpr(BoolExpr node) {
    return switch (node.operator()) {
      case AND -> junction(node, Boolean.FALSE);
      case OR -> junction(node, Boolean.TRUE);
      case NOT -> {
        BoolExpr folded = (BoolExpr) super.onBoolExpr(node);
        yield allConstant(folded.arguments()) ? compute(folded) : folded;
      }
    };
  }

  /** AND and OR: what decides ends the search, so that what follows is not even looked at. */
  private Expression junction(BoolExpr node, Boolean decides) {
    List<Expression> kept = new ArrayList<>();
    boolean sawNull = false;
    for (Expression argument : node.arguments()) {
      Expression folded = map(argument);
      if (!(folded instanceof Const constant)) {
        kept.add(folded);
      } else if (constant.value() == null) {
        sawNull = true;
      } else if (constant.value().equals(decides)) {
        return constant(node, decides);
      }
    }
    if (kept.isEmpty()) {
      return constant(node, sawNull ? null : !decides);
    }
    if (sawNull) {
      kept.add(constant(node, null));
    }
    return kept.size() == 1
        ? kept.get(0)
        : new BoolExpr(node.operator(), List.copyOf(kept), node.location());
  }

  @Override
  public Expression onCaseExpr(CaseExpr node) {
    Optional<Expression> argument = map(node.argument());
    Optional<Const> outer = caseValue;
    caseValue = argument.filter(Const.class::isInstance).map(Const.class::cast);
    List<CaseWhen> kept = new ArrayList<>();
    Optional<Expression> certain = Optional.empty();
    for (CaseWhen when : node.whens()) {
      Expression condition = map(when.condition());
      boolean known = condition instanceof Const;
      boolean holds = known && Boolean.TRUE.equals(((Const) condition).value());
      if (known && !holds) {
        continue;
      }
      Expression result = withoutCaseValue(when.result(), outer);
      if (holds) {
        certain = Optional.of(result);
        break;
      }
      kept.add(new CaseWhen(condition, result));
    }
    boolean constantArgument = caseValue.isPresent();
    caseValue = outer;
    Expression otherwise = certain.orElseGet(() -> map(node.otherwise()));
    return kept.isEmpty()
        ? otherwise
        : new CaseExpr(
            node.type(),
            constantArgument ? Optional.empty() : argument,
            kept,
            otherwise,
            node.location());
  }

  private Expression withoutCaseValue(Expression result, Optional<Const> outer) {
    Optional<Const> inner = caseValue;
    caseValue = outer;
    Expression folded = map(result);
    caseValue = inner;
    return folded;
  }

  @Override
  public Expression onCoalesceExpr(CoalesceExpr node) {
    List<Expression> kept = new ArrayList<>();
    for (Expression argument : node.arguments()) {
      Expression folded = map(argument);
      if (!(folded instanceof Const constant)) {
        kept.add(folded);
      } else if (constant.value() != null) {
        kept.add(folded);
        break;
      }
    }
    if (kept.isEmpty()) {
      return constant(node, null);
    }
    return kept.size() == 1 ? kept.get(0) : new CoalesceExpr(node.type(), kept, node.location());
  }

  @Override
  public Expression onNullTest(NullTest node) {
    NullTest folded = (NullTest) super.onNullTest(node);
    return folded.argument() instanceof Const ? compute(folded) : folded;
  }

  @Override
  public Expression onBooleanTest(BooleanTest node) {
    BooleanTest folded = (BooleanTest) super.onBooleanTest(node);
    return folded.argument() instanceof Const ? compute(folded) : folded;
  }

  @Override
  public Expression onMinMaxExpr(MinMaxExpr node) {
    MinMaxExpr folded = (MinMaxExpr) super.onMinMaxExpr(node);
    return allConstant(folded.arguments()) ? compute(folded) : folded;
  }

  @Override
  public Expression onArrayExpr(ArrayExpr node) {
    ArrayExpr folded = (ArrayExpr) super.onArrayExpr(node);
    return allConstant(folded.elements()) ? compute(folded) : folded;
  }

  @Override
  public Expression onRelabelType(RelabelType node) {
    RelabelType folded = (RelabelType) super.onRelabelType(node);
    return folded.argument() instanceof Const constant
        ? constant(folded, Relabelling.value(constant.value(), constant.type(), folded.type()))
        : folded;
  }

  @Override
  public Expression onCoerceViaIO(CoerceViaIO node) {
    CoerceViaIO folded = (CoerceViaIO) super.onCoerceViaIO(node);
    boolean constant =
        folded.argument() instanceof Const value
            && (value.value() == null
                || folding == Folding.STABLE
                || !TextForms.isMutable(folded.type()) && !TextForms.isMutable(value.type()));
    return constant ? compute(folded) : folded;
  }

  @Override
  public Expression onArrayCoerceExpr(ArrayCoerceExpr node) {
    Expression argument = map(node.argument());
    Optional<Const> outer = caseValue;
    caseValue = Optional.empty();
    Expression element = map(node.element());
    caseValue = outer;
    ArrayCoerceExpr folded =
        new ArrayCoerceExpr(
            argument, element, node.type(), node.typmod(), node.form(), node.location());
    boolean constant = argument instanceof Const && !Volatility.isMutable(element);
    return constant ? compute(folded) : folded;
  }

  @Override
  public Expression onSubscriptingRef(SubscriptingRef node) {
    SubscriptingRef folded = (SubscriptingRef) super.onSubscriptingRef(node);
    List<Expression> parts = new ArrayList<>();
    parts.add(folded.container());
    folded.upper().forEach(bound -> bound.ifPresent(parts::add));
    folded.lower().forEach(bound -> bound.ifPresent(parts::add));
    return allConstant(parts) ? compute(folded) : folded;
  }
}
