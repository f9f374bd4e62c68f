package io.pgdouble.engine.analysis;

import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.tree.CallStmt;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.SelectStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CALL ({@code analyze.c: transformCallStmt}): a query of the procedure's result. */
final class ProcedureCalls {
  private ProcedureCalls() {}

  /** The columns are those of the procedure's OUT parameters. */
  static AnalyzedQuery analyze(CallStmt call, ParameterTypes parameters, AnalysisContext context) {
    ParseState state = new ParseState(context, parameters);
    state.callsProcedure = true;
    ResTarget target = new ResTarget(Optional.empty(), List.of(), call.funccall(), -1);
    SelectStmt select = SelectStmt.ofValues(List.of()).withTargets(List.of(target));
    Query query = Statements.analyze(state, select);
    if (parameters.isVariable() && parameters.count() > 0) {
      Parameters.check(parameters, query);
    }
    FuncExpr called = (FuncExpr) query.targets().get(0).expression();
    return new AnalyzedQuery(query, columns(called.function(), context));
  }

  private static List<OutputColumn> columns(ProcEntry procedure, AnalysisContext context) {
    List<OutputColumn> columns = new ArrayList<>();
    for (int i = 0; i < procedure.modes().length; i++) {
      if ("ob".indexOf(procedure.modes()[i]) < 0) {
        continue;
      }
      String name = i < procedure.names().size() ? procedure.names().get(i) : "";
      TypeEntry type = context.catalog().type(procedure.allTypes()[i]);
      columns.add(
          new OutputColumn(
              name.isEmpty() ? "column" + (columns.size() + 1) : name,
              type.oid(),
              -1,
              type.length(),
              0,
              0,
              type.oid()));
    }
    return List.copyOf(columns);
  }
}
