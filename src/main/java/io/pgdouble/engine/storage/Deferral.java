package io.pgdouble.engine.storage;

/**
 * A constraint that need not hold before the transaction ends.
 *
 * @param constraint its OID
 * @param initially whether it is deferred unless SET CONSTRAINTS says otherwise
 */
public record Deferral(int constraint, Initially initially) {

  /** {@code INITIALLY}. */
  public enum Initially {
    IMMEDIATE,
    DEFERRED
  }
}
