package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The options of one statement, each given once at most, and their values: {@code define.c}. */
final class DefinitionOptions {
  private final Map<String, DefElem> options = new LinkedHashMap<>();

  /**
   * @throws ReportedError 42601 where an option is given twice
   */
  DefinitionOptions(List<DefElem> given) {
    for (DefElem option : given) {
      if (options.putIfAbsent(option.name(), option) != null) {
        throw at(option, "conflicting or redundant options");
      }
    }
  }

  /** A complaint that points at an option. */
  static ReportedError at(DefElem option, String message) {
    return ErrorReport.error(SqlState.SYNTAX_ERROR, message)
        .withPosition(option.location() + 1)
        .toException();
  }

  /** {@code defGetBoolean}; an option without a value says {@code otherwise}. */
  Optional<String> flag(String name, String otherwise) {
    return Optional.ofNullable(options.get(name))
        .map(one -> one.arg().map(value -> flag(one, value)).orElse(otherwise));
  }

  private static String flag(DefElem option, Node value) {
    return switch (word(value)) {
      case "true", "on", "1" -> "t";
      case "false", "off", "0" -> "f";
      default -> throw wrong(option, " requires a Boolean value");
    };
  }

  private static String word(Node value) {
    if (value instanceof BooleanValue flag) {
      return Boolean.toString(flag.value());
    }
    if (value instanceof IntegerValue number) {
      return Integer.toString(number.value());
    }
    return value instanceof StringValue text ? text.value().toLowerCase(Locale.ROOT) : "";
  }

  /** {@code defGetInt32}; an option without a value says {@code otherwise}. */
  Optional<Integer> number(String name, int otherwise) {
    return Optional.ofNullable(options.get(name))
        .map(one -> one.arg().map(value -> number(one, value)).orElse(otherwise));
  }

  private static int number(DefElem option, Node value) {
    if (value instanceof IntegerValue number) {
      return number.value();
    }
    throw wrong(option, " requires an integer value");
  }

  private static ReportedError wrong(DefElem option, String what) {
    return new ReportedError(SqlState.SYNTAX_ERROR, option.name() + what);
  }
}
