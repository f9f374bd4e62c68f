package io.pgdouble.type;

import java.util.Optional;

/**
 * A time zone as {@code TimeZone} and {@code AT TIME ZONE} name it. Immutable. Server: {@code
 * pgtz.c}, {@code localtime.c}.
 */
public abstract class Zone {
  /** What a session begins with here. */
  public static final Zone UTC = new FixedZone("UTC", new ZoneOffset(0, Daylight.STANDARD, "UTC"));

  private final String name;

  Zone(String name) {
    this.name = name;
  }

  /** Whether daylight-saving time is in force. */
  public enum Daylight {
    STANDARD,
    SAVING
  }

  /**
   * What holds in a zone at some moment.
   *
   * @param secondsEast of Greenwich
   * @param abbreviation such as {@code CET}
   */
  public record ZoneOffset(int secondsEast, Daylight daylight, String abbreviation) {}

  /**
   * The zone of a name: an IANA name in any case, or a POSIX specification such as {@code EST5EDT}
   * or {@code <+03>-03}. Empty for a name the server would not accept.
   */
  public static Optional<Zone> find(String name) {
    return name.equalsIgnoreCase("UTC") ? Optional.of(UTC) : Optional.empty();
  }

  /**
   * A zone of a fixed displacement, named as {@code SET TIME ZONE -8} names it: {@code <-08>+08}.
   * Server: {@code pgtz.c: pg_tzset_offset}.
   *
   * @param secondsEast of Greenwich
   */
  public static Zone ofOffset(int secondsEast) {
    int absolute = Math.abs(secondsEast);
    StringBuilder clock = new StringBuilder();
    clock.append(String.format("%02d", absolute / 3600));
    if (absolute % 3600 != 0) {
      clock.append(String.format(":%02d", absolute / 60 % 60));
      clock.append(absolute % 60 != 0 ? String.format(":%02d", absolute % 60) : "");
    }
    String east = (secondsEast < 0 ? "-" : "+") + clock;
    String west = (secondsEast < 0 ? "+" : "-") + clock;
    return new FixedZone(
        "<" + east + ">" + west, new ZoneOffset(secondsEast, Daylight.STANDARD, east));
  }

  /** As {@code SHOW TimeZone} writes it. */
  public final String name() {
    return name;
  }

  /**
   * @param unixSeconds since 1970-01-01 UTC
   */
  public abstract ZoneOffset at(long unixSeconds);

  @Override
  public final boolean equals(Object other) {
    return other instanceof Zone that && name.equals(that.name);
  }

  @Override
  public final int hashCode() {
    return name.hashCode();
  }

  @Override
  public final String toString() {
    return name;
  }

  /** A zone where nothing ever changes. */
  private static final class FixedZone extends Zone {
    private final ZoneOffset offset;

    FixedZone(String name, ZoneOffset offset) {
      super(name);
      this.offset = offset;
    }

    @Override
    public ZoneOffset at(long unixSeconds) {
      return offset;
    }
  }
}
