package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeName;
import java.util.ArrayList;
import java.util.List;

/** The arguments of EXECUTE ({@code prepare.c: EvaluateParams}). */
public final class ExecuteArguments {
  private ExecuteArguments() {}

  /**
   * A query without FROM whose one row holds the arguments, converted to the statement's types.
   *
   * @param types of the statement's parameters, as many as there are arguments
   * @throws ReportedError 42804 where an argument cannot become its parameter
   */
  public static Query analyze(List<Expr> arguments, int[] types, AnalysisContext context) {
    ParseState state = new ParseState(context, ParameterTypes.none());
    List<TargetEntry> targets = new ArrayList<>(types.length);
    for (int i = 0; i < types.length; i++) {
      Expression value =
          ExpressionAnalyzer.analyze(state, arguments.get(i), ClauseKind.EXECUTE_PARAMETER);
      targets.add(new TargetEntry(converted(state, value, types[i], i + 1), "", 0, false, 0, 0));
    }
    Query nothing = SelectAnalyzer.analyze(state, SelectStmt.ofValues(List.of()));
    return nothing.withTargets(targets);
  }

  private static Expression converted(ParseState state, Expression value, int type, int number) {
    return Coercion.toTarget(state, value, CastTarget.assignment(type))
        .orElseThrow(
            () ->
                Complaint.at(
                        Locations.of(value),
                        SqlState.DATATYPE_MISMATCH,
                        "parameter $"
                            + number
                            + " of type "
                            + TypeName.format(value.type())
                            + " cannot be coerced to the expected type "
                            + TypeName.format(type))
                    .withHint("You will need to rewrite or cast the expression.")
                    .toException());
  }
}
