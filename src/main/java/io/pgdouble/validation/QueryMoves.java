package io.pgdouble.validation;

import static io.pgdouble.validation.Letter.*;
import static io.pgdouble.validation.Place.*;

import java.util.List;

/** Between commands, simple queries and function calls. A table. */
final class QueryMoves {
  private QueryMoves() {}

  static List<Move> all() {
    Moves moves = new Moves();
    commands(moves);
    simple(moves);
    moves.at(CALLING).on(FUNCTION_CALL_RESPONSE, CALLED);
    moves.at(CALLING, CALLED).on(ERROR, CALL_FAILED);
    moves.at(CALLED, CALL_FAILED).on(READY_FOR_QUERY, READY);
    return moves.rows();
  }

  private static void commands(Moves moves) {
    moves.at(READY).on(QUERY, QUERYING).on(FUNCTION_CALL, CALLING).on(TERMINATE, TERMINATED);
    moves
        .at(IN_PIPELINE)
        .breaking(Rule.QUERY_WITHIN_PIPELINE, QUERY, QUERYING)
        .breaking(Rule.QUERY_WITHIN_PIPELINE, FUNCTION_CALL, CALLING)
        .breaking(Rule.ENDED_WITHIN_PIPELINE, TERMINATE, TERMINATED);
    moves
        .at(READY, IN_PIPELINE)
        .breakingInVain(Rule.COPY_OUTSIDE_COPY, FRONTEND_COPY_DATA, FRONTEND_COPY_DONE, COPY_FAIL);
    moves
        .at(READY, IN_PIPELINE, SKIPPING)
        .breaking(Rule.KNOWN_TYPE, UNKNOWN_FRONTEND, NOT_UNDERSTOOD)
        .breaking(Rule.FOLLOWS_THE_TABLE, PASSWORD_MESSAGE, NOT_UNDERSTOOD)
        .breaking(Rule.POSSIBLE_LENGTH, IMPOSSIBLE_LENGTH, LOST);
  }

  /** {@code protocol-flow § Simple Query}. */
  private static void simple(Moves moves) {
    moves.at(QUERYING).on(EMPTY_QUERY_RESPONSE, QUERY_EMPTY);
    moves
        .at(QUERYING, QUERY_GOES_ON)
        .on(ROW_DESCRIPTION, QUERY_ROWS)
        .on(COMMAND_COMPLETE, QUERY_GOES_ON)
        .on(COPY_IN_RESPONSE, COPYING_IN)
        .on(COPY_OUT_RESPONSE, COPYING_OUT)
        .on(COPY_BOTH_RESPONSE, COPYING_BOTH);
    moves.at(QUERY_ROWS).staying(DATA_ROW).on(COMMAND_COMPLETE, QUERY_GOES_ON);
    moves.at(QUERYING, QUERY_ROWS, QUERY_GOES_ON, QUERY_EMPTY).on(ERROR, QUERY_FAILED);
    moves.at(QUERY_GOES_ON, QUERY_EMPTY, QUERY_FAILED).on(READY_FOR_QUERY, READY);
  }
}
