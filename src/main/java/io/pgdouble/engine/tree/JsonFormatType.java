package io.pgdouble.engine.tree;

/** Whether FORMAT JSON was written. */
public enum JsonFormatType {
  DEFAULT,
  JSON
}
