package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ConstraintAttributes;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;

/** The words behind a constraint ({@code gram.y: ConstraintAttributeSpec, processCASbits}). */
record ConstraintBits(int bits, int location) {
  static final int NOT_DEFERRABLE = 1;
  static final int DEFERRABLE = 2;
  static final int IMMEDIATE = 4;
  static final int DEFERRED = 8;
  static final int NOT_VALID = 16;
  static final int NO_INHERIT = 32;

  /** What a constraint allows that may be deferred. */
  static final int DEFER = DEFERRABLE | DEFERRED;

  static ConstraintBits read(Tokens t) {
    int bits = 0;
    int start = t.location();
    while (true) {
      int location = t.location();
      int added = element(t);
      if (added == 0) {
        return new ConstraintBits(bits, start);
      }
      bits |= added;
      reject(t, bits, location);
    }
  }

  /**
   * The word of a constraint that is not looked at, which is a keyword only where there are such.
   */
  static void refuseEnforcement(Tokens t) {
    if (t.is(Keyword.ENFORCED) || t.is(Keyword.NOT) && t.second() == Keyword.ENFORCED) {
      throw ErrorReport.notSimulated("constraints that need not be enforced").toException();
    }
  }

  private static int element(Tokens t) {
    refuseEnforcement(t);
    if (t.accept(Keyword.DEFERRABLE)) {
      return DEFERRABLE;
    }
    if (t.accept(Keyword.NOT)) {
      boolean valid = t.accept(Keyword.VALID);
      if (!valid) {
        t.expect(Keyword.DEFERRABLE);
      }
      return valid ? NOT_VALID : NOT_DEFERRABLE;
    }
    if (t.accept(Keyword.INITIALLY)) {
      boolean deferred = t.accept(Keyword.DEFERRED);
      if (!deferred) {
        t.expect(Keyword.IMMEDIATE);
      }
      return deferred ? DEFERRED : IMMEDIATE;
    }
    if (t.accept(Keyword.NO)) {
      t.expect(Keyword.INHERIT);
      return NO_INHERIT;
    }
    return 0;
  }

  private static void reject(Tokens t, int bits, int location) {
    if (hasBoth(bits, NOT_DEFERRABLE | DEFERRED)) {
      String message = "constraint declared INITIALLY DEFERRED must be DEFERRABLE";
      throw t.error(SqlState.SYNTAX_ERROR, message, location);
    }
    if (hasBoth(bits, NOT_DEFERRABLE | DEFERRABLE) || hasBoth(bits, IMMEDIATE | DEFERRED)) {
      throw t.error(SqlState.SYNTAX_ERROR, "conflicting constraint properties", location);
    }
  }

  private static boolean hasBoth(int bits, int both) {
    return (bits & both) == both;
  }

  /** The attributes, if they are among those that the kind of constraint allows. */
  ConstraintAttributes check(Tokens t, String kind, int allowed) {
    int wrong = bits & ~allowed;
    String complaint = "";
    if ((wrong & DEFER) != 0) {
      complaint = "DEFERRABLE";
    } else if ((wrong & NOT_VALID) != 0) {
      complaint = "NOT VALID";
    } else if ((wrong & NO_INHERIT) != 0) {
      complaint = "NO INHERIT";
    }
    if (!complaint.isEmpty()) {
      String message = kind + " constraints cannot be marked " + complaint;
      // Before, PostgreSQL had no place for these: its list begins with the empty rule.
      int place = MajorChange.EMPTY_RULES_HAVE_PLACES.isIn(t.major()) ? location : -1;
      throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, place);
    }
    return new ConstraintAttributes(
        (bits & DEFER) != 0,
        (bits & DEFERRED) != 0,
        (bits & NOT_VALID) != 0,
        (bits & NO_INHERIT) != 0);
  }
}
