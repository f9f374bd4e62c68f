package io.pgdouble.postmaster;

import io.pgdouble.backend.ProcessSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A server on a data directory of its own, whose life a test leads and whose log it reads. */
interface LivedServer extends AutoCloseable {
  Path data();

  int port();

  void start();

  void stop(ShutdownMode mode);

  void reload();

  /** Sends SIGKILL to the postmaster, and waits until all are gone. */
  void kill();

  void promote();

  void signal(int pid, ProcessSignal signal);

  /** All lines so far. */
  List<String> lines();

  @Override
  void close();

  /** Gives the configuration file another text. */
  default void configure(String text) {
    try {
      Files.writeString(
          data().resolve("postgresql.conf"),
          """
          port = %d
          listen_addresses = '127.0.0.1'
          unix_socket_directories = ''
          log_timezone = 'Asia/Kolkata'
          log_line_prefix = '%%b|%%v|%%e|%%l|'
          %s"""
              .formatted(port(), text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The pid of the process that does something; 0 where there is none. */
  default int pid(String backendType) {
    String url = "jdbc:postgresql://127.0.0.1:%d/postgres?preferQueryMode=simple&user=postgres";
    String sql = "select pid from pg_stat_activity where backend_type = '%s'";
    try (Connection connection = DriverManager.getConnection(url.formatted(port()));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.formatted(backendType))) {
      return rows.next() ? rows.getInt(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
