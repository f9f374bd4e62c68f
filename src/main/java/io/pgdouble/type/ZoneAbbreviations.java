package io.pgdouble.type;

import io.pgdouble.type.Zone.Daylight;
import java.util.Map;
import java.util.Optional;

/**
 * Time zone abbreviations: the set {@code Default}. Server: {@code share/timezonesets}, {@code
 * datetime.c: DecodeTimezoneAbbrev}.
 */
public final class ZoneAbbreviations {
  private ZoneAbbreviations() {}

  /** Loaded when the first word that may be one is read. */
  private static final class Table {
    static final Map<String, String> LINES = ZoneTable.read("timezone_abbreviations.tsv");
  }

  /**
   * An abbreviation.
   *
   * @param secondsEast 0 where a zone's data say it
   * @param zone the zone whose data say what it means at a time; empty for a fixed displacement
   */
  public record Abbreviation(int secondsEast, Daylight daylight, Optional<Zone> zone) {}

  /**
   * @param token in lower case
   */
  public static Optional<Abbreviation> find(String token) {
    String line = Table.LINES.get(DateTimeWords.compared(token));
    return line == null ? Optional.empty() : Optional.of(parse(line.split("\t")));
  }

  private static Abbreviation parse(String[] columns) {
    Daylight daylight = columns[2].equals("d") ? Daylight.SAVING : Daylight.STANDARD;
    if (columns[2].equals("z")) {
      return new Abbreviation(0, daylight, Zone.find(columns[1]));
    }
    return new Abbreviation(Integer.parseInt(columns[1]), daylight, Optional.empty());
  }
}
