package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.Utf8;
import java.nio.charset.StandardCharsets;

/**
 * {@code convert_from}, {@code convert_to} and the names of encodings. The double converts between
 * UTF8, SQL_ASCII and LATIN1; other encodings are known by name only. Source: {@code mbutils.c},
 * {@code encnames.c}.
 */
final class CharacterSets {
  private static final int SQL_ASCII = 0;
  private static final int UTF8 = 6;
  private static final int LATIN1 = 8;

  /** {@code pg_wchar_table}'s {@code maxmblen}, a digit for each encoding by number. */
  private static final String MAXIMUM_LENGTHS = "132343441111111111111111111111111112222432";

  private CharacterSets() {}

  /** {@code pg_encoding_max_length}: bytes of a character; null where there is no such encoding. */
  static Integer maximumLength(int encoding) {
    if (encoding < 0 || encoding >= MAXIMUM_LENGTHS.length()) {
      return null;
    }
    return MAXIMUM_LENGTHS.charAt(encoding) - '0';
  }

  /** {@code pg_char_to_encoding}: -1 for an unknown name. */
  static int id(Facts facts, String name) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char unit = name.charAt(i);
      if (unit < 0x80 && Character.isLetterOrDigit(unit)) {
        clean.append(Character.toLowerCase(unit));
      }
    }
    String wanted = clean.toString();
    for (FactRow row : facts.table("encoding_aliases").rows()) {
      if (row.text("alias").equals(wanted)) {
        return row.integer("id");
      }
    }
    return -1;
  }

  /** {@code pg_encoding_to_char}: the empty text for an unknown number. */
  static String name(Facts facts, int id) {
    for (FactRow row : facts.table("encodings").rows()) {
      if (row.integer("id") == id) {
        return row.text("name");
      }
    }
    return "";
  }

  static String decode(CallContext context, byte[] bytes, String encoding) {
    int id = id(context.execution().facts(), encoding);
    if (id < 0) {
      throw FunctionErrors.invalidParameter("invalid source encoding name \"" + encoding + "\"");
    }
    return switch (id) {
      case SQL_ASCII -> ascii(bytes);
      case UTF8 -> Utf8.decode(bytes);
      case LATIN1 -> latin1(bytes);
      default -> throw notSimulated(context, id);
    };
  }

  /** {@code convert}: both names are looked at before the bytes. */
  static byte[] convert(CallContext context, Object[] arguments) {
    String source = (String) arguments[1];
    String destination = (String) arguments[2];
    int from = id(context.execution().facts(), source);
    int to = id(context.execution().facts(), destination);
    if (from >= 0 && to < 0) {
      throw FunctionErrors.invalidParameter(
          "invalid destination encoding name \"" + destination + "\"");
    }
    if (from == SQL_ASCII || to == SQL_ASCII) {
      throw notSimulated(context, SQL_ASCII);
    }
    return encode(context, decode(context, (byte[]) arguments[0], source), destination);
  }

  private static ReportedError notSimulated(CallContext context, int id) {
    return ErrorReport.notSimulated(
            "conversions of encoding " + name(context.execution().facts(), id))
        .toException();
  }

  private static String ascii(byte[] bytes) {
    latin1Length(bytes, "SQL_ASCII");
    return Utf8.decode(bytes);
  }

  private static String latin1(byte[] bytes) {
    for (byte value : bytes) {
      if (value == 0) {
        throw new ReportedError(
            SqlState.CHARACTER_NOT_IN_REPERTOIRE,
            "invalid byte sequence for encoding \"LATIN1\": 0x00");
      }
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[] encode(CallContext context, String text, String encoding) {
    int id = id(context.execution().facts(), encoding);
    if (id < 0) {
      throw FunctionErrors.invalidParameter(
          "invalid destination encoding name \"" + encoding + "\"");
    }
    return switch (id) {
      case SQL_ASCII, UTF8 -> text.getBytes(StandardCharsets.UTF_8);
      case LATIN1 -> toLatin1(text);
      default -> throw notSimulated(context, id);
    };
  }

  private static byte[] toLatin1(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        throw new ReportedError(
            SqlState.UNTRANSLATABLE_CHARACTER,
            "character with byte sequence "
                + hex(Character.toString(text.codePointAt(i)))
                + " in encoding \"UTF8\" has no equivalent in encoding \"LATIN1\"");
      }
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String hex(String character) {
    StringBuilder hex = new StringBuilder();
    for (byte value : character.getBytes(StandardCharsets.UTF_8)) {
      hex.append(hex.length() == 0 ? "" : " ").append(String.format("0x%02x", value & 0xff));
    }
    return hex.toString();
  }

  /** {@code length(bytea, name)}. */
  static int length(CallContext context, byte[] bytes, String encoding) {
    if (id(context.execution().facts(), encoding) < 0) {
      throw FunctionErrors.invalidParameter("invalid encoding name \"" + encoding + "\"");
    }
    int id = id(context.execution().facts(), encoding);
    return id == SQL_ASCII
        ? latin1Length(bytes, "SQL_ASCII")
        : CodePoints.length(decode(context, bytes, encoding));
  }

  private static int latin1Length(byte[] bytes, String name) {
    for (byte value : bytes) {
      if (value == 0) {
        throw new ReportedError(
            SqlState.CHARACTER_NOT_IN_REPERTOIRE,
            "invalid byte sequence for encoding \"" + name + "\": 0x00");
      }
    }
    return bytes.length;
  }
}
