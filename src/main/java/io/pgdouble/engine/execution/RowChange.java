package io.pgdouble.engine.execution;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done with every row that a modifying query finds. */
public sealed interface RowChange {

  /**
   * A row more.
   *
   * @param columns one for every attribute in order, also for dropped ones
   * @param onConflict what is done about a key that is taken; an error where there is none
   */
  record Insert(Evaluator[] columns, Optional<OnConflict> onConflict) implements RowChange {}

  /**
   * Other values in some columns.
   *
   * @param attributes indexes of the attributes, from 0
   */
  record Update(int[] attributes, Evaluator[] values) implements RowChange {}

  /** The row is gone. */
  record Delete() implements RowChange {}

  /** The first clause that fits a row. */
  record Merge(List<When> clauses) implements RowChange {}

  /**
   * A clause of MERGE.
   *
   * @param change what is done with the row; empty for nothing
   */
  record When(Matching matching, Optional<Evaluator> condition, Optional<RowChange> change) {}

  /** For which rows of its source a clause of MERGE is. */
  enum Matching {
    MATCHED,
    NOT_MATCHED
  }

  /**
   * ON CONFLICT.
   *
   * @param arbiters OIDs of the indexes whose conflicts count; all of the table's where none are
   *     named
   * @param update what is done with the row that has the key; nothing where it is empty
   */
  record OnConflict(Set<Integer> arbiters, Optional<ConflictUpdate> update) {}

  /**
   * DO UPDATE.
   *
   * @param excluded the range entry of the row that was proposed
   */
  record ConflictUpdate(int excluded, Update update, Optional<Evaluator> where) {}
}
