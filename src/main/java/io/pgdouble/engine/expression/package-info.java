/**
 * Typed expressions and queries: what analysis makes of the parse tree, and planning and execution
 * work on.
 *
 * <p>In: catalog entries and types. Out: immutable trees with a handler for each closed family.
 * This room must not know the parse tree, nor how an expression is computed.
 *
 * <p>Counterpart in PostgreSQL: {@code nodes/primnodes.h}, {@code nodes/parsenodes.h} ({@code
 * Query}), {@code nodes/nodeFuncs.c}. Open first: {@link io.pgdouble.engine.expression.Expression}.
 */
package io.pgdouble.engine.expression;
