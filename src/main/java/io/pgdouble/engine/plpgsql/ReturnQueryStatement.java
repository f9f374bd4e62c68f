package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code exec_stmt_return_query}. */
final class ReturnQueryStatement extends PlStatement {
  private final Optional<PlExpression> query;
  private final Optional<DynamicSql> text;

  ReturnQueryStatement(int line, Optional<PlExpression> query, Optional<DynamicSql> text) {
    super(line);
    this.query = query;
    this.text = text;
  }

  @Override
  String typeName() {
    return "RETURN QUERY";
  }

  @Override
  Outcome run(Estate estate) {
    ResultSet rows = estate.rows.orElseThrow();
    SpiResult result =
        query.isPresent()
            ? SqlStatement.run(estate, query.get(), plan -> 0, SpiPlan.Atomicity.ATOMIC)
            : text.orElseThrow().execute(estate, 0);
    if (result.columns().isEmpty()) {
      throw new ReportedError(SqlState.SYNTAX_ERROR, "query is not a SELECT");
    }
    List<RowType.Field> fields = new ArrayList<>();
    for (OutputColumn column : result.columns().get()) {
      fields.add(new RowType.Field(column.name(), column.declared(), column.typmod()));
    }
    RowType shape = new RowType(TypeOid.RECORD, fields);
    rows.require(shape, "structure of query does not match function result type");
    for (Object[] row : result.rows()) {
      rows.add(row);
    }
    estate.processed = result.rows().size();
    estate.found(!result.rows().isEmpty());
    return Outcome.OK;
  }
}
