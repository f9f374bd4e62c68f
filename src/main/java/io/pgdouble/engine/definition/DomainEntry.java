package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.expression.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A domain with all its constraints, those of the domains beneath it first ({@code typcache.c:
 * load_domaintype_info}).
 *
 * @param defaultValue of itself or the nearest domain beneath that has one
 */
public record DomainEntry(
    TypeEntry type, boolean notNull, List<Check> checks, Optional<Expression> defaultValue) {

  /** A condition over {@code VALUE}. */
  public record Check(String name, Expression condition) {}
}
