package io.pgdouble.engine.execution;

/** A compiled expression. Stateless but for caches; the frame has the state of a run. */
@FunctionalInterface
public interface Evaluator {
  /** No values. */
  Evaluator[] NONE = {};

  /** The values of none. */
  Object[] NO_VALUES = new Object[0];

  /** The value; null is SQL's NULL. */
  Object evaluate(Frame frame);

  /** The values of several. */
  static Object[] all(Evaluator[] evaluators, Frame frame) {
    Object[] values = new Object[evaluators.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = evaluators[i].evaluate(frame);
    }
    return values;
  }
}
