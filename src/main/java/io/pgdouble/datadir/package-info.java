/**
 * The data directory: what a server keeps on disk, in the files and formats that PostgreSQL's tools
 * know.
 *
 * <p>In: a path, and what the server makes known of itself. Out: the configuration's files as
 * texts, and refusals in PostgreSQL's words. This room must not know what a setting means, or who
 * listens where; a server without a directory does without this room.
 *
 * <p>Counterpart in PostgreSQL: {@code utils/init/miscinit.c}, {@code common/controldata_utils.c},
 * {@code bin/initdb}. Open first: {@link io.pgdouble.datadir.DataDirectory}.
 */
package io.pgdouble.datadir;
