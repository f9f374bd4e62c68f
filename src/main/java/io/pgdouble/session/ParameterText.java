package io.pgdouble.session;

import io.pgdouble.engine.portal.Portal;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** Parameters as the log shows them. Source: {@code params.c: BuildParamLogString}. */
final class ParameterText {
  /** The first two bits of a byte that goes on with a character. */
  private static final int CONTINUATION = 0x80;

  private ParameterText() {}

  /**
   * @param most bytes of each value; below 0 is all of them
   */
  static String of(Portal.Binding bound, int most, TypeEnvironment types) {
    return of(
        bound.values(), i -> Types.io(bound.types()[i]).output(bound.values()[i], types), most);
  }

  /**
   * @param text of a value that is not null
   */
  static String of(Object[] values, IntFunction<String> text, int most) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      out.append(i == 0 ? "$" : ", $").append(i + 1).append(" = ");
      out.append(values[i] == null ? "NULL" : quoted(text.apply(i), most));
    }
    return out.toString();
  }

  /** {@code stringinfo_mb.c: appendStringInfoStringQuoted}. */
  static String quoted(String value, int most) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    boolean cut = most >= 0 && bytes.length > most;
    String kept = cut ? new String(bytes, 0, clip(bytes, most), StandardCharsets.UTF_8) : value;
    return "'" + kept.replace("'", "''") + (cut ? "...'" : "'");
  }

  /** {@code mbutils.c: pg_mbcliplen}: no character is cut in two. */
  private static int clip(byte[] bytes, int most) {
    int end = most;
    while (end > 0 && (bytes[end] & 0xC0) == CONTINUATION) {
      end--;
    }
    return end;
  }
}
