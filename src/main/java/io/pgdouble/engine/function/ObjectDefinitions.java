package io.pgdouble.engine.function;

import java.util.Optional;

/** Definitions of objects as SQL ({@code ruleutils.c}). Empty for an OID that is no object's. */
public interface ObjectDefinitions {
  /** How much is left out of a text. */
  enum Style {
    PLAIN,
    PRETTY
  }

  /** {@code pg_get_expr}: an expression over the columns of a relation. */
  Optional<String> expression(String tree, long relation, Style style);

  /** {@code pg_get_constraintdef}. */
  Optional<String> constraint(long oid, Style style);

  /** {@code pg_get_indexdef}; of one column, from 1, or of the whole index for 0. */
  Optional<String> index(long oid, int column, Style style);

  /** {@code pg_get_triggerdef}. */
  Optional<String> trigger(long oid, Style style);

  /**
   * {@code pg_get_viewdef}.
   *
   * @param wrap the column from which lists are wrapped; negative for never
   */
  Optional<String> view(long oid, Style style, int wrap);

  /** What {@code pg_get_functiondef} and its kin tell of a function. */
  interface FunctionTexts {
    String definition();

    /** The parameters with their defaults. */
    String arguments();

    /** Those by which it is found. */
    String identityArguments();

    /** Empty for a procedure. */
    Optional<String> result();

    /** The default of a parameter, from 1. */
    Optional<String> argumentDefault(int number);

    /** The body that is SQL and no text. */
    Optional<String> sqlBody();
  }

  Optional<FunctionTexts> function(long oid);

  /**
   * {@code relation_is_updatable}: bits by the numbers of {@code CmdType}.
   *
   * @param column its number; 0 for any
   */
  int updatable(long relation, int column, InsteadTriggers triggers);

  /** Whether INSTEAD OF triggers make a view updatable. */
  enum InsteadTriggers {
    COUNTED,
    IGNORED
  }

  /** The OID of a relation by its name as a text has it. */
  long relation(String name);

  /** {@code pg_get_serial_sequence}: the sequence of a column of a table, both by name. */
  Optional<String> serialSequence(String table, String column);
}
