package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.portal.PortalDefinition;
import java.util.List;
import java.util.Optional;

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
  record Run(Object[] parameters, long limit, Atomicity atomicity, Access access) {
    public static Run of(Object[] parameters, long limit, Access access) {
      return new Run(parameters, limit, Atomicity.ATOMIC, access);
    }
  }

  /** What statements may do: those of functions that are not volatile only read. */
  enum Access {
    READ_WRITE,
    READ_ONLY;

    static Access of(ProcEntry function) {
      return function.volatility() == 'v' ? READ_WRITE : READ_ONLY;
    }
  }

  /** What the rows of the only statement look like; empty where it gives none. */
  Optional<List<OutputColumn>> columns();

  /** Each statement as a plan of its own. */
  List<SpiPlan> each();

  /** Whether the transaction may end meanwhile. */
  enum Atomicity {
    ATOMIC,
    NON_ATOMIC
  }

  /** A plan with the values for it. */
  record Cursor(SpiPlan plan, Object[] parameters) {}
}
