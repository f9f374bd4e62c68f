package io.pgdouble.engine.analysis;

import io.pgdouble.type.RowType;
import java.util.List;
import java.util.Optional;

/**
 * The variables that a procedural language lets SQL see, as parameters ({@code
 * p_pre_columnref_hook} and its kin).
 */
public interface VariableResolver {

  /** Who wins where a name may be a column as well. */
  enum Preference {
    NOBODY,
    VARIABLE,
    COLUMN
  }

  /**
   * A variable.
   *
   * @param number of the parameter that stands for it
   */
  record Variable(int number, int type, int typmod, int collation) {}

  /** What is to be done where a record is found and its field is not. */
  enum MissingField {
    PASSED_OVER,
    /** There is no column of the name either. */
    COMPLAINED_OF
  }

  Preference preference();

  /**
   * The variable of a name, perhaps qualified.
   *
   * @throws io.pgdouble.error.ReportedError without a position
   */
  Optional<Variable> find(List<String> names, MissingField missing);

  /** The record that {@code name.*} means. */
  Optional<Variable> findRow(List<String> names);

  /** The variable that {@code $n} means. */
  Optional<Variable> numbered(int number);

  /** The shape of the record that a parameter stands for, as it is now. */
  Optional<RowType> shape(int number);
}
