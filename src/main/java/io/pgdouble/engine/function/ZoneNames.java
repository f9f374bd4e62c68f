package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.Interval;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import io.pgdouble.type.Zone;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Zones as {@code AT TIME ZONE} and its like name them: an abbreviation, a name, a POSIX
 * specification, or an interval. Source: {@code datetime.c: DecodeTimezoneName}.
 */
final class ZoneNames {
  /** Abbreviations whose displacement depends on the date. Source: {@code timezonesets/Default}. */
  private static final Set<String> DYNAMIC =
      Set.of(
          ("ART ARST CLT GYT PYT VET DAVT MAWT AMST ANAST ANAT AZST AZT GEST GET IRKST IRKT KGT"
                  + " KRAST KRAT LKT MAGST MAGT NOVST NOVT OMSST OMST PETST PETT SGT TMT ULAT VLAST"
                  + " VLAT YAKST YAKT YEKT FKST FKT LHDT MSK VOLT IOT CKT EASST EAST KOST LINT NUT"
                  + " TKT")
              .split(" "));

  private static final Pattern DISPLACEMENT =
      Pattern.compile("([-+])([0-9]+)(?::([0-9]+)(?::([0-9]+))?)?");

  /** {@code MAX_TZDISP_HOUR}. */
  private static final int MAX_HOURS = 15;

  private ZoneNames() {}

  /**
   * @throws io.pgdouble.error.ReportedError {@code 22023} for what names no zone
   */
  static Zone find(CallContext context, String name) {
    String upper = TimeUnit.lowered(name).toUpperCase(Locale.ROOT);
    if (DYNAMIC.contains(upper)) {
      throw ErrorReport.notSimulated("the time zone abbreviation " + upper).toException();
    }
    for (FactRow row : context.execution().facts().table("pg_timezone_abbrevs").rows()) {
      if (row.text("abbrev").equals(upper)) {
        return Zone.ofOffset(row.integer("utc_offset"));
      }
    }
    return Zone.find(name)
        .orElseThrow(
            () -> FunctionErrors.invalidParameter("time zone \"" + name + "\" not recognized"));
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
  static long atZone(CallContext context, long timestamp, String zone) {
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
        : Timestamps.toZoned(timestamp, find(context, zone));
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
    if (digits == null) {
      return 0;
    }
    return digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
  }
}
