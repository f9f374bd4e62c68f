/**
 * From queries to plans: constants are folded, and the order of steps is chosen.
 *
 * <p>In: an analysed query, and for a custom plan the parameters' values. Out: a {@link
 * io.pgdouble.engine.execution.Plan}. Errors of constant expressions come to light here, as they do
 * in PostgreSQL. A function that the double cannot perform is refused here if PostgreSQL would call
 * it here (it is not volatile, and its arguments are constants), and otherwise when it is called:
 * so that what a query answers without calling it, it answers. This room must not know the parse
 * tree.
 *
 * <p>Counterpart in PostgreSQL: {@code optimizer/plan/planner.c}, {@code optimizer/util/clauses.c:
 * eval_const_expressions}, {@code utils/cache/plancache.c}. Open first: {@link
 * io.pgdouble.engine.planning.PlanSource}.
 */
package io.pgdouble.engine.planning;
