/**
 * What was learned from a real server, kept as reviewable tables.
 *
 * <p>In: a major version and a table's name. Out: rows, by column name, read from {@code
 * facts/<major>/<table>.tsv} when first asked for. The files are written by {@code pgdouble learn}
 * and never by hand: the text form of COPY, a first line with the columns' names, {@code \N} for
 * null, sorted so that a difference between two servers reads well. This room must not know what a
 * fact means; types, settings and functions interpret their own tables.
 *
 * <p>Counterpart in PostgreSQL: the catalog's initial contents ({@code pg_proc.dat} and its
 * neighbours), {@code guc_tables.c}, {@code errcodes.txt}. Open first: {@link
 * io.pgdouble.facts.Facts}.
 */
package io.pgdouble.facts;
