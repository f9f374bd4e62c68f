package io.pgdouble.engine.execution;

/** What is done with every row that a modifying query finds. */
public sealed interface RowChange {

  /**
   * A row more.
   *
   * @param columns one for every attribute in order, also for dropped ones
   */
  record Insert(Evaluator[] columns) implements RowChange {}

  /**
   * Other values in some columns.
   *
   * @param attributes indexes of the attributes, from 0
   */
  record Update(int[] attributes, Evaluator[] values) implements RowChange {}

  /** The row is gone. */
  record Delete() implements RowChange {}
}
