package io.pgdouble.engine.tree;

/** What IS JSON asks for. */
public enum JsonItemType {
  ANY,
  OBJECT,
  ARRAY,
  SCALAR
}
