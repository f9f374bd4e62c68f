package io.pgdouble.engine.tree;

/** The forms of an XmlExpr. */
public enum XmlExprOp {
  XMLCONCAT,
  XMLELEMENT,
  XMLFOREST,
  XMLPARSE,
  XMLPI,
  XMLROOT,
  IS_DOCUMENT
}
