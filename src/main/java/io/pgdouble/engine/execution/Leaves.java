package io.pgdouble.engine.execution;

import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;

/** Evaluators of values that are at hand: constants, parameters, columns. */
public final class Leaves {
  private Leaves() {}

  /** A constant. */
  public record Constant(Object value) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return value;
    }
  }

  /**
   * A parameter.
   *
   * @param index from 0
   */
  public record Parameter(int index) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return frame.parameters[index];
    }
  }

  /**
   * A column of this query level.
   *
   * @param index from 0
   */
  public record Column(int relation, int index) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object[] row = frame.rows[relation];
      return row == null ? null : row[index];
    }
  }

  /** A column of a query around this one. */
  public record OuterColumn(int levels, int relation, int index) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object[] row = frame.up(levels).rows[relation];
      return row == null ? null : row[index];
    }
  }

  /** The system column {@code tableoid}: null where an outer join has no row. */
  public record TableOid(int levels, int relation, long oid) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object[] row = frame.up(levels).rows[relation];
      return row == null
          ? null
          : (Object)
              TableMember.of(row)
                  .map(member -> Integer.toUnsignedLong(member.relation().oid()))
                  .orElse(oid);
    }
  }

  /** A whole row as a value. */
  public record WholeRow(int levels, int relation, RowType type) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object[] row = frame.up(levels).rows[relation];
      return row == null ? null : new RecordValue(type, columns(row));
    }

    /** A table's row has its version behind its columns. */
    private Object[] columns(Object[] row) {
      int columns = type.fields().size();
      return row.length == columns ? row : java.util.Arrays.copyOf(row, columns);
    }
  }

  /** A value that a step below computed. */
  public record SlotValue(int levels, int index) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return frame.up(levels).slots[index];
    }
  }

  /** A value that has to keep the constraints of a domain ({@code ExecEvalConstraintCheck}). */
  public record DomainValue(Evaluator value, int domain) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object checked = value.evaluate(frame);
      frame.context.types().userTypes().checkDomain(domain, checked);
      return checked;
    }
  }

  /** What CASE compares. */
  public record CaseTestValue() implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return frame.caseTest;
    }
  }

  /** A column of the row of a subquery. */
  public record SubRowColumn(int index) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return frame.subRow[index];
    }
  }
}
