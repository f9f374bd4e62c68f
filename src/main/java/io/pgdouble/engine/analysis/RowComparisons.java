package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.Ordering;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.BoolExpr;
import io.pgdouble.engine.expression.Expression.OpExpr;
import io.pgdouble.engine.expression.Expression.RowCompareExpr;
import io.pgdouble.engine.expression.RowCompareType;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Comparisons of rows, field by field ({@code make_row_comparison_op}). */
final class RowComparisons {
  /** Those of {@code text_pattern_ops} and its like, which have operator families, too. */
  private static final Set<String> BYTEWISE = Set.of("~<~", "~<=~", "~>=~", "~>~");

  private RowComparisons() {}

  static Expression compare(
      ParseState state, NamedOperator name, List<Expression> left, List<Expression> right) {
    checkSizes(name, left, right);
    List<OpExpr> fields = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      fields.add(field(state, name, left.get(i), right.get(i)));
    }
    if (fields.size() == 1) {
      return fields.get(0);
    }
    String operator = name.name().get(name.name().size() - 1);
    // What "=" and "<>" mean is known; order needs the operators' classes.
    if (operator.equals("=")) {
      return new BoolExpr(BoolOperator.AND, List.copyOf(fields), name.location());
    }
    if (operator.equals("<>")) {
      return new BoolExpr(BoolOperator.OR, List.copyOf(fields), name.location());
    }
    return ordered(state, name, fields);
  }

  private static void checkSizes(
      NamedOperator name, List<Expression> left, List<Expression> right) {
    if (left.size() != right.size()) {
      throw Complaint.error(
          name.location(), SqlState.SYNTAX_ERROR, "unequal number of entries in row expressions");
    }
    if (left.isEmpty()) {
      throw Complaint.error(
          name.location(), SqlState.FEATURE_NOT_SUPPORTED, "cannot compare rows of zero length");
    }
  }

  private static OpExpr field(
      ParseState state, NamedOperator name, Expression left, Expression right) {
    OpExpr compared =
        OperatorCalls.binary(state, name.name(), OperatorCalls.pair(left, right), name.location());
    if (compared.type() != TypeOid.BOOL) {
      throw Complaint.error(
          name.location(),
          SqlState.DATATYPE_MISMATCH,
          "row comparison operator must yield type boolean, not type "
              + TypeFacts.name(compared.type()));
    }
    return compared;
  }

  private static Expression ordered(ParseState state, NamedOperator name, List<OpExpr> fields) {
    String operator = name.name().get(name.name().size() - 1);
    if (BYTEWISE.contains(operator)) {
      throw Complaint.notSimulated("rows compared by " + operator);
    }
    RowCompareType type =
        comparison(operator)
            .orElseThrow(
                () ->
                    Complaint.at(
                            name.location(),
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "could not determine interpretation of row comparison operator "
                                + operator)
                        .withHint(
                            "Row comparison operators must be associated with btree operator"
                                + " families.")
                        .toException());
    List<OperatorEntry> operators = new ArrayList<>();
    List<ProcEntry> comparisons = new ArrayList<>();
    List<Expression> left = new ArrayList<>();
    List<Expression> right = new ArrayList<>();
    for (OpExpr field : fields) {
      operators.add(field.operator());
      comparisons.add(comparison(state, field));
      left.add(field.arguments().get(0));
      right.add(field.arguments().get(1));
    }
    return new RowCompareExpr(type, operators, comparisons, left, right, name.location());
  }

  private static Optional<RowCompareType> comparison(String operator) {
    return switch (operator) {
      case "<" -> Optional.of(RowCompareType.LT);
      case "<=" -> Optional.of(RowCompareType.LE);
      case ">=" -> Optional.of(RowCompareType.GE);
      case ">" -> Optional.of(RowCompareType.GT);
      default -> Optional.empty();
    };
  }

  private static ProcEntry comparison(ParseState state, OpExpr field) {
    int left = field.arguments().get(0).type();
    int right = field.arguments().get(1).type();
    if (left != right) {
      throw Complaint.notSimulated("an order of rows whose fields differ in type");
    }
    Ordering ordering =
        state
            .catalog()
            .ordering(left)
            .orElseThrow(() -> Complaint.notSimulated("an order of these rows"));
    Functions.requireSimulated(ordering.comparison());
    return ordering.comparison();
  }

  /** {@code make_row_distinct_op}. */
  static Expression distinct(
      ParseState state, NamedOperator name, List<Expression> left, List<Expression> right) {
    if (left.size() != right.size()) {
      throw Complaint.error(
          name.location(), SqlState.SYNTAX_ERROR, "unequal number of entries in row expressions");
    }
    Optional<Expression> result = Optional.empty();
    for (int i = 0; i < left.size(); i++) {
      Expression next = OperatorExpressions.distinct(state, name, left.get(i), right.get(i));
      result =
          Optional.of(
              result.isEmpty()
                  ? next
                  : new BoolExpr(BoolOperator.OR, List.of(result.get(), next), name.location()));
    }
    return result.orElse(new Expression.Const(TypeOid.BOOL, -1, 0, false, name.location()));
  }
}
