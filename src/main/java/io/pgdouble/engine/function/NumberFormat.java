package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of {@code to_char} and {@code to_number}: its parts, and what they say together.
 * Source: {@code formatting.c: NUMDesc_prepare}.
 */
final class NumberFormat {
  private static final String[] KEYWORDS =
      (", . 0 9 B C D EEEE FM G L MI PL PR RN SG SP S TH V b c d eeee fm g l mi pl pr rn sg sp s th"
              + " v")
          .split(" ");

  /** Keywords as written, literal text with a leading quote. */
  final List<String> parts = new ArrayList<>();

  /** Digits before and after the point, and those {@code V} shifts by. */
  int before;

  int after;
  int shift;

  boolean decimal;
  boolean zero;
  int zeroStart;
  int zeroEnd;
  boolean blank;
  boolean fillMode;
  boolean bracket;
  boolean minus;
  boolean plus;
  boolean roman;
  boolean shifted;
  boolean scientific;

  /** Whether there is an {@code S}, and where it stands. */
  boolean localSign;

  boolean signBefore;
  boolean signAfter;
  int signPosition;

  NumberFormat(String pattern) {
    int at = 0;
    while (at < pattern.length()) {
      String keyword = keyword(pattern, at);
      if (keyword.isEmpty()) {
        StringBuilder text = new StringBuilder("\"");
        at = DateFormat.literal(pattern, at, text);
        parts.add(text.toString());
      } else {
        at += keyword.length();
        parts.add(keyword);
        prepare(keyword.toUpperCase(java.util.Locale.ROOT));
      }
    }
  }

  private static String keyword(String pattern, int at) {
    for (String keyword : KEYWORDS) {
      if (pattern.startsWith(keyword, at)) {
        return keyword;
      }
    }
    return "";
  }

  private static void refuseIf(boolean condition, String message) {
    if (condition) {
      throw new ReportedError(SqlState.SYNTAX_ERROR, message);
    }
  }

  private void prepare(String key) {
    refuseIf(scientific && !key.equals("EEEE"), "\"EEEE\" must be the last pattern used");
    switch (key) {
      case "9" -> nine();
      case "0" -> zero();
      case "B" -> blank |= before == 0 && after == 0 && !zero;
      case "D", "." -> point();
      case "FM" -> fillMode = true;
      case "S" -> sign();
      case "MI", "PL", "SG" -> plusMinus(key);
      case "PR" -> {
        refuseIf(
            localSign || plus || minus,
            "cannot use \"PR\" and \"S\"/\"PL\"/\"MI\"/\"SG\" together");
        bracket = true;
      }
      case "RN" -> roman = true;
      case "V" -> {
        refuseIf(decimal, "cannot use \"V\" and decimal point together");
        shifted = true;
      }
      case "EEEE" -> scientific();
      default -> {
        // Commas, groups, currency and ordinals say nothing of the digits.
      }
    }
  }

  private void nine() {
    refuseIf(bracket, "\"9\" must be ahead of \"PR\"");
    if (shifted) {
      shift++;
    } else if (decimal) {
      after++;
    } else {
      before++;
    }
  }

  private void zero() {
    refuseIf(bracket, "\"0\" must be ahead of \"PR\"");
    if (!zero && !decimal) {
      zero = true;
      zeroStart = before + 1;
    }
    if (decimal) {
      after++;
    } else {
      before++;
    }
    zeroEnd = before + after;
  }

  private void point() {
    refuseIf(decimal, "multiple decimal points");
    refuseIf(shifted, "cannot use \"V\" and decimal point together");
    decimal = true;
  }

  private void sign() {
    refuseIf(localSign, "cannot use \"S\" twice");
    refuseIf(plus || minus || bracket, "cannot use \"S\" and \"PL\"/\"MI\"/\"SG\"/\"PR\" together");
    localSign = true;
    signBefore = !decimal;
    signAfter = decimal;
    signPosition = before;
  }

  private void plusMinus(String key) {
    refuseIf(localSign, "cannot use \"S\" and \"" + key + "\" together");
    minus |= !key.equals("PL");
    plus |= !key.equals("MI");
  }

  private void scientific() {
    refuseIf(scientific, "cannot use \"EEEE\" twice");
    if (blank || fillMode || localSign || bracket || minus || plus || roman || shifted) {
      throw ErrorReport.error(SqlState.SYNTAX_ERROR, "\"EEEE\" is incompatible with other formats")
          .withDetail("\"EEEE\" may only be used together with digit and decimal point patterns.")
          .toException();
    }
    scientific = true;
  }
}
