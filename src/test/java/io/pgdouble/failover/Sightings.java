package io.pgdouble.failover;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a frontend has seen, in words that are the same whichever ports and processes there are. */
final class Sightings {
  private static final String CHECK_PORT =
      ". Check that the hostname and port are correct"
          + " and that the postmaster is accepting TCP/IP connections.";

  private static final String POOL_COUNTS = " after \\d+ms \\(total=[^)]*\\)";

  private final UnaryOperator<String> naming;
  private final List<String> all = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param naming puts names in place of ports
   */
  Sightings(UnaryOperator<String> naming) {
    this.naming = naming;
  }

  /** Something that a frontend tries. */
  @FunctionalInterface
  interface Attempt {
    Object make() throws SQLException;
  }

  /** Writes down what a frontend gets when it tries something: an answer, or an error. */
  void write(String moment, Attempt attempt) {
    String answer;
    try {
      answer = String.valueOf(attempt.make());
    } catch (SQLException e) {
      answer = words(e);
    }
    String lasting = answer.replace(CHECK_PORT, "").replaceAll(POOL_COUNTS, "");
    all.add(moment + ": " + naming.apply(lasting));
  }

  /** All errors, the first that came first; of a server's error, what the server said. */
  private static String words(SQLException error) {
    StringBuilder words = new StringBuilder(error.getSQLState() + " " + text(error));
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException deeper) {
        words.append(" / ").append(deeper.getSQLState()).append(' ').append(text(deeper));
      }
    }
    return words.toString();
  }

  private static String text(SQLException error) {
    Optional<ServerErrorMessage> server =
        error instanceof PSQLException own
            ? Optional.ofNullable(own.getServerErrorMessage())
            : Optional.empty();
    return server.map(Sightings::text).orElseGet(error::getMessage);
  }

  private static String text(ServerErrorMessage error) {
    return error.getSeverity() + ": " + error.getMessage();
  }

  List<String> all() {
    return List.copyOf(all);
  }
}
