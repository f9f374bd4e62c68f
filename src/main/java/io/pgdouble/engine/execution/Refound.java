package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.RowVersion;

/**
 * A row that a query has found in order to change it. When another transaction has changed it
 * meanwhile, the query is asked again with the newest version in its place and all other rows as
 * they were; it may not want it any more. Source: {@code execMain.c: EvalPlanQual}.
 */
final class Refound {
  private final StepPlan input;
  private final int range;
  private Frame frame;
  private boolean found = true;
  private boolean keepsUnmatched;

  Refound(StepPlan input, int range, Frame frame) {
    this.input = input;
    this.range = range;
    this.frame = frame;
  }

  /** A row of the source that has no row of the target is found as well. */
  void keepsUnmatched() {
    keepsUnmatched = true;
  }

  /** Whether the row still is one that the query finds. */
  boolean isFound() {
    return found;
  }

  /** Where the query stands, to compute what depends on the row. */
  Frame frame() {
    return frame;
  }

  /** Its columns' values, and perhaps more behind them. */
  Object[] values() {
    return frame.rows[range];
  }

  RowVersion version() {
    return RowVersion.of(values());
  }

  /** It became another version. */
  void became(RowVersion version) {
    frame = frame.withFixedRow(range, TableMember.instead(values(), version));
    found = input.open(frame).advance();
  }

  /** Nothing is to be done with it any more. */
  void done() {
    found = false;
  }

  /** It is gone. */
  void lost() {
    if (keepsUnmatched) {
      frame = frame.withFixedRow(range, null);
      found = input.open(frame).advance();
    } else {
      found = false;
    }
  }
}
