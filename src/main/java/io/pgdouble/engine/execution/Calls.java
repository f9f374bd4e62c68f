package io.pgdouble.engine.execution;

/** Evaluators that call functions. */
public final class Calls {
  private Calls() {}

  /** A call with the values of the arguments. */
  public static Evaluator of(Call call, Evaluator[] arguments) {
    return switch (arguments.length) {
      case 1 -> new Unary(call, arguments[0]);
      case 2 -> new Binary(call, arguments[0], arguments[1]);
      default -> new Any(call, arguments);
    };
  }

  private record Unary(Call call, Evaluator argument) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return call.call(frame.context, argument.evaluate(frame));
    }
  }

  private record Binary(Call call, Evaluator left, Evaluator right) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object one = left.evaluate(frame);
      return call.call(frame.context, one, right.evaluate(frame));
    }
  }

  private record Any(Call call, Evaluator[] arguments) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return call.call(frame.context, Evaluator.all(arguments, frame));
    }
  }

  /** A call of a function whose body is an expression over its arguments. */
  public record Body(Evaluator[] arguments, boolean strict, Evaluator body) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object[] values = Evaluator.all(arguments, frame);
      return strict && Nulls.anyIn(values) ? null : body.evaluate(frame.body(values));
    }
  }

  /** {@code IS DISTINCT FROM}. */
  public record Distinct(Call equal, Evaluator left, Evaluator right) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object one = left.evaluate(frame);
      Object other = right.evaluate(frame);
      if (one == null || other == null) {
        return one != other;
      }
      return !Boolean.TRUE.equals(equal.call(frame.context, one, other));
    }
  }

  /** {@code NULLIF}. */
  public record NullIf(Call equal, Evaluator left, Evaluator right) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object one = left.evaluate(frame);
      Object other = right.evaluate(frame);
      boolean same =
          one != null
              && other != null
              && Boolean.TRUE.equals(equal.call(frame.context, one, other));
      return same ? null : one;
    }
  }

  /** GREATEST and LEAST: nulls do not count. */
  public record Extreme(Call comparison, boolean greatest, Evaluator[] arguments)
      implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object best = null;
      for (Evaluator argument : arguments) {
        Object value = argument.evaluate(frame);
        if (value == null) {
          continue;
        }
        best = best == null || isBetter(frame, value, best) ? value : best;
      }
      return best;
    }

    private boolean isBetter(Frame frame, Object value, Object best) {
      int order = (Integer) comparison.call(frame.context, value, best);
      return greatest ? order > 0 : order < 0;
    }
  }
}
