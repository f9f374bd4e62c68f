package io.pgdouble.engine.tree;

/** What ALTER ... OPTIONS does with an option. */
public enum DefElemAction {
  UNSPEC,
  SET,
  ADD,
  DROP
}
