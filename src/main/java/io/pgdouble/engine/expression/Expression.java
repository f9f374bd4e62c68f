package io.pgdouble.engine.expression;

import io.pgdouble.engine.catalog.AggregateEntry;
import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/**
 * A typed expression: what analysis makes of the parse tree. Named as {@code primnodes.h} names
 * them; immutable. {@code location} is a character offset in the query string, −1 unknown.
 * Collations are OIDs, 0 none. A table.
 */
public sealed interface Expression {

  /** OID of the type of the result. */
  int type();

  /** The type's modifier, −1 none ({@code exprTypmod}). */
  int typmod();

  /** Where the node's own token stands; {@link Locations#of} finds the leftmost. */
  int location();

  <R> R accept(ExpressionHandler<R> handler);

  /** A constant. Its value has the Java form of its type; null is SQL NULL. */
  record Const(int type, int typmod, int collation, Object value, int location)
      implements Expression {
    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onConst(this);
    }
  }

  /** A parameter {@code $number} from outside. */
  record Param(int number, int type, int typmod, int collation, int location)
      implements Expression {
    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onParam(this);
    }
  }

  /**
   * A column of a relation of the range table of this query ({@code levelsUp} 0) or of an outer
   * one.
   *
   * @param relation index in the range table, from 0
   * @param attribute from 1; 0 is the whole row
   * @param written the column of a join with a name that it was written as
   */
  record Var(
      int levelsUp,
      int relation,
      int attribute,
      Optional<JoinReference> written,
      int type,
      int typmod,
      int collation,
      int location)
      implements Expression {
    /** A column that is not written as a join's. */
    public Var(
        int levelsUp,
        int relation,
        int attribute,
        int type,
        int typmod,
        int collation,
        int location) {
      this(levelsUp, relation, attribute, Optional.empty(), type, typmod, collation, location);
    }

    /** The same column, seen from another place. */
    public Var at(int levels, int place) {
      return new Var(levels, relation, attribute, written, type, typmod, collation, place);
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onVar(this);
    }
  }

  /**
   * A column of a join that is no column of its sides: both sides' value, or one that is cast.
   *
   * @param value what it stands for, as seen from this query
   */
  record JoinColumn(int levelsUp, JoinReference written, Expression value, int location)
      implements Expression {
    @Override
    public int type() {
      return value.type();
    }

    @Override
    public int typmod() {
      return value.typmod();
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onJoinColumn(this);
    }
  }

  /**
   * A call of a function, or a cast that one performs.
   *
   * @param written the arguments as they were written; empty where they are as they are
   */
  record FuncExpr(
      ProcEntry function,
      int type,
      int typmod,
      CallForm form,
      VariadicForm variadic,
      int inputCollation,
      List<Expression> arguments,
      List<WrittenArgument> written,
      int location)
      implements Expression {
    /** A call whose arguments are all written, in this order. */
    public FuncExpr(
        ProcEntry function,
        int type,
        int typmod,
        CallForm form,
        VariadicForm variadic,
        int inputCollation,
        List<Expression> arguments,
        int location) {
      this(function, type, typmod, form, variadic, inputCollation, arguments, List.of(), location);
    }

    /** The same call with other arguments in their places. */
    public FuncExpr with(List<Expression> others) {
      return new FuncExpr(
          function, type, typmod, form, variadic, inputCollation, others, written, location);
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onFuncExpr(this);
    }
  }

  /**
   * A call of a function whose body is an SQL expression.
   *
   * @param operator what the call was written as, if not as one
   */
  record SqlFunctionExpr(FuncExpr call, Optional<OperatorEntry> operator, SqlBody body)
      implements Expression {
    /** The same call with other arguments in their places. */
    public SqlFunctionExpr with(FuncExpr other) {
      return new SqlFunctionExpr(other, operator, body);
    }

    public ProcEntry function() {
      return call.function();
    }

    @Override
    public int type() {
      return call.type();
    }

    @Override
    public int typmod() {
      return call.typmod();
    }

    public List<Expression> arguments() {
      return call.arguments();
    }

    @Override
    public int location() {
      return call.location();
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onSqlFunctionExpr(this);
    }
  }

  /** An operator with its operands. */
  record OpExpr(
      OperatorEntry operator,
      ProcEntry function,
      int type,
      int inputCollation,
      List<Expression> arguments,
      int location)
      implements Expression {
    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onOpExpr(this);
    }
  }

  /** {@code IS DISTINCT FROM}: the operator is {@code =}. */
  record DistinctExpr(
      OperatorEntry operator,
      ProcEntry function,
      int inputCollation,
      List<Expression> arguments,
      int location)
      implements Expression {
    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public int type() {
      return TypeOid.BOOL;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onDistinctExpr(this);
    }
  }

  /** {@code NULLIF}: the operator is {@code =}. */
  record NullIfExpr(
      OperatorEntry operator,
      ProcEntry function,
      int type,
      int inputCollation,
      List<Expression> arguments,
      int location)
      implements Expression {
    @Override
    public int typmod() {
      return arguments.get(0).typmod();
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onNullIfExpr(this);
    }
  }

  /** {@code scalar op ANY|ALL (array)}. */
  record ScalarArrayOpExpr(
      OperatorEntry operator,
      ProcEntry function,
      Quantifier quantifier,
      int inputCollation,
      List<Expression> arguments,
      int location)
      implements Expression {
    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public int type() {
      return TypeOid.BOOL;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onScalarArrayOpExpr(this);
    }
  }

  /** AND, OR and NOT. */
  record BoolExpr(BoolOperator operator, List<Expression> arguments, int location)
      implements Expression {
    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public int type() {
      return TypeOid.BOOL;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onBoolExpr(this);
    }
  }

  /** {@code CASE}. With an argument, conditions compare it as {@link CaseTest}. */
  record CaseExpr(
      int type,
      Optional<Expression> argument,
      List<CaseWhen> whens,
      Expression otherwise,
      int location)
      implements Expression {
    @Override
    public int typmod() {
      return ResultTypmod.common(type, otherwise, whens);
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onCaseExpr(this);
    }
  }

  /** The value of the argument of the nearest enclosing CASE or array coercion. */
  record CaseTest(int type, int typmod, int collation) implements Expression {
    @Override
    public int location() {
      return -1;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onCaseTest(this);
    }
  }

  /** {@code COALESCE}. */
  record CoalesceExpr(int type, List<Expression> arguments, int location) implements Expression {
    @Override
    public int typmod() {
      return ResultTypmod.common(type, arguments);
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onCoalesceExpr(this);
    }
  }

  /** {@code GREATEST} and {@code LEAST}, by the comparison function of the type. */
  record MinMaxExpr(
      MinMax which,
      ProcEntry comparison,
      int type,
      int inputCollation,
      List<Expression> arguments,
      int location)
      implements Expression {
    @Override
    public int typmod() {
      return ResultTypmod.common(type, arguments);
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onMinMaxExpr(this);
    }
  }

  /** A binary-compatible cast: the value stays as it is. */
  record RelabelType(
      Expression argument, int type, int typmod, int collation, CallForm form, int location)
      implements Expression {
    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onRelabelType(this);
    }
  }

  /** A value seen as one of a domain, whose constraints it has to keep. */
  record CoerceToDomain(Expression argument, int type, int collation, CallForm form, int location)
      implements Expression {
    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onCoerceToDomain(this);
    }
  }

  /** {@code VALUE} in a constraint of a domain. */
  record CoerceToDomainValue(int type, int typmod, int collation, int location)
      implements Expression {
    /** The same, written at a place. */
    public CoerceToDomainValue at(int place) {
      return new CoerceToDomainValue(type, typmod, collation, place);
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onCoerceToDomainValue(this);
    }
  }

  /** A cast through the text form. */
  record CoerceViaIO(Expression argument, int type, CallForm form, int location)
      implements Expression {
    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onCoerceViaIO(this);
    }
  }

  /** A cast of each element; the element is {@link CaseTest} in {@code element}. */
  record ArrayCoerceExpr(
      Expression argument, Expression element, int type, int typmod, CallForm form, int location)
      implements Expression {
    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onArrayCoerceExpr(this);
    }
  }

  /** A row seen as another row type. Not yet made by analysis. */
  record ConvertRowtypeExpr(Expression argument, int type, int location) implements Expression {
    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onConvertRowtypeExpr(this);
    }
  }

  /**
   * {@code ARRAY[…]}.
   *
   * @param nested whether the elements are arrays of the same element type
   */
  record ArrayExpr(
      int type, int elementType, List<Expression> elements, boolean nested, int location)
      implements Expression {
    @Override
    public int typmod() {
      return ResultTypmod.common(type, elements);
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onArrayExpr(this);
    }
  }

  /**
   * {@code ROW(…)}.
   *
   * @param form how it was given its type ({@code row_format})
   */
  record RowExpr(
      int type, List<Expression> arguments, List<String> names, CallForm form, int location)
      implements Expression {
    /** The same row with other values. */
    public RowExpr with(List<Expression> others) {
      return new RowExpr(type, others, names, form, location);
    }

    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onRowExpr(this);
    }
  }

  /** {@code (a, b) < (c, d)}: for order only; equality becomes AND of operators. */
  record RowCompareExpr(
      RowCompareType comparison,
      List<OperatorEntry> operators,
      List<ProcEntry> functions,
      List<Expression> left,
      List<Expression> right,
      int location)
      implements Expression {
    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public int type() {
      return TypeOid.BOOL;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onRowCompareExpr(this);
    }
  }

  /**
   * {@code IS [NOT] NULL}.
   *
   * @param row whether the fields of a row value are tested
   */
  record NullTest(Expression argument, boolean negated, boolean row, int location)
      implements Expression {
    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public int type() {
      return TypeOid.BOOL;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onNullTest(this);
    }
  }

  /** {@code IS [NOT] TRUE|FALSE|UNKNOWN}. */
  record BooleanTest(Expression argument, BooleanTestKind kind, int location)
      implements Expression {
    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public int type() {
      return TypeOid.BOOL;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onBooleanTest(this);
    }
  }

  /**
   * An element or a slice of an array, or a member of jsonb.
   *
   * @param lower empty for an element; where a slice leaves out a bound the entry is absent
   */
  record SubscriptingRef(
      int containerType,
      int elementType,
      int type,
      int typmod,
      int collation,
      List<Optional<Expression>> upper,
      List<Optional<Expression>> lower,
      Expression container,
      int location)
      implements Expression {
    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onSubscriptingRef(this);
    }
  }

  /**
   * An array or row with another value in a part of it ({@code SubscriptingRef} with {@code
   * refassgnexpr}, {@code FieldStore}).
   *
   * @param container may be null: then the part is the only one
   * @param shape of a row; empty for an array
   * @param field number of the row's field
   * @param upper of an array: subscripts, or upper bounds where there are lower ones
   */
  record PartStore(
      Expression container,
      Expression value,
      Optional<RowType> shape,
      int field,
      int elementType,
      List<Optional<Expression>> upper,
      List<Optional<Expression>> lower,
      int type,
      int typmod,
      int collation,
      int location)
      implements Expression {
    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onPartStore(this);
    }
  }

  /**
   * A field of a row value.
   *
   * @param field from 1
   */
  record FieldSelect(
      Expression argument, int field, int type, int typmod, int collation, int location)
      implements Expression {
    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onFieldSelect(this);
    }
  }

  /**
   * A subquery in an expression.
   *
   * @param test the left side of ANY/ALL with {@link SubColumn} on the right
   */
  record SubLink(
      SubLinkKind kind, Optional<Expression> test, Query query, int type, int typmod, int location)
      implements Expression {
    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onSubLink(this);
    }
  }

  /** A column of the row that the nearest enclosing SubLink test looks at. */
  record SubColumn(int column, int type, int typmod, int collation) implements Expression {
    @Override
    public int location() {
      return -1;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onSubColumn(this);
    }
  }

  /**
   * A call of an aggregate.
   *
   * @param levelsUp how many queries out the aggregate belongs
   * @param star {@code agg(*)}
   */
  record Aggref(
      ProcEntry function,
      AggregateEntry aggregate,
      int type,
      int inputCollation,
      List<Expression> direct,
      List<TargetEntry> arguments,
      List<SortClause> order,
      List<SortClause> distinct,
      Optional<Expression> filter,
      VariadicForm variadic,
      boolean star,
      int levelsUp,
      int location)
      implements Expression {
    /** The same, as one of a query so many levels out. */
    public Aggref at(int level) {
      return new Aggref(
          function,
          aggregate,
          type,
          inputCollation,
          direct,
          arguments,
          order,
          distinct,
          filter,
          variadic,
          star,
          level,
          location);
    }

    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onAggref(this);
    }
  }

  /** {@code GROUPING}: which of the grouping expressions the current set has not. */
  record GroupingFunc(List<Expression> arguments, int location) implements Expression {
    @Override
    public int type() {
      return TypeOid.INT4;
    }

    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onGroupingFunc(this);
    }
  }

  /**
   * A call of a window function.
   *
   * @param aggregate what it is, if it is an aggregate over a window
   * @param window index of its window among the query's
   * @param star {@code agg(*)}
   */
  record WindowFunc(
      ProcEntry function,
      Optional<AggregateEntry> aggregate,
      int type,
      int inputCollation,
      List<Expression> arguments,
      Optional<Expression> filter,
      int window,
      boolean star,
      int location)
      implements Expression {
    @Override
    public int typmod() {
      return -1;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onWindowFunc(this);
    }
  }

  /** A value that the executor computed before: an aggregate or a grouping expression. */
  record Slot(int levelsUp, int index, int type, int typmod, int collation) implements Expression {
    @Override
    public int location() {
      return -1;
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onSlot(this);
    }
  }

  /** {@code CURRENT_DATE} and its like. */
  record SqlValueFunction(ValueFunction function, int type, int typmod, int location)
      implements Expression {
    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onSqlValueFunction(this);
    }
  }

  /** {@code COLLATE}. */
  record CollateExpr(Expression argument, int collation, int location) implements Expression {
    @Override
    public int type() {
      return argument.type();
    }

    @Override
    public int typmod() {
      return argument.typmod();
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onCollateExpr(this);
    }
  }

  /** {@code name => value} in a call, until the call is resolved. */
  record NamedArgument(String name, Expression argument, int location) implements Expression {
    @Override
    public int type() {
      return argument.type();
    }

    @Override
    public int typmod() {
      return argument.typmod();
    }

    @Override
    public <R> R accept(ExpressionHandler<R> handler) {
      return handler.onNamedArgument(this);
    }
  }
}
