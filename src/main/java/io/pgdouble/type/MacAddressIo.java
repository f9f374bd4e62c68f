package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** macaddr; its six bytes are the last of a Long. Server: {@code mac.c}. */
final class MacAddressIo implements TypeIo {
  static final MacAddressIo INSTANCE = new MacAddressIo();

  private static final int BYTES = 6;
  private static final int HEX = 16;
  private static final String SPACE = "[ \\t-\\r]*";
  private static final String ANY = SPACE + "([0-9A-Fa-f]++)";
  private static final String TWO = SPACE + "([0-9A-Fa-f]{1,2}+)";

  /** The forms, in the order in which they are tried. */
  private static final List<Pattern> FORMS =
      List.of(
          form(ANY, ":", ":", ":", ":", ":"),
          form(ANY, "-", "-", "-", "-", "-"),
          form(TWO, "", "", ":", "", ""),
          form(TWO, "", "", "-", "", ""),
          form(TWO, "", "\\.", "", "\\.", ""),
          form(TWO, "", "-", "", "-", ""),
          form(TWO, "", "", "", "", ""));

  private static Pattern form(String part, String... between) {
    return Pattern.compile(part + String.join("", append(between, part)) + SPACE);
  }

  private static String[] append(String[] between, String part) {
    String[] parts = new String[between.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = between[i] + part;
    }
    return parts;
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        return value(matcher, text);
      }
    }
    throw TypeErrors.invalidSyntax("macaddr", text);
  }

  private static long value(Matcher matcher, String text) {
    long value = 0;
    for (int i = 1; i <= BYTES; i++) {
      String digits = matcher.group(i).replaceFirst("^0+(?=.)", "");
      if (digits.length() > 2) {
        throw new ReportedError(
            SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
            "invalid octet value in \"macaddr\" value: \"" + text + "\"");
      }
      value = value << Byte.SIZE | Integer.parseInt(digits, HEX);
    }
    return value;
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return text((Long) value, BYTES);
  }

  /** Bytes with colons between. */
  static String text(long value, int bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = bytes - 1; i >= 0; i--) {
      text.append(String.format("%02x", value >>> i * Byte.SIZE & 0xff)).append(i > 0 ? ":" : "");
    }
    return text.toString();
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return bytes(in, BYTES);
  }

  static long bytes(BinaryReader in, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << Byte.SIZE | in.letter() & 0xff;
    }
    return value;
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    long address = (Long) value;
    return new BinaryWriter(BYTES)
        .int16((int) (address >>> Integer.SIZE))
        .int32((int) address)
        .toBytes();
  }
}
