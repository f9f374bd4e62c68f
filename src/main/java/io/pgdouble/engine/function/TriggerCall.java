package io.pgdouble.engine.function;

import java.util.List;

/**
 * One call of a trigger's function ({@code trigger.h: TriggerData}). Rows have a value for every
 * attribute of the table, and perhaps more behind them.
 *
 * @param relation OID of the table or view
 * @param oldRow the row as it was; null where there is none
 * @param newRow the row as it is to be; null where there is none
 * @param transitions the tables by which it can read all rows of the statement
 */
public record TriggerCall(
    Facts trigger,
    int relation,
    Event event,
    Object[] oldRow,
    Object[] newRow,
    List<TransitionTable> transitions) {

  /**
   * What a call says of its trigger.
   *
   * @param oid its own
   * @param function OID of its function
   */
  public record Facts(
      int oid, String name, int function, Timing timing, Level level, List<String> arguments) {}

  /** {@code TG_WHEN}. */
  public enum Timing {
    BEFORE("BEFORE"),
    AFTER("AFTER"),
    INSTEAD("INSTEAD OF");

    private final String words;

    Timing(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** {@code TG_LEVEL}. */
  public enum Level {
    ROW,
    STATEMENT
  }

  /** {@code TG_OP}. */
  public enum Event {
    INSERT,
    DELETE,
    UPDATE,
    TRUNCATE
  }
}
