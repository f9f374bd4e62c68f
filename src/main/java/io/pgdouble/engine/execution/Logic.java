package io.pgdouble.engine.execution;

import io.pgdouble.engine.expression.BooleanTestKind;
import io.pgdouble.engine.expression.RowCompareType;
import io.pgdouble.type.RecordValue;

/** Evaluators of three-valued logic and of choices. */
public final class Logic {
  private Logic() {}

  /** AND: false if any is, else unknown if any is. */
  public record And(Evaluator[] arguments) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object result = Boolean.TRUE;
      for (Evaluator argument : arguments) {
        Object value = argument.evaluate(frame);
        if (value == null) {
          result = null;
        } else if (!(Boolean) value) {
          return Boolean.FALSE;
        }
      }
      return result;
    }
  }

  /** OR: true if any is, else unknown if any is. */
  public record Or(Evaluator[] arguments) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object result = Boolean.FALSE;
      for (Evaluator argument : arguments) {
        Object value = argument.evaluate(frame);
        if (value == null) {
          result = null;
        } else if ((Boolean) value) {
          return Boolean.TRUE;
        }
      }
      return result;
    }
  }

  /** NOT. */
  public record Not(Evaluator argument) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object value = argument.evaluate(frame);
      return value == null ? null : !(Boolean) value;
    }
  }

  /** {@code IS [NOT] NULL}. */
  public record NullTest(Evaluator argument, boolean negated) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return argument.evaluate(frame) == null != negated;
    }
  }

  /** The same of a row: all fields are null, or none is. */
  public record RowNullTest(Evaluator argument, boolean negated) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object value = argument.evaluate(frame);
      if (value == null) {
        return !negated;
      }
      RecordValue row = (RecordValue) value;
      for (int i = 0; i < row.values().length; i++) {
        if (!row.type().isDropped(i) && row.values()[i] == null == negated) {
          return false;
        }
      }
      return true;
    }
  }

  /** {@code IS TRUE} and its like. */
  public record BooleanTest(Evaluator argument, BooleanTestKind kind) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object value = argument.evaluate(frame);
      return switch (kind) {
        case IS_TRUE -> Boolean.TRUE.equals(value);
        case IS_NOT_TRUE -> !Boolean.TRUE.equals(value);
        case IS_FALSE -> Boolean.FALSE.equals(value);
        case IS_NOT_FALSE -> !Boolean.FALSE.equals(value);
        case IS_UNKNOWN -> value == null;
        case IS_NOT_UNKNOWN -> value != null;
      };
    }
  }

  /** CASE without an argument. */
  public record Choice(Evaluator[] conditions, Evaluator[] results, Evaluator otherwise)
      implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      for (int i = 0; i < conditions.length; i++) {
        if (Boolean.TRUE.equals(conditions[i].evaluate(frame))) {
          return results[i].evaluate(frame);
        }
      }
      return otherwise.evaluate(frame);
    }
  }

  /** CASE with an argument, which the conditions find in the frame. */
  public record TestedChoice(Evaluator argument, Evaluator choice) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object outer = frame.caseTest;
      frame.caseTest = argument.evaluate(frame);
      Object result = choice.evaluate(frame);
      frame.caseTest = outer;
      return result;
    }
  }

  /** COALESCE. */
  public record Coalesce(Evaluator[] arguments) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      for (Evaluator argument : arguments) {
        Object value = argument.evaluate(frame);
        if (value != null) {
          return value;
        }
      }
      return null;
    }
  }

  /** {@code (a, b) < (c, d)}: the first fields that differ decide. */
  public record RowComparison(
      RowCompareType type, Call[] comparisons, Evaluator[] left, Evaluator[] right)
      implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      int order = 0;
      for (int i = 0; i < comparisons.length && order == 0; i++) {
        Object one = left[i].evaluate(frame);
        Object other = right[i].evaluate(frame);
        if (one == null || other == null) {
          return null;
        }
        order = (Integer) comparisons[i].call(frame.context, one, other);
      }
      return switch (type) {
        case LT -> order < 0;
        case LE -> order <= 0;
        case GE -> order >= 0;
        case GT -> order > 0;
      };
    }
  }
}
