package io.pgdouble.engine.tree;

/** The commands rules and MERGE arms name. */
public enum CmdType {
  NOTHING,
  SELECT,
  INSERT,
  UPDATE,
  DELETE
}
