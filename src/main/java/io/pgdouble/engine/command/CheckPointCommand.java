package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/**
 * CHECKPOINT: who may ask for one ({@code utility.c: standard_ProcessUtility}). There is nothing to
 * write but a line of the log.
 */
record CheckPointCommand(SessionMemory memory) {

  Completion request(UtilityCommand.Invocation in) {
    if (!new Principal(memory).mayCheckpoint()) {
      throw ErrorReport.error(
              SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to execute CHECKPOINT command")
          .withDetail(
              "Only roles with privileges of the \"pg_checkpoint\" role may execute this command.")
          .toException();
    }
    memory.execution().recovery().checkpoint();
    return in.done();
  }
}
