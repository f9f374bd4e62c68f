package io.pgdouble.engine.tree;

/** ALTER PUBLICATION. */
public enum AlterPublicationAction {
  ADD,
  DROP,
  SET
}
