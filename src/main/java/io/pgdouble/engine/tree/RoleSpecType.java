package io.pgdouble.engine.tree;

/** How a role was named. */
public enum RoleSpecType {
  CSTRING,
  CURRENT_ROLE,
  CURRENT_USER,
  SESSION_USER,
  PUBLIC
}
