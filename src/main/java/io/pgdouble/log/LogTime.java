package io.pgdouble.log;

import io.pgdouble.type.Zone;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the log writes them. {@code elog.c: get_formatted_log_time}. */
final class LogTime {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  /** 2000-01-01 00:00 UTC in seconds since 1970. */
  private static final long EPOCH_2000 = 946_684_800L;

  private static final long MICROS = 1_000_000L;

  private LogTime() {}

  /** {@code 2024-02-29 12:00:00 CET}. */
  static String seconds(long micros, Zone zone) {
    return in(zone, micros, SECONDS);
  }

  /** The same with milliseconds. */
  static String millis(long micros, Zone zone) {
    return in(zone, micros, MILLIS);
  }

  private static String in(Zone zone, long micros, DateTimeFormatter format) {
    long seconds = unixSeconds(micros);
    Zone.ZoneOffset offset = zone.at(seconds);
    int nanos = (int) Math.floorMod(micros, MICROS) * 1000;
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(seconds + offset.secondsEast(), nanos, ZoneOffset.UTC);
    return format.format(local) + " " + offset.abbreviation();
  }

  /** Seconds since 1970, and milliseconds after a point. */
  static String epoch(long micros) {
    return String.format(
        Locale.ROOT, "%d.%03d", unixSeconds(micros), Math.floorMod(micros, MICROS) / 1000);
  }

  /** Microseconds since 2000-01-01 00:00 UTC. */
  static long ofUnix(long seconds) {
    return (seconds - EPOCH_2000) * MICROS;
  }

  static long unixSeconds(long micros) {
    return Math.floorDiv(micros, MICROS) + EPOCH_2000;
  }
}
