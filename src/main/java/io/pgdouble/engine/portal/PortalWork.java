package io.pgdouble.engine.portal;

import io.pgdouble.engine.execution.RowSource;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a portal does when it is run. Its kind decides how ({@code ChoosePortalStrategy}). */
public sealed interface PortalWork {

  /** The query string held no statement. */
  record Nothing() implements PortalWork {}

  /**
   * A query whose rows are pulled ({@code PORTAL_ONE_SELECT}).
   *
   * @param open begins the run; called once, when the first row is wanted
   */
  record Select(Supplier<RowSource> open) implements PortalWork {}

  /** A utility statement that gives rows: run once and whole ({@code PORTAL_UTIL_SELECT}). */
  record UtilityRows(UtilityCall call) implements PortalWork {}

  /** Any other statement: run once ({@code PORTAL_MULTI_QUERY}). */
  record Command(UtilityCall call) implements PortalWork {}

  /**
   * COPY FROM STDIN: runs while data come in.
   *
   * @param begin begins the run
   */
  record CopyIn(Function<CopyDecoder, CopyInput> begin) implements PortalWork {}

  /** Runs a utility statement. */
  interface UtilityCall {
    Completion run(RowReceiver receiver);
  }
}
