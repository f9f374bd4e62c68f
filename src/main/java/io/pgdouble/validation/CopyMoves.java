package io.pgdouble.validation;

import static io.pgdouble.validation.Letter.*;
import static io.pgdouble.validation.Place.*;

import java.util.List;

/** COPY in, out and both. A table. */
final class CopyMoves {
  private static final Letter[] COMMANDS = {
    QUERY,
    PARSE,
    BIND,
    DESCRIBE_STATEMENT,
    DESCRIBE_PORTAL,
    EXECUTE,
    CLOSE,
    FUNCTION_CALL,
    PASSWORD_MESSAGE,
    TERMINATE,
    MALFORMED_EXTENDED,
    UNKNOWN_FRONTEND
  };

  private CopyMoves() {}

  static List<Move> all() {
    Moves moves = new Moves();
    in(moves);
    out(moves);
    both(moves);
    return moves.rows();
  }

  /** {@code copyfromparse.c: CopyGetData}. */
  private static void in(Moves moves) {
    moves.at(COPYING_IN).on(FRONTEND_COPY_DONE, COPIED_IN).on(COPY_FAIL, COPY_IN_GIVEN_UP);
    moves
        .at(EXECUTE_COPYING_IN)
        .on(FRONTEND_COPY_DONE, EXECUTE_COPIED_IN)
        .on(COPY_FAIL, EXECUTE_COPY_IN_GIVEN_UP);
    moves
        .at(COPYING_IN, EXECUTE_COPYING_IN)
        .staying(FRONTEND_COPY_DATA, FLUSH)
        .breakingInVain(Rule.SYNC_WITHIN_COPY, SYNC, MALFORMED_SYNC)
        .breaking(Rule.POSSIBLE_LENGTH, IMPOSSIBLE_LENGTH, LOST);
    for (Letter command : COMMANDS) {
      moves.breaking(Rule.COMMAND_WITHIN_COPY, command, COPY_IN_BROKEN);
    }
    moves.at(COPYING_IN, COPIED_IN, COPY_IN_GIVEN_UP).on(ERROR, QUERY_FAILED);
    moves.at(EXECUTE_COPYING_IN, EXECUTE_COPIED_IN, EXECUTE_COPY_IN_GIVEN_UP).on(ERROR, SKIPPING);
    moves.at(COPIED_IN).on(COMMAND_COMPLETE, QUERY_GOES_ON);
    moves.at(EXECUTE_COPIED_IN).on(COMMAND_COMPLETE, IN_PIPELINE);
    moves.at(COPY_IN_BROKEN).on(ERROR, NOT_UNDERSTOOD);
  }

  private static void out(Moves moves) {
    moves.at(COPYING_OUT, EXECUTE_COPYING_OUT).staying(BACKEND_COPY_DATA);
    moves.at(COPYING_OUT).on(BACKEND_COPY_DONE, COPIED_OUT);
    moves.at(EXECUTE_COPYING_OUT).on(BACKEND_COPY_DONE, EXECUTE_COPIED_OUT);
    moves
        .at(COPIED_OUT)
        .on(COMMAND_COMPLETE, QUERY_GOES_ON)
        .on(ROW_DESCRIPTION, QUERY_ROWS)
        .on(COPY_OUT_RESPONSE, COPYING_OUT);
    moves.at(EXECUTE_COPIED_OUT).on(COMMAND_COMPLETE, IN_PIPELINE);
    moves.at(COPYING_OUT, COPIED_OUT).on(ERROR, QUERY_FAILED);
    moves.at(EXECUTE_COPYING_OUT, EXECUTE_COPIED_OUT).on(ERROR, SKIPPING);
  }

  /**
   * Replication: {@code protocol-flow § COPY Operations}, {@code protocol-replication}. After an
   * error the manual has the backend skip to a Sync, as in an extended query; but {@code
   * postgres.c: doing_extended_query_message} is not set for a replication command, which is a
   * Query.
   */
  private static void both(Moves moves) {
    moves
        .at(COPYING_BOTH)
        .staying(FRONTEND_COPY_DATA, BACKEND_COPY_DATA)
        .on(FRONTEND_COPY_DONE, COPYING_BOTH_OUT)
        .on(BACKEND_COPY_DONE, COPYING_BOTH_IN);
    moves.at(COPYING_BOTH_OUT).staying(BACKEND_COPY_DATA).on(BACKEND_COPY_DONE, COPIED_BOTH);
    moves.at(COPYING_BOTH_IN).staying(FRONTEND_COPY_DATA).on(FRONTEND_COPY_DONE, COPIED_BOTH);
    moves
        .at(COPYING_BOTH, COPYING_BOTH_IN)
        .on(TERMINATE, TERMINATED)
        .breaking(Rule.POSSIBLE_LENGTH, IMPOSSIBLE_LENGTH, LOST);
    for (Letter command : COMMANDS) {
      if (command != TERMINATE) {
        moves.breaking(Rule.COMMAND_WITHIN_COPY, command, NOT_UNDERSTOOD);
      }
    }
    moves.breaking(Rule.COMMAND_WITHIN_COPY, FLUSH, NOT_UNDERSTOOD);
    moves.breaking(Rule.COMMAND_WITHIN_COPY, SYNC, NOT_UNDERSTOOD);
    moves.breaking(Rule.COMMAND_WITHIN_COPY, MALFORMED_SYNC, NOT_UNDERSTOOD);
    moves.breaking(Rule.COMMAND_WITHIN_COPY, COPY_FAIL, NOT_UNDERSTOOD);
    moves.at(COPIED_BOTH).on(COMMAND_COMPLETE, QUERY_GOES_ON).on(ROW_DESCRIPTION, QUERY_ROWS);
    moves.at(COPYING_BOTH, COPYING_BOTH_IN, COPYING_BOTH_OUT, COPIED_BOTH).on(ERROR, QUERY_FAILED);
  }
}
