package io.pgdouble.engine.analysis;

import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.FactsCatalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.planning.PlanSource;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.storage.Snapshot;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Asks our own parser, analysis, planner and executor what a server is asked. */
final class DoubleSide {
  private final FactsCatalog catalog = new FactsCatalog(Facts.of(16));
  private final Resolutions resolutions = new Resolutions(SearchPath.DEFAULT);
  private final LoneSession session = new LoneSession(catalog);

  List<String> answer(String sql, List<String> texts) {
    List<String> answer = new ArrayList<>();
    String phase = Answers.PARSE;
    try {
      ParameterTypes parameters = ParameterTypes.variable();
      AnalyzedQuery query = analyzed(sql, parameters);
      phase = Answers.BIND;
      describe(query, parameters, answer);
      Object[] values = values(texts, parameters);
      PlanSource plans =
          new PlanSource(
              query.query(), new PlanSource.Basis(new FactsAlone(catalog), SearchPath.DEFAULT));
      RowSource rows = plans.plan(values, session).open(session, values, Snapshot.NOTHING);
      phase = Answers.EXECUTE;
      for (Object[] row = rows.next(); row != RowSource.END; row = rows.next()) {
        answer.add(row(row, query.columns()));
      }
    } catch (ReportedError error) {
      answer.add(phase + error(error.report()));
    }
    return answer;
  }

  /** There is nothing but what is learned. */
  private record FactsAlone(Catalog catalog) implements RelationSource {
    @Override
    public Optional<Iterator<Object[]>> rows(RelationEntry relation, ExecutionContext context) {
      return Optional.empty();
    }
  }

  AnalyzedQuery analyzed(String sql, ParameterTypes parameters) {
    AnalysisContext context =
        new AnalysisContext(catalog, SearchPath.DEFAULT, resolutions, session);
    return (AnalyzedQuery)
        Analyzer.analyze(
            Parser.parse(sql, ParserSettings.DEFAULTS, notice -> {}).get(0), parameters, context);
  }

  private static void describe(
      AnalyzedQuery query, ParameterTypes parameters, List<String> answer) {
    answer.add("parameters " + Arrays.toString(parameters.oids()));
    for (OutputColumn column : query.columns()) {
      answer.add(
          Answers.column(
              column.name(),
              List.of(
                  column.type(),
                  column.typmod(),
                  column.length(),
                  column.table(),
                  column.attribute())));
    }
  }

  private Object[] values(List<String> texts, ParameterTypes parameters) {
    Object[] values = new Object[texts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          texts.get(i).equals("NULL")
              ? null
              : Types.io(parameters.oids()[i]).input(texts.get(i), -1, session.types());
    }
    return values;
  }

  private String row(Object[] row, List<OutputColumn> columns) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      values.add(
          row[i] == null
              ? "NULL"
              : "'" + Types.io(columns.get(i).type()).output(row[i], session.types()) + "'");
    }
    return "row " + values;
  }

  private static String error(ErrorReport report) {
    return Answers.error(
        List.of(
            report.code(),
            report.message(),
            report.field(ErrorField.DETAIL).orElse(""),
            report.field(ErrorField.HINT).orElse(""),
            report.field(ErrorField.POSITION).orElse("")));
  }
}
