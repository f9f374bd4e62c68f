package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What TimeZone may be set to, and the zone that it means. */
public final class TimeZoneNames {
  /** A POSIX zone without daylight saving: a name and hours west of Greenwich. */
  private static final Pattern POSIX =
      Pattern.compile("(<[^>]*>|(?!<)[^0-9,+-]*)([+-]?)(\\d+)(?::(\\d+)(?::(\\d+))?)?(.*)");

  private static final Pattern INTERVAL_TIME =
      Pattern.compile("([+-]?)(\\d+):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?");

  /** {@code localtime.c: HOURSPERDAY * DAYSPERWEEK - 1}. */
  private static final int MAX_HOURS = 24 * 7 - 1;

  private static final int HOUR = 3600;

  private TimeZoneNames() {}

  /** {@code variable.c: check_timezone}. */
  static Object check(SettingCheck.Request request) {
    String text = request.text();
    if (text.equals("UTC") || text.equals("GMT")) {
      return text;
    }
    if (AsciiText.startsWithIgnoringCase(text, "interval")) {
      return ofInterval(request, text.substring("interval".length()));
    }
    Optional<NumberText> hours = NumberText.real(text).filter(found -> found.rest().isEmpty());
    if (hours.isPresent()) {
      return ofOffset(request, (long) (-hours.get().value() * HOUR));
    }
    return ofName(request, text);
  }

  /** {@code INTERVAL '05:30'}: what SET TIME ZONE INTERVAL becomes. */
  private static String ofInterval(SettingCheck.Request request, String rest) {
    String quoted = rest.strip();
    boolean wellFormed =
        quoted.length() >= 2
            && quoted.startsWith("'")
            && quoted.indexOf('\'', 1) == quoted.length() - 1;
    if (!wellFormed) {
      throw request.refused();
    }
    String interval = quoted.substring(1, quoted.length() - 1);
    Matcher time = INTERVAL_TIME.matcher(interval);
    if (time.matches()) {
      long seconds = seconds(time.group(2), time.group(3), time.group(4));
      return ofOffset(request, time.group(1).equals("-") ? seconds : -seconds);
    }
    if (interval.contains("mon") || interval.contains("year")) {
      throw request.refused("Cannot specify months in time zone interval.");
    }
    if (interval.contains("day")) {
      throw request.refused("Cannot specify days in time zone interval.");
    }
    throw ErrorReport.notSimulated("time zone " + request.text()).toException();
  }

  private static long seconds(String hours, String minutes, String seconds) {
    return Long.parseLong(hours) * HOUR
        + (minutes == null ? 0 : Long.parseLong(minutes) * 60)
        + (seconds == null ? 0 : Long.parseLong(seconds));
  }

  /** {@code localtime.c: pg_tzset_offset}; seconds west of Greenwich. */
  private static String ofOffset(SettingCheck.Request request, long west) {
    long absolute = Math.abs(west);
    if (absolute / HOUR > MAX_HOURS) {
      throw request.refused("UTC timezone offset is out of range.");
    }
    StringBuilder offset = new StringBuilder(String.format("%02d", absolute / HOUR));
    long minutes = absolute / 60 % 60;
    long seconds = absolute % 60;
    if (minutes != 0 || seconds != 0) {
      offset.append(String.format(":%02d", minutes));
    }
    if (seconds != 0) {
      offset.append(String.format(":%02d", seconds));
    }
    String name = west > 0 ? "<-" + offset + ">+" + offset : "<+" + offset + ">-" + offset;
    zone(name);
    return name;
  }

  private static String ofName(SettingCheck.Request request, String text) {
    Facts facts = request.session().server().catalog().facts();
    String file = text.startsWith(":") ? text.substring(1) : text;
    for (FactRow row : facts.table("pg_timezone_names").rows()) {
      if (row.text("name").equalsIgnoreCase(file)) {
        return accepted(request, row.text("name"));
      }
    }
    Matcher posix = POSIX.matcher(AsciiText.upper(text));
    if (!posix.matches() || text.startsWith(":") || text.length() > 255) {
      throw request.refused();
    }
    String rest = posix.group(6);
    boolean daylightSaving = !rest.isEmpty() && !Character.isDigit(rest.charAt(0));
    if (daylightSaving) {
      throw ErrorReport.notSimulated("time zone \"" + text + "\"").toException();
    }
    if (!rest.isEmpty() || outOfRange(posix)) {
      throw request.refused();
    }
    return accepted(request, posix.group());
  }

  private static boolean outOfRange(Matcher posix) {
    return Long.parseLong(posix.group(3)) > MAX_HOURS
        || (posix.group(4) != null && Long.parseLong(posix.group(4)) > 59)
        || (posix.group(5) != null && Long.parseLong(posix.group(5)) > 60);
  }

  /** Refuses zones with odd seconds, as {@code pgtz.c: pg_tz_acceptable} does, and far ones. */
  private static String accepted(SettingCheck.Request request, String name) {
    Matcher posix = POSIX.matcher(name);
    boolean oddSeconds =
        posix.matches() && posix.group(5) != null && Long.parseLong(posix.group(5)) != 0;
    if (oddSeconds) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE,
              "time zone \"" + request.text() + "\" appears to use leap seconds")
          .withDetail("PostgreSQL does not support leap seconds.")
          .toException();
    }
    zone(name);
    return name;
  }

  /**
   * The zone that a value of TimeZone means.
   *
   * @throws io.pgdouble.error.ReportedError 0A000 if Java knows no such zone
   */
  public static ZoneId zone(String name) {
    if (name.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    try {
      Matcher posix = POSIX.matcher(name);
      return posix.matches() && posix.group(6).isEmpty() && !isNamed(name)
          ? fixed(posix)
          : ZoneId.of(name, ZoneId.SHORT_IDS);
    } catch (DateTimeException | ArithmeticException unknown) {
      throw ErrorReport.notSimulated("time zone \"" + name + "\"").toException();
    }
  }

  /** Names of the database that look like POSIX ones: {@code Etc/GMT+3}, {@code GMT0}. */
  private static boolean isNamed(String name) {
    return name.startsWith("Etc/") || name.startsWith("GMT");
  }

  private static ZoneOffset fixed(Matcher posix) {
    long west = seconds(posix.group(3), posix.group(4), posix.group(5));
    return ZoneOffset.ofTotalSeconds(Math.toIntExact(posix.group(2).equals("-") ? west : -west));
  }
}
