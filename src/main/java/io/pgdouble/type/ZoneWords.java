package io.pgdouble.type;

import io.pgdouble.type.ZoneAbbreviations.Abbreviation;
import java.util.Optional;

/**
 * What the words of a date and time say of its zone: a name, an abbreviation, {@code DST}. What
 * they mean can be told only when date and time are known.
 */
final class ZoneWords {
  private final DateTimeState state;
  private Optional<Zone> named = Optional.empty();
  private Optional<Zone> dynamic = Optional.empty();
  private String abbreviation = "";

  ZoneWords(DateTimeState state) {
    this.state = state;
  }

  /** A full name; the mask of what it gives. */
  int name(String name) {
    named = Zone.find(name);
    if (named.isEmpty()) {
      throw DateTimeFault.unknownZone(name);
    }
    return DateTimeState.TZ;
  }

  /** A word that is nothing else must be a zone. */
  int wordOrNothing(String word) {
    named = Zone.find(word);
    if (named.isEmpty()) {
      throw DateTimeFault.badFormat();
    }
    return DateTimeState.TZ;
  }

  int abbreviation(Abbreviation found, String token) {
    if (found.zone().isPresent()) {
      dynamic = found.zone();
      abbreviation = token;
      return DateTimeState.TZ | 1 << 7;
    }
    state.secondsWest = -found.secondsEast();
    return found.daylight() == Zone.Daylight.SAVING
        ? DateTimeState.TZ | DateTimeState.DTZ
        : DateTimeState.TZ;
  }

  /** {@code DST}. */
  int daylight(int seconds) {
    state.secondsWest -= seconds;
    return DateTimeState.DTZMOD | DateTimeState.DTZ;
  }

  Optional<Zone> named() {
    return named;
  }

  /**
   * Sets the displacement at a moment.
   *
   * @param moment the local time to look at
   * @param session the zone where none is given
   */
  void resolve(DateTimeFields moment, Zone session) {
    boolean modified = (state.found & DateTimeState.DTZMOD) != 0;
    boolean given = (state.found & DateTimeState.TZ) != 0;
    if (modified && (named.isPresent() || dynamic.isPresent() || !given)) {
      throw DateTimeFault.badFormat();
    }
    if (named.isPresent()) {
      state.secondsWest = -DateTimes.determineOffset(moment, named.get()).secondsEast();
    }
    if (dynamic.isPresent()) {
      state.secondsWest =
          -ZoneResolution.ofAbbreviation(moment, abbreviation, dynamic.get()).secondsEast();
    }
    if (!given) {
      state.secondsWest = -DateTimes.determineOffset(moment, session).secondsEast();
    }
  }
}
