package io.pgdouble.log;

import io.pgdouble.error.Severity;

/**
 * How much of a report is logged, which a superuser's session may have of its own.
 *
 * @param minMessages {@code log_min_messages}
 * @param minErrorStatement {@code log_min_error_statement}
 */
public record LogLevels(Severity minMessages, Severity minErrorStatement, LogVerbosity verbosity) {}
