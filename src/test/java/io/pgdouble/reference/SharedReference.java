package io.pgdouble.reference;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

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

  /** A session on it, in the simple query protocol. */
  public static Connection connect() throws SQLException {
    Reference server = get();
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s?preferQueryMode=simple"
            .formatted(server.host(), server.port(), server.database()),
        server.user(),
        server.password().orElse(""));
  }

  private static final class Holder {
    static final Reference SERVER =
        Reference.start(System.getProperty("pgdouble.reference", "embedded:16"));
  }
}
