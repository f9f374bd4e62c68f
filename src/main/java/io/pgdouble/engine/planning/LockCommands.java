package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.RowMark;
import java.util.Optional;

/** What a query that locks rows is called ({@code utility.c: CreateCommandTag}). */
final class LockCommands {
  private LockCommands() {}

  /** Empty where neither it nor a subquery it reads from locks any. */
  static Optional<String> of(Query query) {
    Optional<RowMark> own = query.rowMarks().stream().findFirst();
    return own.isPresent()
        ? own.map(mark -> "SELECT FOR " + mark.strength().name().replace('_', ' '))
        : query.rangeTable().stream()
            .filter(RangeEntry.Subquery.class::isInstance)
            .flatMap(entry -> of(((RangeEntry.Subquery) entry).query()).stream())
            .findFirst();
  }
}
