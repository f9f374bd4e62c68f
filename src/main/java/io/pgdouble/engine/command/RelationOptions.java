package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.NameValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * WITH (…) of tables and indexes ({@code reloptions.c}), as it is kept: nothing here depends on how
 * full pages are, nor on when vacuum would run.
 *
 * @param values by the options' names, as they were written
 */
record RelationOptions(Map<String, String> values) {
  private static final int MAX = Integer.MAX_VALUE;

  /** Between which numbers an option is. */
  private record Range(int least, int most) {}

  private static final Map<String, Range> OF_TABLES =
      Map.ofEntries(
          Map.entry("fillfactor", new Range(10, 100)),
          Map.entry("parallel_workers", new Range(0, 1024)),
          Map.entry("toast_tuple_target", new Range(128, 8160)),
          Map.entry("autovacuum_vacuum_threshold", new Range(0, MAX)),
          Map.entry("autovacuum_vacuum_insert_threshold", new Range(-1, MAX)),
          Map.entry("autovacuum_analyze_threshold", new Range(0, MAX)),
          Map.entry("autovacuum_vacuum_cost_limit", new Range(1, 10_000)),
          Map.entry("autovacuum_freeze_min_age", new Range(0, 1_000_000_000)),
          Map.entry("autovacuum_freeze_max_age", new Range(100_000, 2_000_000_000)),
          Map.entry("autovacuum_freeze_table_age", new Range(0, 2_000_000_000)),
          Map.entry("log_autovacuum_min_duration", new Range(-1, MAX)));

  private static final Map<String, Range> OF_INDEXES = Map.of("fillfactor", new Range(10, 100));
  private static final Set<String> FLAGS_OF_TABLES =
      Set.of("autovacuum_enabled", "user_catalog_table", "vacuum_truncate");
  private static final Set<String> FLAGS_OF_INDEXES = Set.of("deduplicate_items");

  /** What {@code parse_bool} takes for a truth value. */
  private static final Set<String> TRUTHS =
      Set.of("true", "false", "on", "off", "yes", "no", "1", "0", "t", "f", "y", "n");

  static Optional<String> ofTable(List<DefElem> options) {
    return written(options, new Known(OF_TABLES, FLAGS_OF_TABLES));
  }

  static Optional<String> ofIndex(List<DefElem> options) {
    return written(options, new Known(OF_INDEXES, FLAGS_OF_INDEXES));
  }

  /** What options there are: numbers, and truth values. */
  private record Known(Map<String, Range> numbers, Set<String> flags) {
    void check(String name, String value) {
      if (flags.contains(name)) {
        requireTruth(name, value);
      } else if (numbers.containsKey(name)) {
        requireNumber(name, value, numbers.get(name));
      } else {
        throw ErrorReport.notSimulated("storage parameter " + name).toException();
      }
    }
  }

  private static Optional<String> written(List<DefElem> options, Known known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (DefElem option : options) {
      String value = value(option);
      if (values.putIfAbsent(option.name(), value) != null) {
        throw invalid("parameter \"" + option.name() + "\" specified more than once");
      }
      known.check(option.name(), value);
    }
    return new RelationOptions(values).text();
  }

  /** Those that a relation has. */
  static RelationOptions of(List<String> kept) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String one : kept) {
      values.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
    }
    return new RelationOptions(values);
  }

  Optional<String> set(List<DefElem> options) {
    written(options, new Known(OF_TABLES, FLAGS_OF_TABLES));
    return with(options.stream().map(one -> one.name() + "=" + value(one)).toList());
  }

  /** {@code transformRelOptions}: what is set anew comes last. */
  Optional<String> with(List<String> written) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    Map<String, String> added = of(written).values();
    changed.keySet().removeAll(added.keySet());
    changed.putAll(added);
    return new RelationOptions(changed).text();
  }

  Optional<String> reset(List<DefElem> options) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    for (DefElem option : options) {
      if (option.arg().isPresent()) {
        throw new ReportedError(
            SqlState.SYNTAX_ERROR, "RESET must not include values for parameters");
      }
      requirePlain(option);
      changed.remove(option.name());
    }
    return new RelationOptions(changed).text();
  }

  Optional<String> text() {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            values.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(",", "{", "}")));
  }

  private static void requirePlain(DefElem option) {
    if (option.namespace().isPresent()) {
      throw ErrorReport.notSimulated(
              "storage parameter " + option.namespace().get() + "." + option.name())
          .toException();
    }
  }

  /** {@code defGetString}; nothing said is true. */
  static String value(DefElem option) {
    requirePlain(option);
    Node value = option.arg().orElse(new BooleanValue(true));
    if (value instanceof BooleanValue flag) {
      return Boolean.toString(flag.value());
    }
    if (value instanceof IntegerValue number) {
      return Integer.toString(number.value());
    }
    if (value instanceof FloatValue number) {
      return number.text();
    }
    if (value instanceof TypeName word && word.names().size() == 1) {
      return word.names().get(0);
    }
    return value instanceof NameValue word ? word.name() : ((StringValue) value).value();
  }

  private static void requireTruth(String name, String value) {
    if (!TRUTHS.contains(value.toLowerCase(Locale.ROOT))) {
      throw invalid("invalid value for boolean option \"" + name + "\": " + value);
    }
  }

  private static void requireNumber(String name, String value, Range range) {
    if (!value.matches("[-+]?[0-9]{1,9}")) {
      throw value.matches(".*[0-9].*")
          ? ErrorReport.notSimulated("such a value of a storage parameter").toException()
          : invalid("invalid value for integer option \"" + name + "\": " + value);
    }
    int number = Integer.parseInt(value);
    if (number < range.least() || number > range.most()) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE,
              "value " + value + " out of bounds for option \"" + name + "\"")
          .withDetail(
              "Valid values are between \"" + range.least() + "\" and \"" + range.most() + "\".")
          .toException();
    }
  }

  private static ReportedError invalid(String message) {
    return new ReportedError(SqlState.INVALID_PARAMETER_VALUE, message);
  }
}
