/**
 * Running plans: expressions compiled to evaluators, and row sources that pull from each other.
 *
 * <p>In: planned trees of typed expressions. Out: rows, one at a time. Long loops ask for
 * interrupts. This room must not know the parse tree, nor portals and their limits.
 *
 * <p>Counterpart in PostgreSQL: {@code executor} ({@code execExprInterp.c}, {@code nodeAgg.c},
 * {@code nodeProjectSet.c}, …). Open first: {@link io.pgdouble.engine.execution.Plan}.
 */
package io.pgdouble.engine.execution;
