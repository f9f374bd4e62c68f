package io.pgdouble.settings;

import io.pgdouble.error.UncheckedText;

/** Names that may come from anybody, as they are shown. {@code string.c: pg_clean_ascii}. */
public final class CleanAscii {
  /** The first major that writes what is no ASCII as {@code \xNN}, and not as a question mark. */
  private static final int MAJOR_WITH_ESCAPES = 16;

  private CleanAscii() {}

  /** A text with nothing but printable ASCII. */
  public static String of(String text, int major) {
    StringBuilder clean = new StringBuilder();
    for (byte b : UncheckedText.bytes(text)) {
      if (b >= ' ' && b < 127) {
        clean.append((char) b);
      } else {
        clean.append(major >= MAJOR_WITH_ESCAPES ? String.format("\\x%02x", b & 0xff) : "?");
      }
    }
    return clean.toString();
  }
}
