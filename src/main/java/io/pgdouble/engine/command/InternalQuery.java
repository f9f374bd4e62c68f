package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.analysis.Analyzer;
import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.OutputColumn;
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
    AnalyzedQuery query =
        (AnalyzedQuery)
            Analyzer.analyze(
                Parser.parse(sql, ParserSettings.DEFAULTS, notice -> {}).get(0),
                ParameterTypes.none(),
                memory.analysis(memory.execution()));
    Plan plan =
        Planner.plan(query.query(), Optional.empty(), memory.relations(), memory.execution());
    Object[] row = Runs.of(plan, NO_PARAMETERS, memory).get().next();
    return row == RowSource.END ? Optional.empty() : Optional.of(texts(row, query.columns()));
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
