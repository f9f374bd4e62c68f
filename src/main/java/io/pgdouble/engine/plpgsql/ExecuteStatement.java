package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** {@code exec_stmt_dynexecute}. */
final class ExecuteStatement extends PlStatement {
  private final DynamicSql sql;
  private final Optional<TargetReader.Into> into;

  ExecuteStatement(int line, DynamicSql sql, Optional<TargetReader.Into> into) {
    super(line);
    this.sql = sql;
    this.into = into;
  }

  @Override
  String typeName() {
    return "EXECUTE";
  }

  @Override
  Outcome run(Estate estate) {
    SpiResult result = sql.execute(estate, 0);
    switch (result.code()) {
      case EMPTY, SELECT, MODIFIED, UTILITY -> {}
      case SELECT_INTO ->
          throw ErrorReport.error(
                  SqlState.FEATURE_NOT_SUPPORTED, "EXECUTE of SELECT ... INTO is not implemented")
              .withHint(
                  "You might want to use EXECUTE ... INTO or EXECUTE CREATE TABLE ... AS"
                      + " instead.")
              .toException();
      case COPY_FORBIDDEN -> throw SqlStatement.forbidden("cannot COPY to/from client in PL/pgSQL");
      case TRANSACTION_FORBIDDEN ->
          throw SqlStatement.forbidden("EXECUTE of transaction commands is not implemented");
    }
    estate.processed = result.processed();
    if (into.isPresent()) {
      boolean strict = into.get().strictness() == TargetReader.Strictness.STRICT;
      Optional<IntoRows.Hint> one = strict ? Optional.of(IntoRows.Hint.NONE) : Optional.empty();
      new IntoRows(estate, into.get(), result).move(one, Optional.empty());
    }
    return Outcome.OK;
  }
}
