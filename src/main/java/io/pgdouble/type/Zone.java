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
   * or {@code <+03>-03}. Empty for a name the server would not accept. Server: {@code pgtz.c:
   * pg_tzset}.
   */
  public static Optional<Zone> find(String name) {
    return name.equalsIgnoreCase("UTC") ? Optional.of(UTC) : ZoneTable.find(name);
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

  /**
   * The first change of clocks after a moment; empty where none is to come, as far as {@code
   * localtime.c: pg_next_dst_boundary} sees.
   *
   * @param unixSeconds since 1970-01-01 UTC
   */
  abstract Optional<Change> nextChange(long unixSeconds);

  /** What the zone's data say an abbreviation in capitals means near a moment, if anything. */
  abstract Optional<ZoneOffset> meaning(String abbreviation, long unixSeconds);

  /** The one displacement of a zone that has no other ({@code pg_get_timezone_offset}). */
  abstract Optional<ZoneOffset> onlyOffset();

  /** A change of clocks. */
  record Change(ZoneOffset before, long unixSeconds, ZoneOffset after) {}

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

    @Override
    Optional<Change> nextChange(long unixSeconds) {
      return Optional.empty();
    }

    @Override
    Optional<ZoneOffset> meaning(String abbreviation, long unixSeconds) {
      return offset.abbreviation().equals(abbreviation) ? Optional.of(offset) : Optional.empty();
    }

    @Override
    Optional<ZoneOffset> onlyOffset() {
      return Optional.of(offset);
    }
  }
}
