/**
 * Look-ups over what the database knows: types, functions, operators, casts, collations, relations.
 *
 * <p>In: the facts of a major, and later what transactions create. Out: immutable entries, found by
 * OID or by name. This room must not know the parse tree or any session.
 *
 * <p>Counterpart in PostgreSQL: {@code utils/cache/lsyscache.c}, {@code utils/cache/typcache.c},
 * {@code catalog/namespace.c}. Open first: {@link io.pgdouble.engine.catalog.Catalog}.
 */
package io.pgdouble.engine.catalog;
