package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.execution.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of a bound cursor's parameters, as one row. */
record CursorArguments(PlExpression values) {
  SpiResult run(Estate estate) {
    PreparedExpression prepared = new ExpressionRun(estate, values).prepared();
    return estate
        .spi
        .contexts()
        .during(
            new SqlContext(values.query, ParseMode.EXPRESSION.words(estate.major())),
            () -> {
              Object[] row = estate.open(prepared).next();
              List<Object[]> rows = new ArrayList<>();
              if (row != RowSource.END) {
                rows.add(row);
              }
              return new SpiResult(
                  SpiResult.Code.SELECT, rows.size(), Optional.of(prepared.columns()), rows);
            });
  }
}
