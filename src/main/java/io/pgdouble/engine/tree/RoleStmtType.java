package io.pgdouble.engine.tree;

/** The word after CREATE. */
public enum RoleStmtType {
  ROLE,
  USER,
  GROUP
}
