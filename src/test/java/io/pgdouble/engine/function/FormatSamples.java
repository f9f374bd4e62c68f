package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.type.Numeric;
import java.util.Locale;
import java.util.Random;

/** Random patterns, and texts that fit them, nearly fit them, or do not. */
final class FormatSamples {
  private static final String[] FIELDS =
      ("A.D. A.M. AD AM B.C. BC CC DAY DDD DD DY Day Dy D FF1 FF2 FF3 FF4 FF5 FF6 FX HH24 HH12 HH"
              + " IDDD ID IW IYYY IYY IY I J MI MM MONTH MON MS Month Mon P.M. PM Q RM SSSSS SSSS"
              + " SS TZH TZM US WW W Y,YYY YYYY YYY YY Y a.d. a.m. ad am b.c. bc cc day ddd dd dy"
              + " d hh24 hh12 hh iyyy iw id j mi mm month mon ms p.m. pm q rm ssss ss us ww w"
              + " y,yyy yyyy yyy yy y tz TZ OF")
          .split(" ");
  private static final String[] USUAL = {
    "YYYY-MM-DD",
    "YYYYMMDD",
    "YYYY-MM-DD HH24:MI:SS",
    "DD Mon YYYY",
    "FMMonth DD, YYYY",
    "HH12:MI:SS.MS AM",
    "YYYY-MM-DD HH24:MI:SS.FF3 TZH:TZM",
    "IYYY-IW-ID",
    "IYYYIWID",
    "YYYY DDD",
    "YYYYDDD",
    "IYYY IDDD",
    "YYYY WW",
    "YYYY MM W",
    "CC YY",
    "FXYYYY/MM/DD",
    "Y,YYY BC",
    "J",
    "DY DD RM YYYY",
    "YYYY-MM-DD\"T\"HH24:MI:SSTZH",
    "SSSSS.US",
    "TMMonth DDth YYYY"
  };
  private static final String[] BETWEEN = {
    "", "", " ", "-", "/", ":", ".", ",", "  ", " - ", "\"x\"", "\"a b\"", "T", "\\\"", "é", "_",
    "\"é\"", "1", "\t"
  };
  private static final String[] TYPED = {
    "", "", " ", "-", "/", ":", ".", ",", "  ", " - ", "x", "a b", "T", "\"", "é", "+", "\t"
  };

  private static final String[] NUMBER_PARTS =
      ", , . D G G L S S MI PL SG PR FM FM V TH th B C SP RN EEEE \"ab\" x é s mi pl sg pr fm d g"
          .split(" ");
  private static final String[] NUMBER_TYPED = "- + . , , < > $ x é st nd e1 NaN - .".split(" ");

  private final Random random;

  FormatSamples(Random random) {
    this.random = random;
  }

  /** A text and the pattern to read it by. */
  record Pair(String text, String pattern) {}

  Pair date() {
    StringBuilder pattern = new StringBuilder();
    StringBuilder text = new StringBuilder();
    if (random.nextInt(3) == 0) {
      String usual = pick(USUAL);
      pattern.append(usual);
      FormatNode.of(usual).forEach(node -> append(text, node));
    } else {
      for (int i = 1 + random.nextInt(5); i > 0; i--) {
        field(pattern, text);
      }
    }
    return new Pair(damaged(text.toString()), pattern.toString());
  }

  private void append(StringBuilder text, FormatNode node) {
    if (node.kind() == FormatNode.Kind.FIELD) {
      text.append(value(node.key()));
    } else if (random.nextInt(8) == 0) {
      text.append(pick(TYPED));
    } else {
      text.appendCodePoint(node.character());
    }
  }

  private void field(StringBuilder pattern, StringBuilder text) {
    String field = pick(FIELDS);
    pattern.append(random.nextInt(8) == 0 ? pick("FM", "TM", "fm", "FMTM") : "");
    pattern.append(field);
    boolean ordinal = random.nextInt(12) == 0;
    String between = pick(BETWEEN);
    pattern.append(ordinal ? pick("TH", "th", "SP") : "").append(between);
    text.append(value(field.toUpperCase(Locale.ROOT)));
    text.append(ordinal ? pick("th", "ST", "", "é") : "");
    boolean same = random.nextInt(3) > 0;
    text.append(same ? between.replace("\"", "").replace("\\", "") : pick(TYPED));
  }

  /** Mostly digits; half of the texts are what a server would write by the pattern. */
  Pair number() {
    StringBuilder pattern = new StringBuilder();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      boolean digit = random.nextInt(3) > 0;
      pattern.append(digit ? pick("9", "9", "0", "99", "9.9") : pick(NUMBER_PARTS));
    }
    if (random.nextBoolean()) {
      return new Pair(damaged(written(pattern.toString())), pattern.toString());
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(7); i >= 0; i--) {
      boolean digit = random.nextInt(3) > 0;
      text.append(digit ? Integer.toString(random.nextInt(120)) : pick(NUMBER_TYPED));
    }
    return new Pair(text.toString(), pattern.toString());
  }

  /** As {@code to_char} has it, which the server's own {@code to_char} need not agree with. */
  private String written(String pattern) {
    try {
      int number = random.nextInt(2000) - 1000;
      return NumberToChar.numeric(Numeric.of(number), pattern);
    } catch (ReportedError e) {
      return "12";
    }
  }

  private String damaged(String text) {
    if (text.isEmpty() || random.nextInt(6) > 0) {
      return text;
    }
    int at = random.nextInt(text.length());
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + pick(TYPED) + text.substring(at);
      case 2 -> text.substring(at);
      default -> text.substring(0, at) + text.substring(at + 1);
    };
  }

  private String value(String key) {
    if (random.nextInt(15) == 0) {
      return pick("0", "-1", "+5", "", " 7", "99", "2147483647", "99999999999", "xyz", "1a", "é");
    }
    return switch (key) {
      case "AM", "PM", "A.M.", "P.M." -> pick("am", "PM", "a.m.", "P.M.", "pM");
      case "AD", "BC", "A.D.", "B.C." -> pick("ad", "BC", "a.d.", "B.C.");
      case "DAY", "DY" -> pick("Monday", "sunday", "SAT", "Fri", "thursday");
      case "MONTH", "MON" -> pick("January", "feb", "MAY", "December", "june", "Sept");
      case "RM" -> pick("I", "iv", "XII", "viii", "X");
      case "YYYY", "IYYY" -> pick("2024", "1999", "2000", "20000", "97", "0001");
      case "Y,YYY" -> pick("2,024", "1,999", "0,044", "2024", "1, 5");
      case "MM", "IW", "WW", "HH", "HH12" -> pick("01", "12", "1", "7", "11", "13", "53");
      case "DDD", "IDDD" -> pick("001", "365", "366", "59", "60", "371", "1");
      case "SSSS", "SSSSS" -> pick("86399", "0", "3600", "86400", "12345");
      case "J" -> pick("2451545", "1", "2451187", "2147483494");
      case "TZH" -> pick("+02", "-08", "05", "+16", "-3");
      case "FX" -> "";
      case "YYY", "YY", "IYY", "IY" -> pick("519", "520", "69", "70", "99", "100", "1000", "00");
      case "D", "ID", "Q", "W", "Y", "I" -> pick("1", "2", "4", "5", "7", "8");
      default -> pick("05", "10", "23", "1", "31", "123", "30");
    };
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
