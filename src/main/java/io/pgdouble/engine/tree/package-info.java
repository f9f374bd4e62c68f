/**
 * The raw parse tree: what the text of a statement says, before anything is looked up.
 *
 * <p>In: nothing; the parser constructs these records. Out: sealed families of immutable records
 * with the names of {@code parsenodes.h}, and handlers that make consumers complete. This room must
 * not know what a name, a type or an operator means.
 *
 * <p>Counterpart in PostgreSQL: {@code nodes/parsenodes.h}, {@code nodes/primnodes.h}. Open first:
 * {@link io.pgdouble.engine.tree.Node}.
 */
package io.pgdouble.engine.tree;
