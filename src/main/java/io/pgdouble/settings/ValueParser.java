package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.OptionalDouble;

/** Texts to values, with the errors of {@code guc.c: parse_and_validate_value}. */
final class ValueParser {
  private static final String TOO_LARGE = "Value exceeds integer range.";

  /** {@code guc.c: MAX_UNIT_LEN}. */
  private static final int MAX_UNIT_LENGTH = 3;

  private ValueParser() {}

  /**
   * A value of a setting, not yet looked at by the setting's own check.
   *
   * @param name as the frontend spelt it, for the errors
   * @throws io.pgdouble.error.ReportedError 22023 if the text is no value of the setting
   */
  static Object parse(Setting setting, String name, String text) {
    return switch (setting.kind()) {
      case BOOL -> bool(name, text);
      case INTEGER -> integer(setting, name, text);
      case REAL -> real(setting, name, text);
      case STRING -> text;
      case ENUM -> enumeration(setting, name, text);
    };
  }

  private static Boolean bool(String name, String text) {
    String value = AsciiText.lower(text);
    int length = value.length();
    boolean yes =
        length > 0
            && ("true".startsWith(value)
                || "yes".startsWith(value)
                || value.equals("on")
                || value.equals("1"));
    boolean no =
        length > 0
            && ("false".startsWith(value)
                || "no".startsWith(value)
                || value.equals("off")
                || value.equals("of")
                || value.equals("0"));
    if (!yes && !no) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE,
              "parameter \"" + name + "\" requires a Boolean value")
          .toException();
    }
    return yes;
  }

  private static Integer integer(Setting setting, String name, String text) {
    NumberText number =
        NumberText.integer(text)
            .filter(found -> !Double.isNaN(found.value()))
            .orElseThrow(() -> SettingErrors.invalid(name, text).toException());
    double value = Math.rint(inBaseUnit(setting, name, text, number));
    if (value > Integer.MAX_VALUE || value < Integer.MIN_VALUE) {
      throw SettingErrors.invalid(name, text).withHint(TOO_LARGE).toException();
    }
    int whole = (int) value;
    if (whole < setting.minimum() || whole > setting.maximum()) {
      throw outOfRange(setting, name, Integer.toString(whole)).toException();
    }
    return whole;
  }

  private static Double real(Setting setting, String name, String text) {
    NumberText number =
        NumberText.real(text)
            .filter(found -> !Double.isNaN(found.value()))
            .orElseThrow(() -> SettingErrors.invalid(name, text).toException());
    double value = inBaseUnit(setting, name, text, number);
    if (value < setting.minimum() || value > setting.maximum()) {
      throw outOfRange(setting, name, RealText.of(value)).toException();
    }
    return value;
  }

  /** What stands after a number must be a unit, if the setting has one, or nothing. */
  private static double inBaseUnit(Setting setting, String name, String text, NumberText number) {
    String rest = stripped(number.rest());
    if (rest.isEmpty()) {
      return number.value();
    }
    SettingUnit unit =
        setting.unit().orElseThrow(() -> SettingErrors.invalid(name, text).toException());
    OptionalDouble converted =
        rest.length() > MAX_UNIT_LENGTH
            ? OptionalDouble.empty()
            : unit.toBase(number.value(), rest);
    return converted.orElseThrow(
        () -> SettingErrors.invalid(name, text).withHint(unit.hint()).toException());
  }

  private static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && AsciiText.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && AsciiText.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static ErrorReport outOfRange(Setting setting, String name, String value) {
    String unit = setting.unit().map(u -> " " + u.text()).orElse("");
    boolean whole = setting.kind() == SettingKind.INTEGER;
    return ErrorReport.error(
        SqlState.INVALID_PARAMETER_VALUE,
        value
            + unit
            + " is outside the valid range for parameter \""
            + name
            + "\" ("
            + (whole ? Long.toString((long) setting.minimum()) : RealText.of(setting.minimum()))
            + " .. "
            + (whole ? Long.toString((long) setting.maximum()) : RealText.of(setting.maximum()))
            + ")");
  }

  private static String enumeration(Setting setting, String name, String text) {
    return setting
        .enumValue(text)
        .orElseThrow(
            () ->
                SettingErrors.invalid(name, text)
                    .withHint("Available values: " + String.join(", ", setting.enumValues()) + ".")
                    .toException());
  }
}
