package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.Interval;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import io.pgdouble.type.Zone;
import io.pgdouble.type.ZoneAbbreviations;
import io.pgdouble.type.ZoneAbbreviations.Abbreviation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Zones as {@code AT TIME ZONE} and its like name them: an abbreviation, a name, a POSIX
 * specification, or an interval. Source: {@code datetime.c: DecodeTimezoneName}.
 */
final class ZoneNames {
  private static final Pattern DISPLACEMENT =
      Pattern.compile("([-+])([0-9]*)(?::([0-9]*)(?::([0-9]*))?)?");

  /** {@code MAX_TZDISP_HOUR}. */
  private static final int MAX_HOURS = 15;

  private ZoneNames() {}

  /**
   * @throws io.pgdouble.error.ReportedError {@code 22023} for what names no zone
   */
  static Zone find(String name) {
    Optional<Abbreviation> abbreviation = ZoneAbbreviations.find(TimeUnit.lowered(name));
    if (abbreviation.isPresent()) {
      return fixed(name, abbreviation.get());
    }
    return Zone.find(name)
        .orElseThrow(
            () -> FunctionErrors.invalidParameter("time zone \"" + name + "\" not recognized"));
  }

  private static Zone fixed(String name, Abbreviation abbreviation) {
    if (abbreviation.zone().isPresent()) {
      throw ErrorReport.notSimulated(
              "a time zone abbreviation whose meaning changed over time: " + name)
          .toException();
    }
    return Zone.ofOffset(abbreviation.secondsEast());
  }

  /** A displacement written as an interval: seconds east. */
  static int secondsEast(CallContext context, Interval zone) {
    if (zone.months() != 0 || zone.days() != 0) {
      String text = Types.io(TypeOid.INTERVAL).output(zone, context.types());
      throw FunctionErrors.invalidParameter(
          "interval time zone \"" + text + "\" must not include months or days");
    }
    return (int) (zone.micros() / 1_000_000);
  }

  /**
   * {@code make_timestamptz} with a zone, which may be a displacement such as {@code +05:30}.
   * Source: {@code timestamp.c: parse_sane_timezone}.
   */
  static long atZone(long timestamp, String zone) {
    if (!zone.isEmpty() && zone.charAt(0) >= '0' && zone.charAt(0) <= '9') {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE,
              "invalid input syntax for type numeric time zone: \"" + zone + "\"")
          .withHint("Numeric time zones must have \"-\" or \"+\" as first character.")
          .toException();
    }
    Matcher matcher = DISPLACEMENT.matcher(zone);
    return matcher.matches()
        ? Timestamps.shifted(timestamp, -displacement(zone, matcher))
        : Timestamps.toZoned(timestamp, find(zone));
  }

  private static long displacement(String zone, Matcher matcher) {
    long hours = number(matcher.group(2));
    long minutes = number(matcher.group(3));
    long seconds = number(matcher.group(4));
    if (matcher.group(3) == null && zone.length() > 3) {
      minutes = hours % 100;
      hours /= 100;
    }
    if (hours > MAX_HOURS || minutes >= 60 || seconds >= 60) {
      throw FunctionErrors.invalidParameter("numeric time zone \"" + zone + "\" out of range");
    }
    long displacement = (hours * 60 + minutes) * 60 + seconds;
    return zone.startsWith("-") ? -displacement : displacement;
  }

  /** Beyond any bound where the number is too long. */
  private static long number(String digits) {
    if (digits == null || digits.isEmpty()) {
      return 0;
    }
    return digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
  }
}
