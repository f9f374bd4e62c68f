package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.storage.PendingEvents;
import io.pgdouble.engine.storage.Snapshot;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where one run of one query level stands: the current row of everything it reads from, and what
 * was computed of it. Belongs to the thread that pulls.
 */
public final class Frame {
  private static final Object[] NO_SLOTS = {};

  final ExecutionContext context;
  final Object[] parameters;
  final Optional<Frame> outer;

  /** The current row of each range table entry; null where an outer join found none. */
  final Object[][] rows;

  /** Common tables of this level; made when there are any. */
  private Optional<CommonTables> tables = Optional.empty();

  /** The rows that every part of the plan yields instead of its own; null mostly. */
  private final Object[][] fixed;

  private final Snapshot snapshot;

  /** What constraints look at when the statement ends; one for all its frames. */
  private final StatementChecks checks;

  /** Values that are computed once for the run: those of uncorrelated subqueries. */
  private Map<Evaluator, Optional<Object>> initial = Map.of();

  /** Values computed by steps below: aggregates, groups, and elements of sets. */
  Object[] slots = NO_SLOTS;

  /** What {@code CASE} compares, or the element an array coercion converts. */
  Object caseTest;

  /** The row of a subquery that a test looks at. */
  Object[] subRow = NO_SLOTS;

  /**
   * The frame of a query of its own.
   *
   * @param snapshot what tables show
   */
  public Frame(ExecutionContext context, Object[] parameters, int relations, Snapshot snapshot) {
    this(new Run(context, parameters, snapshot, new PendingEvents()), relations);
  }

  /**
   * One run of a statement.
   *
   * @param checks takes what constraints have to look at when it has done its work
   */
  record Run(
      ExecutionContext context, Object[] parameters, Snapshot snapshot, PendingEvents checks) {}

  /** The frame of a query that is run because of another. */
  Frame(Run run, int relations) {
    this.context = run.context;
    this.parameters = run.parameters;
    this.outer = Optional.empty();
    this.rows = new Object[relations][];
    this.fixed = null;
    this.snapshot = run.snapshot;
    this.checks = new StatementChecks(run.checks);
  }

  private Frame(Frame outer, int relations) {
    this.context = outer.context;
    this.parameters = outer.parameters;
    this.outer = Optional.of(outer);
    this.rows = new Object[relations][];
    this.fixed = null;
    this.snapshot = outer.snapshot;
    this.checks = outer.checks;
  }

  private Frame(Frame caller, Object[] arguments) {
    this.context = caller.context;
    this.parameters = arguments;
    this.outer = Optional.empty();
    this.rows = new Object[0][];
    this.fixed = null;
    this.snapshot = caller.snapshot;
    this.checks = caller.checks;
  }

  private Frame(Frame same, Object[][] fixed) {
    this.context = same.context;
    this.parameters = same.parameters;
    this.outer = same.outer;
    this.rows = new Object[fixed.length][];
    this.fixed = fixed;
    this.snapshot = same.snapshot;
    this.checks = same.checks;
    this.tables = Optional.of(same.tables());
    this.initial = same.initial;
    this.slots = same.slots;
  }

  /** What the tables that are read show. */
  Snapshot snapshot() {
    return snapshot;
  }

  /** The rows of a statement that writes; behind the last of them constraints are looked at. */
  public RowSource finishing(RowSource rows) {
    return checks.finishing(rows, this);
  }

  StatementChecks checks() {
    return checks;
  }

  /**
   * A frame like this one in which a plan finds no rows but those where this one stands, and in one
   * entry another.
   */
  Frame withFixedRow(int relation, Object[] row) {
    Object[][] standing = rows.clone();
    standing[relation] = row;
    return new Frame(this, standing);
  }

  /** The same with the rows where this one stands. */
  Frame withFixedRows() {
    return new Frame(this, rows.clone());
  }

  /** The rows that are found instead of those there are; null where they are not fixed. */
  Object[][] fixed() {
    return fixed;
  }

  CommonTables tables() {
    if (tables.isEmpty()) {
      tables = Optional.of(new CommonTables(this));
    }
    return tables.get();
  }

  /** The value of something that is computed once for the run ({@code InitPlan}). */
  Object initial(Evaluator evaluator) {
    if (initial.isEmpty()) {
      initial = new IdentityHashMap<>();
    }
    Optional<Object> known = initial.get(evaluator);
    if (known == null) {
      known = Optional.ofNullable(evaluator.evaluate(this));
      initial.put(evaluator, known);
    }
    return known.orElse(null);
  }

  /** A frame for a query inside this one. */
  Frame inner(int relations) {
    return new Frame(this, relations);
  }

  /** A frame for the body of a function that is called with these arguments. */
  Frame body(Object[] arguments) {
    return new Frame(this, arguments);
  }

  /** The frame of a query some levels further out. */
  Frame up(int levels) {
    Frame frame = this;
    for (int i = 0; i < levels; i++) {
      frame = frame.outer.orElseThrow();
    }
    return frame;
  }
}
