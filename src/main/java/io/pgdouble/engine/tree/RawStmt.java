package io.pgdouble.engine.tree;

/**
 * One statement of a query string: its tree and where its text lies. Length 0 means "to the end of
 * the string", as in PostgreSQL.
 */
public record RawStmt(Statement stmt, int location, int length) implements Node {}
