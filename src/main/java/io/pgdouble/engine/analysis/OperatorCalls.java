package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.OpExpr;
import io.pgdouble.engine.expression.Expression.ScalarArrayOpExpr;
import io.pgdouble.engine.expression.Quantifier;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;

/** Operators with analysed operands ({@code make_op}, {@code make_scalar_array_op}). */
final class OperatorCalls {
  private OperatorCalls() {}

  /** {@code left op right}. */
  static OpExpr binary(
      ParseState state, List<String> name, List<Expression> operands, int location) {
    int[] actual = {operands.get(0).type(), operands.get(1).type()};
    OperatorEntry operator = Operators.binary(state, name, actual, location);
    return call(state, operator, operands, location);
  }

  /** {@code op operand}. */
  static OpExpr prefix(ParseState state, List<String> name, Expression operand, int location) {
    OperatorEntry operator = Operators.prefix(state, name, operand.type(), location);
    return call(state, operator, List.of(operand), location);
  }

  private static OpExpr call(
      ParseState state, OperatorEntry operator, List<Expression> operands, int location) {
    ProcEntry function = function(state, operator, location);
    int[] actual = Arguments.types(operands);
    int[] declared =
        operands.size() == 1
            ? new int[] {operator.right()}
            : new int[] {operator.left(), operator.right()};
    int result = Polymorphism.enforce(state.catalog(), actual, declared, operator.result());
    List<Expression> arguments = Arguments.convert(state, operands, declared);
    if (function.returnsSet()) {
      SetReturning.check(state, location);
    }
    return new OpExpr(
        operator, function, result, Collations.ofInputs(state, arguments), arguments, location);
  }

  static ProcEntry function(ParseState state, OperatorEntry operator, int location) {
    if (operator.function() == 0) {
      throw Complaint.error(
          location, SqlState.UNDEFINED_FUNCTION, "operator is only a shell: " + operator.name());
    }
    ProcEntry function = state.catalog().proc(operator.function());
    return function;
  }

  /** {@code scalar op ANY|ALL (array)}. */
  static ScalarArrayOpExpr withArray(
      ParseState state, NamedOperator name, Quantifier quantifier, List<Expression> operands) {
    Catalog catalog = state.catalog();
    int location = name.location();
    int arrayType = operands.get(1).type();
    int element =
        arrayType == TypeOid.UNKNOWN
            ? TypeOid.UNKNOWN
            : TypeFacts.baseElementType(catalog, arrayType);
    if (element == 0) {
      throw wrong(location, "op ANY/ALL (array) requires array on right side");
    }
    int[] actual = {operands.get(0).type(), element};
    OperatorEntry operator = Operators.binary(state, name.name(), actual, location);
    ProcEntry function = function(state, operator, location);
    if (operator.result() != TypeOid.BOOL) {
      throw wrong(location, "op ANY/ALL (array) requires operator to yield boolean");
    }
    if (function.returnsSet()) {
      throw wrong(location, "op ANY/ALL (array) requires operator not to return a set");
    }
    int[] declared = {operator.left(), operator.right()};
    Polymorphism.enforce(catalog, actual, declared, operator.result());
    declared[1] =
        PseudoTypes.isPolymorphic(declared[1])
            ? arrayType
            : arrayOf(catalog, declared[1], location);
    List<Expression> arguments = Arguments.convert(state, operands, declared);
    return new ScalarArrayOpExpr(
        operator, function, quantifier, Collations.ofInputs(state, arguments), arguments, location);
  }

  private static int arrayOf(Catalog catalog, int type, int location) {
    int array = TypeFacts.arrayType(catalog, type);
    if (array == 0) {
      throw Complaint.error(
          location,
          SqlState.UNDEFINED_OBJECT,
          "could not find array type for data type " + TypeFacts.name(type));
    }
    return array;
  }

  private static RuntimeException wrong(int location, String message) {
    return Complaint.error(location, SqlState.WRONG_OBJECT_TYPE, message);
  }

  /** Two operands as a list. */
  static List<Expression> pair(Expression left, Expression right) {
    List<Expression> operands = new ArrayList<>(2);
    operands.add(left);
    operands.add(right);
    return operands;
  }
}
