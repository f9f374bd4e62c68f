package io.pgdouble.type;

import java.util.Arrays;
import java.util.Optional;

/**
 * A zone of the IANA database: recorded changes, then a rule without end. Server: {@code
 * localtime.c}.
 */
final class IanaZone extends Zone {
  private final Data data;

  /**
   * What a compiled zone holds.
   *
   * @param times of the changes, seconds since 1970, ascending
   * @param after which of the offsets holds from each change on
   * @param rule for the time behind the last change
   */
  record Data(ZoneOffset[] offsets, long[] times, int[] after, Optional<PosixRule> rule) {}

  IanaZone(String name, Data data) {
    super(name);
    this.data = data;
  }

  @Override
  public ZoneOffset at(long unixSeconds) {
    int index = lastChangeUpTo(unixSeconds);
    if (index < 0) {
      return earliest();
    }
    if (index == data.times.length - 1 && data.rule.isPresent()) {
      return data.rule.get().at(unixSeconds).orElse(data.offsets[data.after[index]]);
    }
    return data.offsets[data.after[index]];
  }

  /** The index of the last change at or before a moment, -1 for none. */
  private int lastChangeUpTo(long unixSeconds) {
    int found = Arrays.binarySearch(data.times, unixSeconds);
    return found >= 0 ? found : -found - 2;
  }

  /** What holds before the first change: the first kind, if no change leads to it. */
  private ZoneOffset earliest() {
    for (int kind : data.after) {
      if (kind == 0) {
        return firstStandard();
      }
    }
    return data.offsets[0];
  }

  private ZoneOffset firstStandard() {
    for (ZoneOffset offset : data.offsets) {
      if (offset.daylight() == Daylight.STANDARD) {
        return offset;
      }
    }
    return data.offsets[0];
  }

  @Override
  Optional<Change> nextChange(long unixSeconds) {
    if (data.times.length == 0) {
      return Optional.empty();
    }
    int index = lastChangeUpTo(unixSeconds);
    if (index < data.times.length - 1) {
      ZoneOffset before = index < 0 ? firstStandard() : data.offsets[data.after[index]];
      return Optional.of(
          new Change(before, data.times[index + 1], data.offsets[data.after[index + 1]]));
    }
    return data.rule.flatMap(rule -> rule.nextChange(unixSeconds));
  }

  /** The latest use at or before the moment, else the first after it. */
  @Override
  Optional<ZoneOffset> meaning(String abbreviation, long unixSeconds) {
    boolean known = false;
    for (ZoneOffset offset : data.offsets) {
      known |= offset.abbreviation().equals(abbreviation);
    }
    if (!known) {
      return Optional.empty();
    }
    int index = lastChangeUpTo(unixSeconds);
    Optional<ZoneOffset> byRule =
        index == data.times.length - 1 ? ofRule(abbreviation) : Optional.empty();
    if (byRule.isPresent()) {
      return byRule;
    }
    for (int i = index; i >= 0; i--) {
      if (data.offsets[data.after[i]].abbreviation().equals(abbreviation)) {
        return Optional.of(data.offsets[data.after[i]]);
      }
    }
    return laterMeaning(abbreviation, index);
  }

  private Optional<ZoneOffset> ofRule(String abbreviation) {
    return data.rule.flatMap(rule -> rule.meaning(abbreviation));
  }

  private Optional<ZoneOffset> laterMeaning(String abbreviation, int index) {
    ZoneOffset early = earliest();
    if (early.abbreviation().equals(abbreviation)) {
      return Optional.of(early);
    }
    for (int i = index + 1; i < data.times.length; i++) {
      if (data.offsets[data.after[i]].abbreviation().equals(abbreviation)) {
        return Optional.of(data.offsets[data.after[i]]);
      }
    }
    return Optional.empty();
  }

  /** All kinds, used or not, must agree: {@code pg_get_timezone_offset}. */
  @Override
  Optional<ZoneOffset> onlyOffset() {
    for (ZoneOffset offset : data.offsets) {
      if (offset.secondsEast() != data.offsets[0].secondsEast()) {
        return Optional.empty();
      }
    }
    return Optional.of(data.offsets[0]);
  }
}
