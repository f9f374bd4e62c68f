package io.pgdouble.replay;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.CommandComplete;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.ReadyForQuery;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The transaction block in which a frontend is, where answers come from anywhere in a recording: it
 * follows from the commands, not from the status that was recorded with them.
 */
final class TransactionBlock {
  private static final Pattern GOES_ON =
      Pattern.compile("(?is).*\\b(rollback\\s+((work|transaction)\\s+)?to|and\\s+chain)\\b.*");

  /** {@code postgres.c: IsTransactionExitStmt}. */
  private static final Pattern EXIT =
      Pattern.compile("(?is)\\s*(commit|end|rollback|abort|prepare\\s+transaction)\\b.*");

  private final Refused refused;
  private ReadyForQuery status = ReadyForQuery.IDLE;

  /** What becomes of a statement in a failed block that was recorded elsewhere. */
  enum Refused {
    IS_TOLD,
    IS_UNKNOWN
  }

  TransactionBlock(Refused refused) {
    this.refused = refused;
  }

  Refused refused() {
    return refused;
  }

  char status() {
    return status.status();
  }

  ReadyForQuery ready() {
    return status;
  }

  /** The server itself said it. */
  void is(ReadyForQuery told) {
    status = told;
  }

  /** An answer as it is in this block; takes note of it. */
  BackendMessage answer(Turn turn, BackendMessage reply) {
    if (reply instanceof ReadyForQuery) {
      return status;
    }
    if (reply instanceof ErrorResponse) {
      fails();
    }
    if (reply instanceof CommandComplete done) {
      return completed(turn, done);
    }
    return reply;
  }

  /** A statement has failed. */
  void fails() {
    if (status.status() == 'T') {
      status = ReadyForQuery.IN_FAILED_TRANSACTION;
    }
  }

  private CommandComplete completed(Turn turn, CommandComplete done) {
    String tag = done.tag().toUpperCase(Locale.ROOT);
    boolean failed = status.status() == 'E';
    switch (tag) {
      case "BEGIN", "START TRANSACTION" -> status = ReadyForQuery.IN_TRANSACTION;
      case "COMMIT", "ROLLBACK", "PREPARE TRANSACTION" -> ends(turn);
      default -> {}
    }
    return failed && tag.equals("COMMIT") ? new CommandComplete("ROLLBACK") : done;
  }

  private void ends(Turn turn) {
    boolean goesOn = status.status() != 'I' && GOES_ON.matcher(turn.meaning()).matches();
    status = goesOn ? ReadyForQuery.IN_TRANSACTION : ReadyForQuery.IDLE;
  }

  /** Whether a failed block refuses what a message means, which was recorded outside of one. */
  boolean refuses(char type, String meaning) {
    String text =
        switch (type) {
          case 'Q', 'P' -> meaning.substring(meaning.indexOf(' ') + 1);
          case 'B', 'E' -> meaning.substring(meaning.indexOf("Parse ") + "Parse ".length());
          default -> "";
        };
    return status.status() == 'E' && !text.isBlank() && !EXIT.matcher(text).matches();
  }

  /** {@code postgres.c: exec_simple_query}. */
  static ErrorReport refusal() {
    return ErrorReport.error(
        SqlState.IN_FAILED_SQL_TRANSACTION,
        "current transaction is aborted, commands ignored until end of transaction block");
  }
}
