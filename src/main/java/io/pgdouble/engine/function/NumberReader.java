package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.Locale;

/**
 * {@code to_number}: reads a number's text by a pattern. Source: {@code formatting.c:
 * numeric_to_number, NUM_processor, NUM_numpart_from_char}.
 */
final class NumberReader {
  private static final int MAX_PRECISION = 1000;
  private static final String DATA = "0123456789.,+-";

  private final NumberFormat format;

  /** One character for each octet. */
  private final String octets;

  private final StringBuilder digits = new StringBuilder();
  private int at;
  private char sign = ' ';
  private int before;
  private int after;
  private boolean pointRead;

  private NumberReader(NumberFormat format, String text) {
    this.format = format;
    this.octets = DateInput.octets(text);
  }

  /** Null for an empty pattern. */
  static Numeric read(CallContext context, String text, String pattern) {
    if (pattern.isEmpty()) {
      return null;
    }
    NumberFormat format = new NumberFormat(pattern);
    refuse(context, format);
    NumberReader reader = new NumberReader(format, text);
    format.parts.forEach(reader::part);
    return reader.number(context);
  }

  private static void refuse(CallContext context, NumberFormat format) {
    boolean roman = format.roman && !format.scientific;
    if (roman && MajorChange.ROMAN_NUMERALS_ARE_READ.isIn(context.types().major())) {
      throw ErrorReport.notSimulated("reading Roman numerals").toException();
    }
    if (format.scientific || format.roman) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "\"" + (format.scientific ? "EEEE" : "RN") + "\" not supported for input");
    }
    if (format.before + format.shift + format.after > MAX_PRECISION) {
      throw ErrorReport.notSimulated("patterns of more than 1000 digits").toException();
    }
    boolean localized = format.parts.stream().anyMatch(part -> part.matches("[DGLSdgls]"));
    if (localized && !(isEnglish(context, "lc_numeric") && isEnglish(context, "lc_monetary"))) {
      throw ErrorReport.notSimulated("numbers as other countries write them").toException();
    }
  }

  private static boolean isEnglish(CallContext context, String setting) {
    return context.execution().setting(setting).orElse("C").matches("C|POSIX|C\\..*|en_US.*");
  }

  private Numeric number(CallContext context) {
    boolean bare = digits.length() > 0 && digits.charAt(digits.length() - 1) == '.';
    String number = sign + (bare ? digits.substring(0, digits.length() - 1) : digits.toString());
    int precision = format.before + format.shift + after;
    int typmod = (precision << 16 | after) + 4;
    Numeric value = (Numeric) Types.io(TypeOid.NUMERIC).input(number, typmod, context.types());
    if (!format.shifted) {
      return value;
    }
    Numeric shift = Numeric.of(-format.shift);
    return value.multiply(Numeric.of(10).power(shift, context.types().major()));
  }

  private boolean hasMore() {
    return at < octets.length();
  }

  private char peek() {
    return octets.charAt(at);
  }

  private static boolean isDigit(char character) {
    return FormatNode.isDigit(character);
  }

  private void part(String part) {
    if (part.startsWith("\"")) {
      part.codePoints().skip(1).forEach(point -> skipCharacter());
    } else if (hasMore()) {
      keyword(part.toUpperCase(Locale.ROOT));
    }
  }

  private void skipCharacter() {
    at += hasMore() ? DateInput.length(peek()) : 0;
  }

  private void keyword(String key) {
    switch (key) {
      case "9", "0" -> digit(Expected.DIGIT);
      case ".", "D" -> digit(Expected.POINT);
      case ",", "G" -> at += !format.fillMode && peek() == ',' ? 1 : 0;
      case "L" -> eatNonData(1);
      case "TH" -> eatNonData(format.decimal ? 0 : 2);
      case "MI" -> signOrEat("-");
      case "PL" -> signOrEat("+");
      case "SG" -> signOrEat("+-");
      default -> {
        // The others say nothing where they stand; S is read beside the digits.
      }
    }
  }

  /** {@code NUM_eat_non_data_chars}. */
  private void eatNonData(int count) {
    for (int i = 0; i < count && hasMore() && DATA.indexOf(peek()) < 0; i++) {
      skipCharacter();
    }
  }

  private void signOrEat(String signs) {
    if (signs.indexOf(peek()) >= 0) {
      sign = peek();
      at++;
    } else {
      eatNonData(1);
    }
  }

  /** What a part of the pattern stands for; either is read where the other stands. */
  private enum Expected {
    DIGIT,
    POINT
  }

  private void digit(Expected expected) {
    at += peek() == ' ' ? 1 : 0;
    if (hasMore() && sign == ' ' && expected == Expected.DIGIT && before + after == 0) {
      signBefore();
    }
    if (hasMore()) {
      digitOrPoint();
    }
    // Whatever stood here, it is read.
    at++;
  }

  private void signBefore() {
    boolean angle = format.bracket && peek() == '<';
    if (peek() == '-' || angle) {
      sign = '-';
      at++;
    } else if (peek() == '+') {
      sign = '+';
      at++;
    }
  }

  private void digitOrPoint() {
    boolean read = false;
    if (isDigit(peek())) {
      if (pointRead && after == format.after) {
        return;
      }
      digits.append(peek());
      after += pointRead ? 1 : 0;
      before += pointRead ? 0 : 1;
      read = true;
    } else if (format.decimal && !pointRead && peek() == '.') {
      digits.append('.');
      pointRead = true;
      read = true;
    }
    if (sign == ' ' && before + after > 0) {
      if (read) {
        localSignBehind();
      } else if (!format.localSign && (format.plus || format.minus) && isSign(at)) {
        sign = peek();
      }
    }
  }

  private boolean isSign(int index) {
    return index < octets.length() && "+-".indexOf(octets.charAt(index)) >= 0;
  }

  /** The sign of an {@code S} clings to the last digit. */
  private void localSignBehind() {
    if (format.localSign && isSign(at + 1)) {
      at++;
      sign = peek();
    }
  }
}
