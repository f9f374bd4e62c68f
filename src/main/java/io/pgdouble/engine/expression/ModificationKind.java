package io.pgdouble.engine.expression;

/** How a query writes ({@code CmdType}). */
public enum ModificationKind {
  INSERT,
  UPDATE,
  DELETE,
  MERGE
}
