package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.ProcEntry;

/**
 * What the double cannot compute. A call of it is refused when it is made, so that a query whose
 * rows never reach the call is answered; what the whole result depends on is refused at once.
 */
final class Functions {
  private Functions() {}

  /** A function that is found but not simulated is 0A000. */
  static void requireSimulated(ProcEntry function) {
    boolean known =
        function.isOfUser() || isSql(function) || function.implementation().find().isPresent();
    if (!known) {
      throw Complaint.notSimulated("function " + function.signature());
    }
  }

  static boolean isSql(ProcEntry function) {
    return function.language().equals("sql");
  }

  /** Whether an SQL function is computed as built-in ones are, without its body. */
  static boolean isBuiltin(ProcEntry function) {
    return function.isOfUser() || !isSql(function) || function.implementation().find().isPresent();
  }
}
