package io.pgdouble.failover;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** What is asked of pgjdbc again and again. */
final class Pgjdbc {
  private Pgjdbc() {}

  static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** Connects, asks for the port that answers, and leaves. */
  static Object reached(String url) throws SQLException {
    try (Connection connection = connect(url)) {
      return one(connection, "SHOW port");
    }
  }

  /** The first column of the only row. */
  static Object one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getObject(1);
    }
  }

  static int pid(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }
}
