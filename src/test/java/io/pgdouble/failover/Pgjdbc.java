package io.pgdouble.failover;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/** What is asked of pgjdbc again and again. */
final class Pgjdbc {
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

  private Pgjdbc() {}

  static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url);
  }

  /**
   * Connects, asks for the port that answers, and leaves. A moment before, because pgjdbc counts
   * hostRecheckSeconds in milliseconds: what it learned in this very one it would still believe.
   */
  static Object reached(String url) throws SQLException {
    LockSupport.parkNanos(MOMENT_NANOS);
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

  /** Runs a statement that answers no rows. */
  static Object run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return "done";
    }
  }

  /** What the server last said of a setting that it reports. */
  static Object reported(Connection connection, String setting) throws SQLException {
    return connection.unwrap(PGConnection.class).getParameterStatus(setting);
  }

  static int pid(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }
}
