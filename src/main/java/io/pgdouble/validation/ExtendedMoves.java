package io.pgdouble.validation;

import static io.pgdouble.validation.Letter.*;
import static io.pgdouble.validation.Place.*;

import java.util.List;

/** Extended query, pipelines, and what is skipped after an error. A table. */
final class ExtendedMoves {
  private ExtendedMoves() {}

  static List<Move> all() {
    Moves moves = new Moves();
    asked(moves);
    answered(moves);
    skipped(moves);
    return moves.rows();
  }

  private static void asked(Moves moves) {
    moves
        .at(READY, IN_PIPELINE)
        .on(PARSE, PARSING)
        .on(BIND, BINDING)
        .on(DESCRIBE_STATEMENT, DESCRIBING_STATEMENT)
        .on(DESCRIBE_PORTAL, DESCRIBING_PORTAL)
        .on(EXECUTE, EXECUTING)
        .on(CLOSE, CLOSING)
        .on(SYNC, SYNCING)
        .on(MALFORMED_SYNC, SYNCING)
        .on(MALFORMED_EXTENDED, COMPLAINING)
        .staying(FLUSH);
  }

  /** {@code protocol-flow § Extended Query}. */
  private static void answered(Moves moves) {
    moves.at(PARSING).on(PARSE_COMPLETE, IN_PIPELINE);
    moves.at(BINDING).on(BIND_COMPLETE, IN_PIPELINE);
    moves.at(CLOSING).on(CLOSE_COMPLETE, IN_PIPELINE);
    moves.at(DESCRIBING_STATEMENT).on(PARAMETER_DESCRIPTION, DESCRIBING_RESULT);
    moves
        .at(DESCRIBING_RESULT, DESCRIBING_PORTAL)
        .on(ROW_DESCRIPTION, IN_PIPELINE)
        .on(NO_DATA, IN_PIPELINE);
    moves
        .at(EXECUTING)
        .on(EMPTY_QUERY_RESPONSE, IN_PIPELINE)
        .on(COPY_IN_RESPONSE, EXECUTE_COPYING_IN)
        .on(COPY_OUT_RESPONSE, EXECUTE_COPYING_OUT);
    moves
        .at(EXECUTING, EXECUTING_ROWS)
        .on(DATA_ROW, EXECUTING_ROWS)
        .on(COMMAND_COMPLETE, IN_PIPELINE)
        .on(PORTAL_SUSPENDED, IN_PIPELINE);
    moves
        .at(PARSING, BINDING, CLOSING, DESCRIBING_STATEMENT, DESCRIBING_RESULT, DESCRIBING_PORTAL)
        .on(ERROR, SKIPPING);
    moves.at(EXECUTING, EXECUTING_ROWS, COMPLAINING).on(ERROR, SKIPPING);
    moves.at(SYNCING).on(ERROR, SYNC_FAILED);
    moves.at(SYNCING, SYNCING_AFTER_ERROR, SYNC_FAILED).on(READY_FOR_QUERY, READY);
  }

  /** {@code postgres.c: ignore_till_sync}; a Terminate is heard. */
  private static void skipped(Moves moves) {
    moves
        .at(SKIPPING)
        .staying(QUERY, PARSE, BIND, DESCRIBE_STATEMENT, DESCRIBE_PORTAL, EXECUTE, CLOSE)
        .staying(FLUSH, FUNCTION_CALL, FRONTEND_COPY_DATA, FRONTEND_COPY_DONE, COPY_FAIL)
        .staying(MALFORMED_EXTENDED)
        .on(SYNC, SYNCING_AFTER_ERROR)
        .on(MALFORMED_SYNC, SYNCING)
        .on(TERMINATE, TERMINATED);
  }
}
