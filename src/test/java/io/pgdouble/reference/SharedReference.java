package io.pgdouble.reference;

/**
 * One real PostgreSQL 16 for all tests of a JVM, started when the first asks for it and ended with
 * the JVM. Tests keep to databases, schemas and roles of their own.
 */
public final class SharedReference {
  private SharedReference() {}

  /** The server. */
  public static Reference get() {
    return Holder.SERVER;
  }

  private static final class Holder {
    static final Reference SERVER =
        Reference.start(System.getProperty("pgdouble.reference", "embedded:16"));
  }
}
