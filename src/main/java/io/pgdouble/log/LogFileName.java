package io.pgdouble.log;

import io.pgdouble.type.Zone;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** A pattern with a moment's values. Source: {@code strftime.c}, which knows only C's language. */
final class LogFileName {
  private static final long MINUTES_OF_HOUR = 60;

  private final LocalDateTime local;
  private final Zone.ZoneOffset offset;

  private LogFileName(LocalDateTime local, Zone.ZoneOffset offset) {
    this.local = local;
    this.offset = offset;
  }

  /**
   * @param unixSeconds since 1970
   */
  static String of(String pattern, long unixSeconds, Zone zone) {
    Zone.ZoneOffset offset = zone.at(unixSeconds);
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(unixSeconds + offset.secondsEast(), 0, ZoneOffset.UTC);
    return new LogFileName(local, offset).text(pattern);
  }

  private String text(String pattern) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '%' && at + 1 < pattern.length()) {
        at = afterModifiers(pattern, at + 1);
        out.append(value(pattern.charAt(at)));
      } else {
        out.append(c);
      }
      at++;
    }
    return out.toString();
  }

  /** {@code %Ey}, {@code %Od} and so on mean nothing else in C's language. */
  private static int afterModifiers(String pattern, int from) {
    int at = from;
    while (at + 1 < pattern.length() && "EO".indexOf(pattern.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** A letter that means nothing stands for itself. */
  private String value(char code) {
    return switch (code) {
      case 'c' -> text("%a %b %e %T %Y");
      case '+' -> text("%a %b %e %T %Z %Y");
      case 'D', 'x' -> text("%m/%d/%y");
      case 'F' -> text("%Y-%m-%d");
      case 'R' -> text("%H:%M");
      case 'r' -> text("%I:%M:%S %p");
      case 'T', 'X' -> text("%H:%M:%S");
      case 'v' -> text("%e-%b-%Y");
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'Z' -> offset.abbreviation();
      case 'z' -> zone();
      case 'U' -> week(local.getDayOfWeek().getValue() % 7);
      case 'W' -> week(local.getDayOfWeek().getValue() - 1);
      default -> java(code);
    };
  }

  private String zone() {
    long minutes = Math.abs(offset.secondsEast()) / 60;
    long digits = minutes / MINUTES_OF_HOUR * 100 + minutes % MINUTES_OF_HOUR;
    return (offset.secondsEast() < 0 ? "-" : "+") + String.format(Locale.ROOT, "%04d", digits);
  }

  /** Weeks of the year, the first being that with the first day that begins one. */
  private String week(int dayOfWeek) {
    return twoDigits((local.getDayOfYear() - 1 + 7 - dayOfWeek) / 7);
  }

  private static String twoDigits(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }

  private String java(char code) {
    return switch (code) {
      case 'C' -> twoDigits(local.getYear() / 100);
      case 'G' -> Integer.toString(local.get(IsoFields.WEEK_BASED_YEAR));
      case 'g' -> twoDigits(local.get(IsoFields.WEEK_BASED_YEAR) % 100);
      case 'V' -> twoDigits(local.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'u' -> Integer.toString(local.getDayOfWeek().getValue());
      case 'w' -> Integer.toString(local.getDayOfWeek().getValue() % 7);
      case 'A' -> formatted("EEEE");
      case 'a' -> formatted("EEE");
      case 'B' -> formatted("MMMM");
      case 'b', 'h' -> formatted("MMM");
      case 'd' -> formatted("dd");
      case 'e' -> formatted("ppd");
      case 'H' -> formatted("HH");
      case 'I' -> formatted("hh");
      case 'j' -> formatted("DDD");
      case 'k' -> formatted("ppH");
      case 'l' -> formatted("pph");
      case 'M' -> formatted("mm");
      case 'm' -> formatted("MM");
      case 'p' -> formatted("a");
      case 'S' -> formatted("ss");
      case 'Y' -> formatted("yyyy");
      case 'y' -> formatted("yy");
      default -> Character.toString(code);
    };
  }

  private String formatted(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).format(local);
  }
}
