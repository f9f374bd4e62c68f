package io.pgdouble.engine.tree;

/** WITH CHECK OPTION. */
public enum ViewCheckOption {
  NONE,
  LOCAL,
  CASCADED
}
