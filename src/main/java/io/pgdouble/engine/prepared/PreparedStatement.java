package io.pgdouble.engine.prepared;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.tree.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A statement that waits to be bound ({@code CachedPlanSource}, {@code PreparedStatement}).
 *
 * @param query the query string it came from, as {@code pg_prepared_statements} shows it
 * @param tag the command's name; empty where the query string held no statement
 * @param statement empty where the query string held none
 * @param parameterTypes OIDs, by number from 1 at index 0; not changed
 * @param columns of the result; empty where it gives none
 * @param plannable the query itself, or the one inside a utility statement that has one
 * @param prepareTime microseconds since 2000-01-01 UTC
 */
public record PreparedStatement(
    String query,
    String tag,
    Optional<Statement> statement,
    int[] parameterTypes,
    Optional<List<OutputColumn>> columns,
    Optional<PlannableQuery> plannable,
    long prepareTime,
    Origin origin) {}
