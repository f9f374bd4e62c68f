package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.RowReceiver;
import io.pgdouble.engine.tree.FetchDirection;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** FETCH and MOVE ({@code exec_stmt_fetch}). */
final class FetchStatement extends PlStatement {
  private final Datum.Scalar variable;
  private final Step step;
  private final Optional<Datum> target;

  FetchStatement(int line, Datum.Scalar variable, Step step, Optional<Datum> target) {
    super(line);
    this.variable = variable;
    this.step = step;
    this.target = target;
  }

  /** Where to go, and how many rows that may bring. */
  record Step(FetchDirection direction, long count, Optional<PlExpression> expression, Rows rows) {}

  /** How many rows a direction may bring. */
  enum Rows {
    ONE,
    SEVERAL
  }

  @Override
  String typeName() {
    return target.isPresent() ? "FETCH" : "MOVE";
  }

  @Override
  Outcome run(Estate estate) {
    Portal portal = Cursors.portal(estate, variable);
    long count = step.count();
    if (step.expression().isPresent()) {
      Object value = estate.evalAs(step.expression().get(), TypeOid.INT4);
      if (value == null) {
        throw PlErrors.nullValue("relative or absolute cursor position is null");
      }
      count = (Integer) value;
    }
    CollectedRows rows = new CollectedRows();
    RowReceiver receiver = target.isPresent() ? rows : RowReceiver.NONE;
    long processed =
        portal.fetch(
            estate.spi.block().level().id(),
            new Portal.FetchStep(step.direction(), count),
            receiver);
    if (target.isPresent()) {
      estate.assignment.row(
          target.get(), rows.rows().stream().findFirst(), portal.columns().orElse(List.of()));
    }
    estate.processed = processed;
    estate.found(processed != 0);
    return Outcome.OK;
  }
}
