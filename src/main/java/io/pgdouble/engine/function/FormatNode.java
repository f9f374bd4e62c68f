package io.pgdouble.engine.function;

import io.pgdouble.engine.function.DateFormat.Ordinal;
import io.pgdouble.engine.function.DateFormat.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a date's text is read by: one field, or one character of the pattern. Source: {@code
 * formatting.c: FormatNode, DCH_keywords}.
 *
 * @param part the field; literal text for the other kinds
 * @param character of literal text
 */
record FormatNode(Kind kind, Part part, int character) {
  private static final Set<String> NOT_DIGITS =
      Set.of(("A.D. A.M. AD AM B.C. BC DAY DY FX MONTH MON OF P.M. PM RM TZH" + " TZ").split(" "));
  private static final Set<String> GREGORIAN =
      Set.of("DDD DD D MM MONTH MON RM WW W Y,YYY YYYY YYY YY Y".split(" "));
  private static final Set<String> ISO_WEEK = Set.of("IDDD ID IW IYYY IYY IY I".split(" "));

  /** What a node asks of the text. */
  enum Kind {
    FIELD,
    SPACE,
    SEPARATOR,
    CHARACTER
  }

  /** The calendar a field belongs to. */
  enum Calendar {
    NONE,
    GREGORIAN,
    ISO_WEEK
  }

  static List<FormatNode> of(String pattern) {
    List<FormatNode> nodes = new ArrayList<>();
    for (Part part : DateFormat.parse(pattern)) {
      if (part.keyword().isEmpty()) {
        part.text().codePoints().forEach(point -> nodes.add(literal(part, point)));
      } else {
        nodes.add(new FormatNode(Kind.FIELD, part, 0));
      }
    }
    return nodes;
  }

  private static FormatNode literal(Part part, int point) {
    Kind kind = Kind.CHARACTER;
    if (!part.quoted() && isSeparator(point)) {
      kind = Kind.SEPARATOR;
    } else if (!part.quoted() && isSpace(point)) {
      kind = Kind.SPACE;
    }
    return new FormatNode(kind, part, point);
  }

  /** C's {@code isspace}. */
  static boolean isSpace(int character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }

  static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  /** {@code is_separator_char}: printable ASCII that is no letter and no digit. */
  static boolean isSeparator(int character) {
    boolean letter = Character.toLowerCase(character) >= 'a' && (character | 32) <= 'z';
    return character > ' ' && character < 0x7F && !isDigit(character) && !letter;
  }

  /** The keyword as it was written. */
  String name() {
    return part.keyword();
  }

  /** The keyword in capitals. */
  String key() {
    return part.keyword().toUpperCase(Locale.ROOT);
  }

  boolean isOrdinal() {
    return part.ordinal() != Ordinal.NONE;
  }

  /** Whether digits of the text may belong to this node. */
  boolean takesDigits() {
    return switch (kind) {
      case FIELD -> !NOT_DIGITS.contains(key());
      case CHARACTER -> isDigit(character);
      case SPACE, SEPARATOR -> false;
    };
  }

  Calendar calendar() {
    if (ISO_WEEK.contains(key())) {
      return Calendar.ISO_WEEK;
    }
    return GREGORIAN.contains(key()) ? Calendar.GREGORIAN : Calendar.NONE;
  }
}
