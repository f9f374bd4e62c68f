package io.pgdouble.engine.copy;

import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.NameValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.settings.EncodingNames;
import io.pgdouble.type.StandardTypeEnvironment;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads COPY's options as they are written ({@code copy.c: ProcessCopyOptions}). */
final class CopyOptionReader {
  CopyFormat format = CopyFormat.TEXT;
  CopyHeader header = CopyHeader.NONE;
  String delimiter;
  String nullText;
  String defaultText;
  String quote;
  String escape;
  CopyColumns forceQuote = CopyColumns.NONE;
  CopyColumns forceNotNull = CopyColumns.NONE;
  CopyColumns forceNull = CopyColumns.NONE;
  boolean freeze;
  Optional<String> encoding = Optional.empty();
  CopyColumns selected = CopyColumns.ALL;
  boolean skips;
  CopyTolerance.Verbosity verbosity = CopyTolerance.Verbosity.DEFAULT;
  long rejectLimit;

  private final CopyOptionChecks.Direction direction;
  private final Facts facts;
  private final int major;
  private final Set<String> seen = new HashSet<>();

  CopyOptionReader(CopyOptionChecks.Direction direction, Facts facts) {
    this.direction = direction;
    this.facts = facts;
    this.major = facts.major();
  }

  void read(DefElem option) {
    String name = option.name();
    if (!isKnown(name)) {
      throw at(option, SqlState.SYNTAX_ERROR, "option \"" + name + "\" not recognized");
    }
    if (!seen.add(name)) {
      throw at(option, SqlState.SYNTAX_ERROR, "conflicting or redundant options");
    }
    switch (name) {
      case "format" -> format = format(option);
      case "delimiter" -> delimiter = text(option);
      case "null" -> nullText = text(option);
      case "quote" -> quote = text(option);
      case "escape" -> escape = text(option);
      case "header" -> header = header(option);
      case "force_quote" -> forceQuote = columns(option);
      case "force_not_null" -> forceNotNull = columns(option);
      case "force_null" -> forceNull = columns(option);
      case "freeze" -> freeze = freeze(option);
      case "default" -> defaultText = text(option);
      case "encoding" -> encoding = Optional.of(encoding(option));
      case "convert_selectively" -> selected = selective(option);
      default -> readTolerance(option);
    }
  }

  private void readTolerance(DefElem option) {
    switch (option.name()) {
      case "on_error" -> skips = skips(option);
      case "log_verbosity" -> verbosity = verbosity(option);
      default -> rejectLimit = limit(option);
    }
  }

  private String encoding(DefElem option) {
    return EncodingNames.canonical(text(option), facts)
        .orElseThrow(
            () ->
                at(
                    option,
                    SqlState.INVALID_PARAMETER_VALUE,
                    "argument to option \"" + option.name() + "\" must be a valid encoding name"));
  }

  /** Nobody but {@code file_fdw} says so. */
  private static CopyColumns selective(DefElem option) {
    if (option.arg().isEmpty()) {
      return CopyColumns.NONE;
    }
    if (option.arg().get() instanceof ListValue list) {
      return new CopyColumns(false, list.elements().stream().map(CopyOptionReader::word).toList());
    }
    throw noColumns(option);
  }

  /** {@code defGetCopyOnErrorChoice}. */
  private boolean skips(DefElem option) {
    if (direction == CopyOptionChecks.Direction.TO) {
      throw at(
          option, SqlState.INVALID_PARAMETER_VALUE, "COPY ON_ERROR cannot be used with COPY TO");
    }
    String choice = text(option);
    return switch (choice.toLowerCase(Locale.ROOT)) {
      case "stop" -> false;
      case "ignore" -> true;
      default -> throw unrecognized(option, "ON_ERROR", choice);
    };
  }

  private static ReportedError unrecognized(DefElem option, String what, String choice) {
    return at(
        option,
        SqlState.INVALID_PARAMETER_VALUE,
        "COPY " + what + " \"" + choice + "\" not recognized");
  }

  /** {@code defGetCopyLogVerbosityChoice}. */
  private CopyTolerance.Verbosity verbosity(DefElem option) {
    String choice = text(option);
    String name = choice.toUpperCase(Locale.ROOT);
    boolean silent = name.equals("SILENT") && MajorChange.COPY_LIMITS_REJECTIONS.isIn(major);
    if (silent || name.equals("DEFAULT") || name.equals("VERBOSE")) {
      return CopyTolerance.Verbosity.valueOf(name);
    }
    throw unrecognized(option, "LOG_VERBOSITY", choice);
  }

  private static ReportedError noNumber(DefElem option) {
    return new ReportedError(SqlState.SYNTAX_ERROR, option.name() + " requires a numeric value");
  }

  /** {@code defGetCopyRejectLimitOption}. */
  private static long limit(DefElem option) {
    Node value = option.arg().orElseThrow(() -> noNumber(option));
    if (value instanceof NameValue || value instanceof ListValue) {
      throw noNumber(option);
    }
    long limit =
        (Long) Types.io(TypeOid.INT8).input(word(value), -1, StandardTypeEnvironment.INSTANCE);
    if (limit <= 0) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE,
          "REJECT_LIMIT (" + limit + ") must be greater than zero");
    }
    return limit;
  }

  private boolean isKnown(String name) {
    return switch (name) {
      case "format", "delimiter", "null", "quote", "escape", "header" -> true;
      case "force_quote", "force_not_null", "force_null" -> true;
      case "freeze", "convert_selectively", "encoding" -> true;
      case "default" -> MajorChange.COPY_HAS_DEFAULTS.isIn(major);
      case "on_error", "log_verbosity" ->
          MajorChange.COPY_OPTIONS_ARE_CALLED_BY_KEYWORDS.isIn(major);
      case "reject_limit" -> MajorChange.COPY_LIMITS_REJECTIONS.isIn(major);
      default -> false;
    };
  }

  private static ReportedError at(DefElem option, SqlState state, String message) {
    return ErrorReport.error(state, message).withPosition(option.location() + 1).toException();
  }

  private static CopyFormat format(DefElem option) {
    String name = text(option);
    return switch (name) {
      case "text" -> CopyFormat.TEXT;
      case "csv" -> CopyFormat.CSV;
      case "binary" -> CopyFormat.BINARY;
      default ->
          throw at(
              option,
              SqlState.INVALID_PARAMETER_VALUE,
              "COPY format \"" + name + "\" not recognized");
    };
  }

  /** {@code defGetString}. */
  private static String text(DefElem option) {
    Node value = option.arg().orElseThrow(() -> noParameter(option));
    return word(value);
  }

  private static String word(Node value) {
    if (value instanceof StringValue text) {
      return text.value();
    }
    if (value instanceof IntegerValue number) {
      return Integer.toString(number.value());
    }
    if (value instanceof FloatValue number) {
      return number.text();
    }
    if (value instanceof BooleanValue flag) {
      return Boolean.toString(flag.value());
    }
    if (value instanceof NameValue name) {
      return name.name();
    }
    if (value instanceof ListValue list) {
      return list.elements().stream().map(CopyOptionReader::word).collect(Collectors.joining("."));
    }
    throw ErrorReport.notSimulated("such a value of an option").toException();
  }

  private static ReportedError noParameter(DefElem option) {
    return new ReportedError(SqlState.SYNTAX_ERROR, option.name() + " requires a parameter");
  }

  private static boolean freeze(DefElem option) {
    return switch (option
        .arg()
        .map(CopyOptionReader::word)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .orElse("on")) {
      case "true", "on", "1" -> true;
      case "false", "off", "0" -> false;
      default -> throw new ReportedError(SqlState.SYNTAX_ERROR, "freeze requires a Boolean value");
    };
  }

  /** {@code defGetCopyHeaderChoice}. */
  private CopyHeader header(DefElem option) {
    if (option.arg().isEmpty()) {
      return CopyHeader.PRESENT;
    }
    Node value = option.arg().get();
    return switch (word(value).toLowerCase(Locale.ROOT)) {
      case "true", "on", "1" -> CopyHeader.PRESENT;
      case "false", "off", "0" -> CopyHeader.NONE;
      case "match" -> matching(option);
      default -> throw noHeader(option);
    };
  }

  private ReportedError noHeader(DefElem option) {
    String match = MajorChange.TEXT_COPIES_HAVE_HEADERS.isIn(major) ? " or \"match\"" : "";
    return new ReportedError(
        SqlState.SYNTAX_ERROR, option.name() + " requires a Boolean value" + match);
  }

  private CopyHeader matching(DefElem option) {
    if (!MajorChange.TEXT_COPIES_HAVE_HEADERS.isIn(major)) {
      throw noHeader(option);
    }
    if (direction == CopyOptionChecks.Direction.TO) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot use \"" + word(option.arg().orElseThrow()) + "\" with HEADER in COPY TO");
    }
    return CopyHeader.MATCHING;
  }

  private CopyColumns columns(DefElem option) {
    boolean all =
        option.name().equals("force_quote")
            || MajorChange.COPY_OPTIONS_ARE_CALLED_BY_KEYWORDS.isIn(major);
    if (all && option.arg().orElse(null) instanceof NameValue) {
      return new CopyColumns(true, List.of());
    }
    if (option.arg().orElse(null) instanceof ListValue list) {
      return new CopyColumns(false, list.elements().stream().map(CopyOptionReader::word).toList());
    }
    throw noColumns(option);
  }

  private static ReportedError noColumns(DefElem option) {
    return at(
        option,
        SqlState.INVALID_PARAMETER_VALUE,
        "argument to option \"" + option.name() + "\" must be a list of column names");
  }
}
