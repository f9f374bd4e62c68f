package io.pgdouble.validation;

/**
 * Something a frontend does, and how often.
 *
 * @param kind what
 * @param count how often
 * @param of of how many; 0 where that makes no sense
 */
public record Habit(Kind kind, long count, long of) {

  /** What it is worth. */
  enum Worth {
    NEUTRAL,
    /** It would be better not done. */
    COSTLY
  }

  /** What a frontend may do, well or badly. A table. */
  public enum Kind {
    SENT("messages sent", Worth.NEUTRAL),
    RECEIVED("messages received", Worth.NEUTRAL),
    START_ROUND_TRIPS("round trips until the session was ready", Worth.NEUTRAL),
    ROUND_TRIPS("round trips after that", Worth.NEUTRAL),
    QUERIES("simple queries", Worth.NEUTRAL),
    EXECUTED("portals executed", Worth.NEUTRAL),
    DEEPEST_PIPELINE("portals executed before one Sync, at most", Worth.NEUTRAL),
    SYNCS_OF_ONE("Syncs after a single Execute: nothing is pipelined", Worth.COSTLY),
    EMPTY_SYNCS("Syncs with nothing before them", Worth.COSTLY),
    FLUSHES("Flushes", Worth.NEUTRAL),
    PARSED("statements parsed", Worth.NEUTRAL),
    PARSED_AGAIN("statements parsed whose text was parsed before", Worth.COSTLY),
    NEVER_CLOSED("named statements never closed", Worth.COSTLY),
    PORTALS_LEFT("named portals left to the end of their transaction", Worth.COSTLY),
    DESCRIBED("Describes", Worth.NEUTRAL),
    DESCRIBED_AGAIN("Describes of what was described before", Worth.COSTLY),
    DESCRIBED_IN_VAIN("Describes that told of neither columns nor parameters", Worth.COSTLY),
    BINARY_PARAMETERS("Binds with binary parameters", Worth.NEUTRAL),
    BINARY_RESULTS("Binds that ask for binary results", Worth.NEUTRAL),
    SUSPENDED("Executes that ended at their row limit", Worth.NEUTRAL),
    LONE_TRANSACTION_COMMANDS("BEGIN, COMMIT or ROLLBACK in a round trip of its own", Worth.COSTLY),
    ERRORS("errors", Worth.NEUTRAL),
    SKIPPED("messages sent in vain, skipped after an error", Worth.COSTLY),
    UNREAD_ERRORS("errors that came when nobody listened any more", Worth.COSTLY),
    LEFT_IN_TRANSACTION("connections that ended within a transaction", Worth.COSTLY),
    LEFT_WITHOUT_TERMINATE("connections that ended without Terminate", Worth.COSTLY);

    private final String words;
    private final Worth worth;

    Kind(String words, Worth worth) {
      this.words = words;
      this.worth = worth;
    }

    public String words() {
      return words;
    }

    /** Whether it would be better not done. */
    public boolean costs() {
      return worth == Worth.COSTLY;
    }
  }
}
