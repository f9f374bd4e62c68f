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
import io.pgdouble.facts.MajorChange;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads COPY's options as they are written ({@code copy.c: ProcessCopyOptions}). */
final class CopyOptionReader {
  CopyFormat format = CopyFormat.TEXT;
  CopyHeader header = CopyHeader.NONE;
  String delimiter;
  String nullText;
  String quote;
  String escape;
  CopyColumns forceQuote = CopyColumns.NONE;
  CopyColumns forceNotNull = CopyColumns.NONE;
  CopyColumns forceNull = CopyColumns.NONE;
  boolean freeze;

  private final CopyOptionChecks.Direction direction;
  private final int major;
  private final Set<String> seen = new HashSet<>();

  CopyOptionReader(CopyOptionChecks.Direction direction, int major) {
    this.direction = direction;
    this.major = major;
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
      case "force_not_null" -> forceNotNull = columnsOrAll(option);
      case "force_null" -> forceNull = columnsOrAll(option);
      case "freeze" -> freeze = freeze(option);
      default -> throw ErrorReport.notSimulated("COPY's option " + name).toException();
    }
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
    Node value =
        option
            .arg()
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.SYNTAX_ERROR, option.name() + " requires a parameter"));
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
    throw ErrorReport.notSimulated("such a value of an option").toException();
  }

  private boolean freeze(DefElem option) {
    if (direction == CopyOptionChecks.Direction.TO) {
      throw ErrorReport.notSimulated("COPY TO with FREEZE").toException();
    }
    return switch (option.arg().map(CopyOptionReader::word).orElse("on")) {
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

  /** Not every major takes {@code *} for these: {@code copy.c}. */
  private CopyColumns columnsOrAll(DefElem option) {
    CopyColumns columns = columns(option);
    if (columns.all() && !MajorChange.COPY_FORCES_ALL_COLUMNS.isIn(major)) {
      throw noList(option);
    }
    return columns;
  }

  private static CopyColumns columns(DefElem option) {
    if (option.arg().orElse(null) instanceof NameValue) {
      return new CopyColumns(true, List.of());
    }
    if (option.arg().orElse(null) instanceof ListValue list) {
      return new CopyColumns(false, list.elements().stream().map(CopyOptionReader::word).toList());
    }
    throw noList(option);
  }

  private static ReportedError noList(DefElem option) {
    return at(
        option,
        SqlState.INVALID_PARAMETER_VALUE,
        "argument to option \"" + option.name() + "\" must be a list of column names");
  }
}
