package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.Zone;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What TimeZone may be set to. */
final class TimeZoneNames {
  private static final Pattern INTERVAL_TIME =
      Pattern.compile("([+-]?)(\\d+):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?");

  /** 2000-01-01 00:00 UTC in seconds since 1970. */
  private static final long EPOCH_2000 = 946_684_800;

  /** {@code pgtime.h: TZ_STRLEN_MAX}. */
  private static final int TZ_STRLEN_MAX = 255;

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
      return ofOffset(request, (long) (hours.get().value() * HOUR));
    }
    return ofName(request, text);
  }

  /** {@code variable.c: check_log_timezone}. */
  static Object checkName(SettingCheck.Request request) {
    return ofName(request, request.text());
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
      return ofOffset(request, time.group(1).equals("-") ? -seconds : seconds);
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

  /** {@code pgtz.c: pg_tzset_offset}; seconds east of Greenwich. */
  private static String ofOffset(SettingCheck.Request request, long east) {
    if (Math.abs(east) / HOUR > MAX_HOURS) {
      throw request.refused("UTC timezone offset is out of range.");
    }
    return Zone.ofOffset((int) east).name();
  }

  private static String ofName(SettingCheck.Request request, String text) {
    if (text.length() > TZ_STRLEN_MAX) {
      throw request.refused();
    }
    Zone zone = find(request, text).orElseThrow(request::refused);
    if (zone.at(EPOCH_2000).secondsEast() % 60 != 0) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE,
              "time zone \"" + text + "\" appears to use leap seconds")
          .withDetail("PostgreSQL does not support leap seconds.")
          .toException();
    }
    return zone.name();
  }

  /** A colon says that what follows is a file's name, and no POSIX specification. */
  private static Optional<Zone> find(SettingCheck.Request request, String text) {
    if (!text.startsWith(":")) {
      return Zone.find(text);
    }
    String file = text.substring(1);
    Facts facts = request.session().server().catalog().facts();
    for (FactRow row : facts.table("pg_timezone_names").rows()) {
      if (row.text("name").equalsIgnoreCase(file)) {
        return Zone.find(file);
      }
    }
    return Optional.empty();
  }
}
