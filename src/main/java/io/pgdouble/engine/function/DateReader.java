package io.pgdouble.engine.function;

import io.pgdouble.engine.function.DateFields.Field;
import io.pgdouble.engine.function.DateInput.Number;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.List;

/** Reads a date's text by a pattern. Source: {@code formatting.c: DCH_from_char}. */
final class DateReader {
  private static final String[] MERIDIEM = {"am", "pm"};
  private static final String[] LONG_MERIDIEM = {"a.m.", "p.m."};
  private static final String[] ERA = {"ad", "bc"};
  private static final String[] LONG_ERA = {"a.d.", "b.c."};

  private final List<FormatNode> nodes;
  private final DateInput in;
  private final int major;
  private final DateFields fields = new DateFields();

  /** {@code FX}. */
  private boolean fixed;

  /** How many more characters were skipped than the pattern said. */
  private int extraSkip;

  private DateReader(String text, String pattern, int major) {
    this.nodes = FormatNode.of(pattern);
    this.in = new DateInput(text);
    this.major = major;
  }

  static DateFields read(String text, String pattern, int major) {
    DateReader reader = new DateReader(text, pattern, major);
    for (int i = 0; i < reader.nodes.size() && reader.in.hasMore(); i++) {
      reader.node(i);
    }
    return reader.fields;
  }

  private void node(int index) {
    FormatNode node = nodes.get(index);
    boolean field = node.kind() == FormatNode.Kind.FIELD;
    boolean skips = field ? !node.key().equals("FX") : index == 0;
    if (!fixed && skips) {
      extraSkip += in.skipSpaces();
    }
    switch (node.kind()) {
      case SPACE, SEPARATOR -> separator();
      case CHARACTER -> character();
      case FIELD -> {
        fields.use(node.calendar());
        field(index);
        extraSkip = fixed ? extraSkip : in.skipSpaces();
      }
    }
  }

  /** One of either matches one of either, or nothing; in fixed mode it matches any character. */
  private void separator() {
    if (fixed) {
      in.skipCharacter();
    } else if (FormatNode.isSpace(in.peek()) || FormatNode.isSeparator(in.peek())) {
      in.skipOctet();
    } else {
      extraSkip--;
    }
  }

  private void character() {
    if (!fixed && extraSkip > 0) {
      extraSkip--;
    } else {
      in.skipCharacter();
    }
  }

  private void field(int index) {
    FormatNode node = nodes.get(index);
    switch (node.key()) {
      case "FX" -> fixed = true;
      case "A.M.", "P.M." -> meridiem(LONG_MERIDIEM, node);
      case "AM", "PM" -> meridiem(MERIDIEM, node);
      case "A.D.", "B.C." -> fields.set(Field.BEFORE_CHRIST, in.word(LONG_ERA, node), node);
      case "AD", "BC" -> fields.set(Field.BEFORE_CHRIST, in.word(ERA, node), node);
      case "MONTH", "MON", "DAY", "DY", "RM" -> name(node);
      case "MS", "US", "FF1", "FF2", "FF3", "FF4", "FF5", "FF6" -> fraction(index);
      case "TZ", "OF" -> throw onlyWritten(node);
      case "TZH", "TZM" -> zone(index);
      default -> number(index);
    }
    if (node.isOrdinal() && skipsOrdinal(node)) {
      in.skipCharacter();
      in.skipCharacter();
    }
  }

  /** Behind words an ordinal ending is not looked for, nor behind zones. */
  private static boolean skipsOrdinal(FormatNode node) {
    return node.takesDigits() && !node.key().equals("TZM");
  }

  private ReportedError onlyWritten(FormatNode node) {
    if (MajorChange.ZONES_ARE_READ_BY_FORMATS.isIn(major)) {
      return ErrorReport.notSimulated("zones read by formats").toException();
    }
    return new ReportedError(
        SqlState.FEATURE_NOT_SUPPORTED,
        "formatting field \"" + node.name() + "\" is only supported in to_char");
  }

  private void meridiem(String[] words, FormatNode node) {
    fields.set(Field.AFTERNOON, in.word(words, node), node);
    fields.twelveHours = true;
  }

  private void name(FormatNode node) {
    switch (node.key()) {
      case "MONTH" -> fields.set(Field.MONTH, in.word(DateWriter.MONTHS, node) + 1, node);
      case "MON" -> fields.set(Field.MONTH, in.word(DateWriter.SHORT_MONTHS, node) + 1, node);
      case "RM" -> fields.set(Field.MONTH, 12 - in.word(DateWriter.ROMAN, node), node);
      default -> {
        boolean whole = node.key().equals("DAY");
        int day = in.word(whole ? DateWriter.DAYS : DateWriter.SHORT_DAYS, node);
        fields.set(Field.DAY_OF_WEEK, day, node);
        fields.replace(Field.DAY_OF_WEEK, day + 1);
      }
    }
  }

  private Number read(int index, int width) {
    FormatNode node = nodes.get(index);
    boolean more = index + 1 < nodes.size() && nodes.get(index + 1).takesDigits();
    Number number =
        !node.part().fill() || node.isOrdinal() || !more
            ? in.number(node, width)
            : in.fixedNumber(node, width);
    boolean large = number.value() > 20_000_000 || number.value() < -20_000_000;
    if (large && MajorChange.FORMATS_CHECK_OVERFLOW.isIn(major)) {
      throw ErrorReport.notSimulated("overflows of fields in formats").toException();
    }
    return number;
  }

  /** What was read is 0.25 s whether it is 25 or 250. */
  private void fraction(int index) {
    FormatNode node = nodes.get(index);
    boolean milli = node.key().equals("MS");
    Field field = milli ? Field.MILLISECOND : Field.MICROSECOND;
    int digits = milli ? 3 : 6;
    int width = digits;
    if (node.key().startsWith("FF")) {
      width = node.key().charAt(2) - '0';
      fields.precision = width;
    }
    Number number = read(index, width);
    fields.set(field, number.value(), node);
    int value = number.value();
    for (int i = number.length(); i < digits; i++) {
      value *= 10;
    }
    fields.replace(field, value);
  }

  private void zone(int index) {
    FormatNode node = nodes.get(index);
    if (node.key().equals("TZM")) {
      fields.zoneSign = fields.zoneSign == 0 ? 1 : fields.zoneSign;
      fields.set(Field.ZONE_MINUTE, read(index, 2).value(), node);
      return;
    }
    if (in.peek() != 0 && "+- ".indexOf(in.peek()) >= 0) {
      fields.zoneSign = in.peek() == '-' ? -1 : 1;
      in.skipOctet();
    } else {
      // The minus may have been taken for a separator.
      fields.zoneSign = extraSkip > 0 && in.previous() == '-' ? -1 : 1;
    }
    fields.set(Field.ZONE_HOUR, read(index, 2).value(), node);
  }

  private void number(int index) {
    FormatNode node = nodes.get(index);
    switch (node.key()) {
      case "HH", "HH12" -> {
        set(Field.HOUR, index, 2);
        fields.twelveHours = true;
      }
      case "HH24" -> set(Field.HOUR, index, 2);
      case "MI" -> set(Field.MINUTE, index, 2);
      case "SS" -> set(Field.SECOND, index, 2);
      case "SSSS", "SSSSS" -> set(Field.SECOND_OF_DAY, index, node.key().length());
      case "MM" -> set(Field.MONTH, index, 2);
      case "DD" -> set(Field.DAY, index, 2);
      case "DDD", "IDDD" -> set(Field.DAY_OF_YEAR, index, 3);
      case "D" -> set(Field.DAY_OF_WEEK, index, 1);
      case "ID" -> {
        set(Field.DAY_OF_WEEK, index, 1);
        int next = fields.get(Field.DAY_OF_WEEK) + 1;
        fields.replace(Field.DAY_OF_WEEK, next > 7 ? 1 : next);
      }
      case "WW", "IW" -> set(Field.WEEK, index, 2);
      case "W" -> set(Field.WEEK_OF_MONTH, index, 1);
      case "CC" -> set(Field.CENTURY, index, 2);
      case "J" -> set(Field.JULIAN, index, 1);
      // A quarter says too little and would only contradict the month.
      case "Q" -> read(index, 1);
      default -> year(index);
    }
  }

  private void set(Field field, int index, int width) {
    fields.set(field, read(index, width).value(), nodes.get(index));
  }

  private void year(int index) {
    FormatNode node = nodes.get(index);
    if (node.key().equals("Y,YYY")) {
      fields.set(Field.YEAR, in.groupedYear(major), node);
      fields.yearDigits = 4;
      return;
    }
    int digits = node.key().length();
    Number number = read(index, digits);
    fields.set(Field.YEAR, number.value(), node);
    if (digits < 4 && number.length() < 4) {
      fields.replace(Field.YEAR, nearest2020(number.value()));
    }
    fields.yearDigits = digits;
  }

  /** {@code adjust_partial_year_to_2020}. */
  private static int nearest2020(int year) {
    if (year < 70) {
      return year + 2000;
    }
    if (year < 100) {
      return year + 1900;
    }
    if (year < 520) {
      return year + 2000;
    }
    return year < 1000 ? year + 1000 : year;
  }
}
