package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.portal.PortalDefinition;
import java.util.List;

/** Analysed statements, ready to be run any number of times ({@code SPIPlanPtr}). */
public interface SpiPlan {
  /** Whether names still mean what they meant. */
  boolean isCurrent(AnalysisContext now);

  /** The command tag of each statement. */
  List<String> tags();

  /** Whether a cursor can be opened over the only statement. */
  boolean givesRows();

  SpiResult run(Run run);

  /** What a cursor over the only statement is made of. */
  PortalDefinition define(Object[] parameters);

  /** Whether a cursor over it may go backward unless that is forbidden. */
  boolean scrollsByItself(Object[] parameters);

  /**
   * One run.
   *
   * @param limit the greatest number of rows to be read, 0 for all
   * @param atomicity whether a procedure in it may end the transaction
   */
  record Run(Object[] parameters, long limit, Atomicity atomicity) {
    public static Run of(Object[] parameters, long limit) {
      return new Run(parameters, limit, Atomicity.ATOMIC);
    }
  }

  /** Whether the transaction may end meanwhile. */
  enum Atomicity {
    ATOMIC,
    NON_ATOMIC
  }

  /** A plan with the values for it. */
  record Cursor(SpiPlan plan, Object[] parameters) {}
}
