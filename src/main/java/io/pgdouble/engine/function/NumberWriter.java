package io.pgdouble.engine.function;

import java.util.Locale;

/**
 * Lays the digits of a number out by a pattern. Source: {@code formatting.c: NUM_processor,
 * NUM_numpart_to_char}.
 */
final class NumberWriter {
  private final NumberFormat format;
  private final String number;
  private final char sign;
  private final StringBuilder out = new StringBuilder();

  private final int spaces;
  private final int zeroStart;
  private int count;
  private int lastRelevant = -1;
  private int digit;
  private int current;
  private boolean signWritten;
  private boolean inNumber;
  private boolean bracket;
  private boolean signBefore;
  private boolean signAfter;

  private NumberWriter(NumberFormat format, String number, char sign, int spaces) {
    this.format = format;
    this.number = number;
    this.sign = sign;
    this.spaces = spaces;
    this.zeroStart = format.zeroStart > 0 ? format.zeroStart - 1 : 0;
    this.bracket = format.bracket;
    this.signBefore = format.signBefore;
    this.signAfter = format.signAfter;
  }

  /**
   * @param number without a sign; {@code #} where it does not fit
   * @param spaces how many places before the point it leaves empty
   */
  static String write(NumberFormat format, String number, char sign, int spaces) {
    if (format.scientific) {
      return number;
    }
    NumberWriter writer = new NumberWriter(format, number, sign, spaces);
    if (format.roman) {
      writer.asRoman();
    } else {
      writer.prepare();
    }
    for (String part : format.parts) {
      writer.part(part);
    }
    int end = writer.out.indexOf("\0");
    return end < 0 ? writer.out.toString() : writer.out.substring(0, end);
  }

  private void asRoman() {
    bracket = false;
    signBefore = false;
    signAfter = false;
  }

  private void prepare() {
    if (format.plus || format.minus) {
      signWritten = !(format.plus && !format.minus);
    } else {
      bracket &= sign == '-' || !format.fillMode;
      signWritten = sign == '+' && format.fillMode && !format.localSign;
      if (signBefore && format.before == format.signPosition) {
        signBefore = false;
        signAfter = true;
      }
    }
    count = format.after + format.before - 1;
    if (format.fillMode && format.decimal) {
      findLastRelevant();
    }
    if (!signWritten && spaces == 0) {
      count++;
    }
  }

  /** The last digit after the point that is not a needless zero; the point itself if none. */
  private void findLastRelevant() {
    int point = number.indexOf('.');
    if (point < 0) {
      return;
    }
    lastRelevant = point;
    for (int i = point + 1; i < number.length(); i++) {
      lastRelevant = number.charAt(i) != '0' ? i : lastRelevant;
    }
    if (format.zeroEnd > spaces) {
      int lastZero = Math.min(number.length() - 1, format.zeroEnd - spaces);
      lastRelevant = Math.max(lastRelevant, lastZero);
    }
  }

  private boolean pointIsLast() {
    return lastRelevant >= 0 && charAt(lastRelevant) == '.';
  }

  private char charAt(int index) {
    return index < number.length() ? number.charAt(index) : 0;
  }

  private void part(String part) {
    if (part.startsWith("\"")) {
      out.append(part, 1, part.length());
      return;
    }
    switch (part.toUpperCase(Locale.ROOT)) {
      case "9", "0", ".", "D" -> digit(part);
      case ",", "G" -> group();
      case "L" -> out.append(' ');
      case "RN" -> roman(part);
      case "TH" -> ordinal(part);
      case "MI" -> signOrSpace('-');
      case "PL" -> signOrSpace('+');
      case "SG" -> out.append(sign);
      default -> {
        // The others have said what they say before.
      }
    }
  }

  private void group() {
    if (inNumber) {
      out.append(',');
    } else if (!format.fillMode) {
      out.append(' ');
    }
  }

  private void roman(String part) {
    String text = part.equals("rn") ? number.toLowerCase(Locale.ROOT) : number;
    out.append(format.fillMode ? text : String.format("%15s", text));
  }

  private void ordinal(String part) {
    if (format.roman || charAt(0) == '#' || sign == '-' || format.decimal) {
      return;
    }
    String ending = DateWriter.ordinalEnding(number);
    out.append(part.equals("th") ? ending.toLowerCase(Locale.ROOT) : ending);
  }

  private void signOrSpace(char wanted) {
    if (sign == wanted) {
      out.append(wanted);
    } else if (!format.fillMode) {
      out.append(' ');
    }
  }

  /** {@code IS_PREDEC_SPACE}: a zero before the point that was not asked for. */
  private boolean isNeedlessZero() {
    return !format.zero && digit == 0 && charAt(0) == '0' && format.after != 0;
  }

  private void digit(String part) {
    if (format.roman) {
      return;
    }
    inNumber = false;
    boolean reached = current >= spaces || (format.zero && zeroStart == current);
    if (!signWritten && reached && (!isNeedlessZero() || pointIsLast())) {
      sign();
    }
    if (current < spaces && (zeroStart > current || !format.zero)) {
      out.append(format.fillMode ? "" : " ");
    } else if (format.zero && current < spaces) {
      out.append('0');
      inNumber = true;
    } else {
      realDigit(part);
      digit += charAt(digit) != 0 ? 1 : 0;
    }
    atEnd();
    current++;
  }

  private void sign() {
    if (format.localSign) {
      if (signBefore) {
        out.append(sign);
        signWritten = true;
      }
      return;
    }
    if (bracket) {
      out.append(sign == '+' ? ' ' : '<');
    } else if (sign == '+') {
      out.append(format.fillMode ? "" : " ");
    } else {
      out.append('-');
    }
    signWritten = true;
  }

  private void realDigit(String part) {
    if (charAt(digit) == '.') {
      out.append(!pointIsLast() || format.fillMode ? "." : "");
      return;
    }
    if (lastRelevant >= 0 && digit > lastRelevant && !part.equals("0")) {
      return;
    }
    if (!isNeedlessZero()) {
      // Behind the number's end stands a zero byte, which ends the result, too.
      out.append(charAt(digit));
      inNumber = true;
    } else if (!format.fillMode) {
      out.append(' ');
    } else if (pointIsLast()) {
      out.append('0');
    }
  }

  private void atEnd() {
    int end = count + (spaces != 0 ? 1 : 0) + (format.decimal ? 1 : 0);
    if (lastRelevant >= 0 && lastRelevant == digit) {
      end = current;
    }
    if (current + 1 != end) {
      return;
    }
    if (signWritten && bracket) {
      out.append(sign == '+' ? ' ' : '>');
    } else if (format.localSign && signAfter) {
      out.append(sign);
    }
  }
}
