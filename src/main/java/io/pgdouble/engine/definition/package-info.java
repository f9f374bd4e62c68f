/**
 * What the definition of a table says beyond its columns: defaults, constraints, keys.
 *
 * <p>In: the rows of {@code pg_attrdef}, {@code pg_constraint} and {@code pg_index}. Out: entries
 * with typed expressions, made once for each version of a catalog. Also the text form in which
 * expressions stand in those rows. This room must not know the parse tree or any session.
 *
 * <p>Counterpart in PostgreSQL: {@code utils/cache/relcache.c}, {@code nodes/outfuncs.c}, {@code
 * nodes/readfuncs.c}. Open first: {@link io.pgdouble.engine.definition.TableEntry}.
 */
package io.pgdouble.engine.definition;
