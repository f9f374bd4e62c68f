/**
 * From parse trees to typed queries: what a name means, which function is called, of what type
 * every expression is, and what the result's columns are called.
 *
 * <p>In: a raw statement, the parameters' types, the catalog. Out: an {@link
 * io.pgdouble.engine.analysis.AnalyzedStatement}, or PostgreSQL's own error with its position. This
 * room must not know how a query is run.
 *
 * <p>Counterpart in PostgreSQL: {@code parser/analyze.c}, {@code parse_expr.c}, {@code
 * parse_func.c}, {@code parse_oper.c}, {@code parse_coerce.c} and their neighbours. Open first:
 * {@link io.pgdouble.engine.analysis.Analyzer}.
 */
package io.pgdouble.engine.analysis;
