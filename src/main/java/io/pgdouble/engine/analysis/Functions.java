package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Refuses what the double cannot compute before it is asked to. */
final class Functions {
  private Functions() {}

  /** A function that is found but not simulated is 0A000. */
  static void requireSimulated(ProcEntry function) {
    boolean known = isSql(function) || function.implementation().find().isPresent();
    if (!known) {
      throw Complaint.notSimulated("function " + signature(function));
    }
  }

  static boolean isSql(ProcEntry function) {
    return function.language().equals("sql");
  }

  /** Whether an SQL function is computed as built-in ones are, without its body. */
  static boolean isBuiltin(ProcEntry function) {
    return !isSql(function) || function.implementation().find().isPresent();
  }

  static String signature(ProcEntry function) {
    return function.name()
        + Arrays.stream(function.argumentTypes())
            .mapToObj(TypeFacts::name)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
