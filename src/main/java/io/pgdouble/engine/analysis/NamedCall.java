package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.ProcEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Named notation: which parameter each argument is for ({@code MatchNamedCall}). */
final class NamedCall {
  private NamedCall() {}

  /**
   * @param arguments number of arguments, named ones last
   */
  static Optional<Candidate<ProcEntry>> match(
      ProcEntry function, int arguments, List<String> names, int path) {
    int parameters = function.inputs();
    int missing = parameters - arguments;
    if (missing < 0 || missing > function.defaults().size() || function.names().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> order = new ArrayList<>();
    int positional = arguments - names.size();
    for (int i = 0; i < positional; i++) {
      order.add(i);
    }
    List<String> inputNames = inputNames(function);
    for (String name : names) {
      int parameter = inputNames.indexOf(name);
      if (parameter < 0 || order.contains(parameter)) {
        return Optional.empty();
      }
      order.add(parameter);
    }
    return withDefaults(function, order, missing, path);
  }

  /** Parameters that no argument is for must have defaults. */
  private static Optional<Candidate<ProcEntry>> withDefaults(
      ProcEntry function, List<Integer> order, int missing, int path) {
    int firstDefault = function.inputs() - function.defaults().size();
    List<Integer> all = new ArrayList<>(order);
    for (int parameter = 0; parameter < function.inputs(); parameter++) {
      boolean given = order.contains(parameter);
      if (!given && parameter < firstDefault) {
        return Optional.empty();
      } else if (!given) {
        all.add(parameter);
      }
    }
    int[] types = all.stream().mapToInt(p -> function.argumentTypes()[p]).toArray();
    return Optional.of(new Candidate<>(function, types, path, 0, missing, all, false));
  }

  private static List<String> inputNames(ProcEntry function) {
    if (function.modes().length == 0) {
      return function.names();
    }
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < function.modes().length; i++) {
      char mode = function.modes()[i];
      if (mode == 'i' || mode == 'b' || mode == 'v') {
        inputs.add(function.names().get(i));
      }
    }
    return inputs;
  }
}
