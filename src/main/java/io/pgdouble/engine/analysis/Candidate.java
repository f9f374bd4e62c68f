package io.pgdouble.engine.analysis;

import java.util.List;

/**
 * A function or operator that a call may mean ({@code FuncCandidateList}).
 *
 * @param entry the function or operator; two that cannot be told apart have {@code ambiguous}
 * @param arguments the types it takes, in the order of the call's arguments
 * @param path place of its schema in the search path
 * @param variadic how many arguments its variadic parameter collects, 0 if it is called as it is
 * @param defaulted how many arguments are filled in
 * @param order for named notation, the parameter each argument is for; empty otherwise
 */
record Candidate<T>(
    T entry,
    int[] arguments,
    int path,
    int variadic,
    int defaulted,
    List<Integer> order,
    boolean ambiguous) {

  Candidate<T> markedAmbiguous() {
    return new Candidate<>(entry, arguments, path, variadic, defaulted, order, true);
  }
}
