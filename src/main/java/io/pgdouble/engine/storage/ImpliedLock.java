package io.pgdouble.engine.storage;

/**
 * A lock that goes with that of a table, of a view or a catalog that is read: others see it, and
 * nobody is kept off by it who would not be by the table's own.
 *
 * @param relation OID of the index, view or catalog
 */
public record ImpliedLock(int relation, LockMode mode, Place place) {
  /** Whose relation it is. */
  public enum Place {
    DATABASE,
    /** It is the session's alone. */
    TEMPORARY,
    CLUSTER
  }
}
