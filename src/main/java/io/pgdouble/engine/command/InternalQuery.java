package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.analysis.Analyzer;
import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.BooleanTestKind;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks about rows in SQL what a definition must know of them ({@code spi.c}). */
record InternalQuery(SessionMemory memory) {
  private static final Object[] NO_PARAMETERS = {};

  /** The first row as texts, null for nulls; empty where there is no row. */
  Optional<List<Optional<String>>> first(String sql) {
    AnalyzedQuery query = analyzed(sql);
    Plan plan =
        Planner.plan(query.query(), Optional.empty(), memory.relations(), memory.execution());
    Object[] row = open(plan).next();
    return row == RowSource.END ? Optional.empty() : Optional.of(texts(row, query.columns()));
  }

  /** The rows that a statement would see that began now. */
  RowSource open(Plan plan) {
    return plan.open(memory.execution(), NO_PARAMETERS, memory.storage().transaction().current());
  }

  AnalyzedQuery analyzed(String sql) {
    return (AnalyzedQuery)
        Analyzer.analyze(
            Parser.parse(sql, ParserSettings.DEFAULTS, notice -> {}).get(0),
            ParameterTypes.none(),
            memory.analysis(memory.execution()));
  }

  /** Whether a condition over the columns of a table is false for one of its rows. */
  boolean violates(RelationEntry table, Expression condition) {
    Query all = analyzed("SELECT FROM ONLY " + ExistingRows.name(table)).query();
    Expression isFalse = new Expression.BooleanTest(condition, BooleanTestKind.IS_FALSE, -1);
    Query targets = all.withTargets(List.of(new TargetEntry(isFalse, "", 0, false, 0, 0)));
    Plan plan = Planner.plan(targets, Optional.empty(), memory.relations(), memory.execution());
    RowSource rows = open(plan);
    for (Object[] row = rows.next(); row != RowSource.END; row = rows.next()) {
      if (Boolean.TRUE.equals(row[0])) {
        return true;
      }
    }
    return false;
  }

  private List<Optional<String>> texts(Object[] row, List<OutputColumn> columns) {
    List<Optional<String>> texts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row[i];
      texts.add(
          value == null
              ? Optional.empty()
              : Optional.of(
                  Types.io(columns.get(i).type()).output(value, memory.execution().types())));
    }
    return texts;
  }
}
