package io.pgdouble.type;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The words that may stand in a date, a time or an interval. Server: {@code datetime.c: datetktbl,
 * deltatktbl}. Rows: kind, value, the words. A table.
 */
final class DateTimeWords {
  private static final String[] DATE_ROWS = {
    "RESERV LATE +infinity infinity",
    "RESERV EARLY -infinity",
    "ADBC AD ad",
    "RESERV ZULU allballs",
    "AMPM AM am",
    "MONTH 4 apr april",
    "IGNORE 0 at on",
    "MONTH 8 aug august",
    "ADBC BC bc",
    "UNITS DAY d",
    "MONTH 12 dec december",
    "UNITS DOW dow",
    "UNITS DOY doy",
    "DTZMOD 3600 dst",
    "RESERV EPOCH epoch",
    "MONTH 2 feb february",
    "DOW 5 fri friday",
    "UNITS HOUR h",
    "UNITS ISODOW isodow",
    "UNITS ISOYEAR isoyear",
    "UNITS JULIAN j jd julian",
    "MONTH 1 jan january",
    "MONTH 7 jul july",
    "MONTH 6 jun june",
    "UNITS MONTH m",
    "MONTH 3 mar march",
    "MONTH 5 may",
    "UNITS MINUTE mm",
    "DOW 1 mon monday",
    "MONTH 11 nov november",
    "RESERV NOW now",
    "MONTH 10 oct october",
    "AMPM PM pm",
    "UNITS SECOND s",
    "DOW 6 sat saturday",
    "MONTH 9 sep sept september",
    "DOW 0 sun sunday",
    "ISOTIME TIME t",
    "DOW 4 thu thur thurs thursday",
    "RESERV TODAY today",
    "RESERV TOMORROW tomorrow",
    "DOW 2 tue tues tuesday",
    "DOW 3 wed wednesday weds",
    "UNITS YEAR y",
    "RESERV YESTERDAY yesterday",
  };

  private static final String[] INTERVAL_ROWS = {
    "IGNORE 0 @",
    "AGO 0 ago",
    "UNITS CENTURY c cent centuries century",
    "UNITS DAY d day days",
    "UNITS DECADE dec decade decades decs",
    "UNITS HOUR h hour hours hr hrs",
    "UNITS MINUTE m min mins minute minutes",
    "UNITS MICROSECOND microsecond us usec useconds usecs",
    "UNITS MILLENNIUM mil millennia millennium mils",
    "UNITS MILLISECOND millisecond ms msec mseconds msecs",
    "UNITS MONTH mon mons month months",
    "UNITS QUARTER qtr quarter",
    "UNITS SECOND s sec second seconds secs",
    "UNITS TZ timezone",
    "UNITS TZ_HOUR timezone_h",
    "UNITS TZ_MINUTE timezone_m",
    "UNITS WEEK w week weeks",
    "UNITS YEAR y year years yr yrs",
  };

  private static final Map<String, Word> DATE_WORDS = words(DATE_ROWS);
  private static final Map<String, Word> INTERVAL_WORDS = words(INTERVAL_ROWS);

  /** {@code TOKMAXLEN}: as much of a word is compared. */
  private static final int COMPARED = 10;

  private DateTimeWords() {}

  /** What sort of word. */
  enum Kind {
    RESERV,
    MONTH,
    DOW,
    ADBC,
    AMPM,
    UNITS,
    ISOTIME,
    DTZMOD,
    IGNORE,
    AGO
  }

  /** What a reserved word, a unit, an era or a half of the day is. */
  enum Meaning {
    LATE,
    EARLY,
    EPOCH,
    NOW,
    TODAY,
    TOMORROW,
    YESTERDAY,
    ZULU,
    AD,
    BC,
    AM,
    PM,
    TIME,
    JULIAN,
    DOY,
    ISODOW,
    ISOYEAR,
    DOW,
    MICROSECOND,
    MILLISECOND,
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    DECADE,
    CENTURY,
    MILLENNIUM,
    TZ,
    TZ_HOUR,
    TZ_MINUTE,
    NONE
  }

  /**
   * A word.
   *
   * @param number of a month or a day of the week, or seconds; else 0
   */
  record Word(Kind kind, Meaning meaning, int number) {}

  /**
   * @param token in lower case
   */
  static Optional<Word> ofDate(String token) {
    return Optional.ofNullable(DATE_WORDS.get(compared(token)));
  }

  /**
   * @param token in lower case
   */
  static Optional<Word> ofInterval(String token) {
    return Optional.ofNullable(INTERVAL_WORDS.get(compared(token)));
  }

  static String compared(String token) {
    return token.length() > COMPARED ? token.substring(0, COMPARED) : token;
  }

  private static Map<String, Word> words(String[] rows) {
    Map<String, Word> words = new HashMap<>();
    for (String row : rows) {
      String[] columns = row.split(" ");
      boolean number = Character.isDigit(columns[1].charAt(0));
      Word word =
          new Word(
              Kind.valueOf(columns[0]),
              number ? Meaning.NONE : Meaning.valueOf(columns[1]),
              number ? Integer.parseInt(columns[1]) : 0);
      for (int i = 2; i < columns.length; i++) {
        words.put(columns[i].substring(0, Math.min(columns[i].length(), 10)), word);
      }
    }
    return words;
  }
}
