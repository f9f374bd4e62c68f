package io.pgdouble.engine.tree;

/** MATERIALIZED and NOT MATERIALIZED. */
public enum CteMaterialize {
  DEFAULT,
  ALWAYS,
  NEVER
}
