package io.pgdouble.engine.expression;

/** Of a comparison with many values. */
public enum Quantifier {
  ANY,
  ALL
}
