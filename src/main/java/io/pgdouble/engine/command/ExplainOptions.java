package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.ExplainStmt;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of EXPLAIN, of which the last counts ({@code explain.c: ExplainQuery}). */
record ExplainOptions(List<DefElem> given) {
  private static final String ANALYZE = "analyze";
  private static final String GENERIC_PLAN = "generic_plan";
  private static final String SERIALIZE = "serialize";
  private static final String FORMAT = "format";

  /** Each option with a truth value, and since which major it is one. */
  private static final Map<String, Integer> FLAGS =
      Map.of(
          ANALYZE,
          14,
          "verbose",
          14,
          "costs",
          14,
          "buffers",
          14,
          "wal",
          14,
          "settings",
          14,
          "timing",
          14,
          "summary",
          14,
          GENERIC_PLAN,
          16,
          "memory",
          17);

  private static final int FIRST_WITH_SERIALIZE = 17;
  private static final Set<String> SERIALIZATIONS = Set.of("off", "none", "text", "binary");

  /** How a plan is written. */
  enum Format {
    TEXT(TypeOid.TEXT),
    XML(TypeOid.XML),
    JSON(TypeOid.JSON),
    YAML(TypeOid.TEXT);

    private final int type;

    Format(int type) {
      this.type = type;
    }

    int type() {
      return type;
    }

    private static Optional<Format> named(String name) {
      return switch (name) {
        case "text" -> Optional.of(TEXT);
        case "xml" -> Optional.of(XML);
        case "json" -> Optional.of(JSON);
        case "yaml" -> Optional.of(YAML);
        default -> Optional.empty();
      };
    }
  }

  static ExplainOptions of(ExplainStmt node) {
    return new ExplainOptions(node.options());
  }

  /** {@code ExplainResultDesc}: a format that is none is not complained about yet. */
  Format formatOfResult() {
    return last(FORMAT).flatMap(one -> Format.named(text(one))).orElse(Format.TEXT);
  }

  boolean analyzes() {
    return flag(ANALYZE).orElse(false);
  }

  /** {@code analyze.c: transformExplainStmt}: parameters may be there without their values. */
  boolean isGeneric(int major) {
    return major >= FLAGS.get(GENERIC_PLAN) && flag(GENERIC_PLAN).orElse(false);
  }

  /**
   * @throws ReportedError where one is unknown, has no such value, or does not go with another
   */
  void check(int major) {
    given.forEach(option -> check(option, major));
    requireAnalyze("wal", flag("wal").orElse(false));
    requireAnalyze("timing", flag("timing").orElse(false));
    boolean serializes = last(SERIALIZE).map(one -> !isOff(one)).orElse(false);
    requireAnalyze(SERIALIZE, serializes);
    if (isGeneric(major) && analyzes()) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE,
          "EXPLAIN options ANALYZE and GENERIC_PLAN cannot be used together");
    }
  }

  private static boolean isOff(DefElem serialize) {
    return serialize.arg().isPresent()
        && (text(serialize).equals("off") || text(serialize).equals("none"));
  }

  private void requireAnalyze(String option, boolean needs) {
    if (needs && !analyzes()) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE,
          "EXPLAIN option " + option.toUpperCase(java.util.Locale.ROOT) + " requires ANALYZE");
    }
  }

  private static void check(DefElem option, int major) {
    boolean serialize = option.name().equals(SERIALIZE) && major >= FIRST_WITH_SERIALIZE;
    if (FLAGS.getOrDefault(option.name(), Integer.MAX_VALUE) <= major) {
      new DefinitionOptions(List.of(option)).flag(option.name(), "t");
    } else if (option.name().equals(FORMAT)) {
      requireValue(option, Format.named(text(option)).isPresent());
    } else if (serialize) {
      requireValue(option, option.arg().isEmpty() || SERIALIZATIONS.contains(text(option)));
    } else {
      throw DefinitionOptions.at(option, "unrecognized EXPLAIN option \"" + option.name() + "\"");
    }
  }

  private static void requireValue(DefElem option, boolean isOne) {
    if (!isOne) {
      String message = "unrecognized value for EXPLAIN option \"%s\": \"%s\"";
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE, message.formatted(option.name(), text(option)))
          .withPosition(option.location() + 1)
          .toException();
    }
  }

  private Optional<Boolean> flag(String name) {
    return last(name)
        .map(one -> new DefinitionOptions(List.of(one)).flag(name, "t").orElseThrow().equals("t"));
  }

  private Optional<DefElem> last(String name) {
    return given.stream().filter(one -> one.name().equals(name)).reduce((one, other) -> other);
  }

  /** {@code defGetString}. */
  private static String text(DefElem option) {
    Node value =
        option
            .arg()
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.SYNTAX_ERROR, option.name() + " requires a parameter"));
    if (value instanceof IntegerValue number) {
      return Integer.toString(number.value());
    }
    return value instanceof FloatValue number ? number.text() : ((StringValue) value).value();
  }
}
