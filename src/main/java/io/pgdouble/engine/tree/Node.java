package io.pgdouble.engine.tree;

/**
 * A node of the raw parse tree (parsenodes.h, primnodes.h), immutable. Absent parts are empty,
 * never null.
 */
public sealed interface Node
    permits Clause, Expr, Indirection, RawStmt, Statement, TableRef, Value {
  /** What location() answers where PostgreSQL keeps none. */
  int UNKNOWN_LOCATION = -1;

  /** Characters (not bytes) from the start of the whole query string, from 0; -1 if unknown. */
  int location();
}
