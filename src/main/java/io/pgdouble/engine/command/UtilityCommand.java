package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.RowReceiver;
import io.pgdouble.engine.prepared.PlannableQuery;
import java.util.Optional;

/** Runs one utility statement. */
interface UtilityCommand {
  Completion run(Invocation invocation);

  /**
   * One run.
   *
   * @param plannable the query inside the statement, where it has one
   * @param parameters the values of the query's parameters
   * @param receiver where the rows go
   */
  record Invocation(
      Commands.SourceOf source,
      Optional<PlannableQuery> plannable,
      Object[] parameters,
      RowReceiver receiver) {

    /** The command's own name as its tag. */
    Completion done() {
      return Completion.of(source.tag());
    }
  }
}
