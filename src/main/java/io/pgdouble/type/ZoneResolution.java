package io.pgdouble.type;

import io.pgdouble.type.Zone.Change;
import io.pgdouble.type.Zone.Daylight;
import io.pgdouble.type.Zone.ZoneOffset;
import java.util.Optional;

/**
 * Which displacement a local time has, and the moment it then is. Server: {@code datetime.c:
 * DetermineTimeZoneOffsetInternal}.
 *
 * @param unixSeconds the moment; 0 for a date out of range
 */
record ZoneResolution(ZoneOffset offset, long unixSeconds) {
  private static final ZoneResolution OUT_OF_RANGE =
      new ZoneResolution(new ZoneOffset(0, Daylight.STANDARD, "UTC"), 0);

  static ZoneResolution of(DateTimeFields local, Zone zone) {
    if (!DateTimes.isValidJulian(local.year(), local.month())) {
      return OUT_OF_RANGE;
    }
    long day = local.julianDay() - (long) DateTimes.UNIX_EPOCH_JULIAN_DAY;
    long asUtc =
        day * DateTimes.SECONDS_PER_DAY
            + (local.hour() * 60L + local.minute()) * 60
            + local.second();
    // Changes are at least two days apart, displacements less than one.
    long probe = asUtc - DateTimes.SECONDS_PER_DAY;
    Optional<Change> change = zone.nextChange(probe);
    if (change.isEmpty()) {
      return at(asUtc, zone.at(probe));
    }
    Change boundary = change.get();
    long before = asUtc - boundary.before().secondsEast();
    long after = asUtc - boundary.after().secondsEast();
    if (before < boundary.unixSeconds() && after < boundary.unixSeconds()) {
      return at(asUtc, boundary.before());
    }
    if (before > boundary.unixSeconds() && after >= boundary.unixSeconds()) {
      return at(asUtc, boundary.after());
    }
    return at(asUtc, before > after ? boundary.before() : boundary.after());
  }

  /**
   * The same for an abbreviation whose meaning is in a zone's data. Server: {@code
   * DetermineTimeZoneAbbrevOffset}.
   */
  static ZoneOffset ofAbbreviation(DateTimeFields local, String abbreviation, Zone zone) {
    ZoneResolution plain = of(local, zone);
    String capitals = abbreviation.toUpperCase(java.util.Locale.ROOT);
    return zone.meaning(capitals, plain.unixSeconds()).orElse(plain.offset());
  }

  private static ZoneResolution at(long asUtc, ZoneOffset offset) {
    return new ZoneResolution(offset, asUtc - offset.secondsEast());
  }
}
