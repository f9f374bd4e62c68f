package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The clauses of a routine's definition ({@code compute_function_attributes}). */
record RoutineAttributes(List<DefElem> options) {
  private static final Map<String, String> PARALLEL =
      Map.of("safe", "s", "unsafe", "u", "restricted", "r");

  private static final Set<String> OF_FUNCTIONS =
      Set.of("strict", "volatility", "leakproof", "window", "support", "cost", "rows", "parallel");

  /** What changes how a call is performed in ways that are not simulated. */
  private static final Set<String> REFUSED = Set.of("support", "transform", "window");

  /**
   * Each may be given once.
   *
   * @param kind of the routine
   */
  void check(char kind) {
    for (DefElem option : options) {
      if (kind == 'p' && OF_FUNCTIONS.contains(option.name())) {
        throw ErrorReport.error(
                SqlState.INVALID_FUNCTION_DEFINITION, "invalid attribute in procedure definition")
            .withPosition(option.location() + 1)
            .toException();
      }
      boolean twice = options.stream().filter(one -> one.name().equals(option.name())).count() > 1;
      if (twice && !option.name().equals("set")) {
        DefElem second =
            options.stream()
                .filter(one -> one.name().equals(option.name()))
                .skip(1)
                .findFirst()
                .orElseThrow();
        throw ErrorReport.error(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
            .withPosition(second.location() + 1)
            .toException();
      }
      if (REFUSED.contains(option.name())) {
        throw ErrorReport.notSimulated(
                "functions with " + option.name().toUpperCase(java.util.Locale.ROOT))
            .toException();
      }
    }
  }

  private Optional<Node> value(String name) {
    return options.stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .flatMap(DefElem::arg);
  }

  private Optional<String> word(String name) {
    return value(name).map(node -> ((StringValue) node).value());
  }

  boolean flag(String name) {
    return value(name).filter(node -> ((BooleanValue) node).value()).isPresent();
  }

  String language() {
    return word("language")
        .orElseThrow(
            () -> new ReportedError(SqlState.INVALID_FUNCTION_DEFINITION, "no language specified"));
  }

  /** {@code interpret_AS_clause}. */
  String body() {
    ListValue parts =
        (ListValue)
            value("as")
                .orElseThrow(
                    () ->
                        new ReportedError(
                            SqlState.INVALID_FUNCTION_DEFINITION, "no function body specified"));
    if (parts.elements().size() > 1) {
      throw new ReportedError(
          SqlState.INVALID_FUNCTION_DEFINITION,
          "only one AS item needed for language \"" + language() + "\"");
    }
    return ((StringValue) parts.elements().get(0)).value();
  }

  String volatility() {
    return word("volatility").map(word -> word.substring(0, 1)).orElse("v");
  }

  String parallel() {
    Optional<String> word = word("parallel");
    if (word.isPresent() && !PARALLEL.containsKey(word.get())) {
      throw new ReportedError(
          SqlState.SYNTAX_ERROR, "parameter \"parallel\" must be SAFE, RESTRICTED, or UNSAFE");
    }
    return word.map(PARALLEL::get).orElse("u");
  }

  Optional<String> number(String name) {
    Optional<String> number =
        value(name)
            .map(
                node ->
                    node instanceof IntegerValue whole
                        ? Integer.toString(whole.value())
                        : ((FloatValue) node).text());
    if (number.isPresent() && Double.parseDouble(number.get()) <= 0) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE,
          name.toUpperCase(java.util.Locale.ROOT) + " must be positive");
    }
    return number;
  }
}
