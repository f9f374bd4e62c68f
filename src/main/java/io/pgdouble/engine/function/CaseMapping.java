package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;

/**
 * Upper and lower case of characters as the reference's C library maps them in {@code C.UTF-8}: one
 * character to one, by Unicode 14. Java 17 knows Unicode 13, later ones know more, so the pairs
 * that came with 14 are listed here and those that came later are left alone.
 */
final class CaseMapping {
  private CaseMapping() {}

  static int lower(int point) {
    if (point < 0x80) {
      return point >= 'A' && point <= 'Z' ? point + 32 : point;
    }
    int distance = fromUnicode14(point);
    if (distance != 0) {
      return point + distance;
    }
    return isLater(point) ? point : Character.toLowerCase(point);
  }

  static int upper(int point) {
    if (point < 0x80) {
      return point >= 'a' && point <= 'z' ? point - 32 : point;
    }
    return switch (point) {
      case 0x2C5F -> 0x2C2F;
      case 0xA7C1, 0xA7D1, 0xA7D7, 0xA7D9 -> point - 1;
      default -> {
        if (point >= 0x10597 && point <= 0x105BC && fromUnicode14(point - 0x27) != 0) {
          yield point - 0x27;
        }
        yield isLater(point) ? point : Character.toUpperCase(point);
      }
    };
  }

  /** Distance to the lower case of the capitals that came with Unicode 14; 0 for all others. */
  private static int fromUnicode14(int point) {
    return switch (point) {
      case 0x2C2F -> 0x30;
      case 0xA7C0, 0xA7D0, 0xA7D6, 0xA7D8 -> 1;
      case 0x1057B, 0x1058B, 0x10593 -> 0;
      default -> point >= 0x10570 && point <= 0x10595 ? 0x27 : 0;
    };
  }

  /** Letters with case that came after Unicode 15, and those that gained a partner then. */
  private static boolean isLater(int point) {
    return point == 0x1C89
        || point == 0x1C8A
        || point == 0x0264
        || point == 0x019B
        || (point >= 0xA7CB && point <= 0xA7CF)
        || (point >= 0xA7D2 && point <= 0xA7D5)
        || (point >= 0xA7DA && point <= 0xA7DC)
        || (point >= 0x10D50 && point <= 0x10D85)
        || (point >= 0x16EA0 && point <= 0x16ED3);
  }

  /** {@code iswalnum}. */
  static boolean isAlphanumeric(int point) {
    if (point >= 0x80 && Character.getType(point) == Character.UNASSIGNED) {
      throw ErrorReport.notSimulated(
              String.format("the class of the character U+%04X in this Java", point))
          .toException();
    }
    return Character.isAlphabetic(point) || Character.isDigit(point);
  }

  static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= 0x80 || (unit >= 'A' && unit <= 'Z')) {
        return CodePoints.map(text, CaseMapping::lower);
      }
    }
    return text;
  }

  static String upper(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= 0x80 || (unit >= 'a' && unit <= 'z')) {
        return CodePoints.map(text, CaseMapping::upper);
      }
    }
    return text;
  }

  /** {@code formatting.c: str_initcap}. */
  static String initialCapitals(String text) {
    StringBuilder result = new StringBuilder(text.length());
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int mapped = inWord ? lower(point) : upper(point);
      result.appendCodePoint(mapped);
      inWord = isAlphanumeric(mapped);
      i += Character.charCount(point);
    }
    return result.toString();
  }
}
