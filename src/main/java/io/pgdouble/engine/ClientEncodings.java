package io.pgdouble.engine;

import java.util.Set;

/** What a client encoding means for reading SQL. Source: {@code pg_wchar.h}. */
final class ClientEncodings {
  /** Encodings in which a byte below 128 may be the second of a character. */
  private static final Set<String> CLIENT_ONLY =
      Set.of("SJIS", "BIG5", "GBK", "UHC", "GB18030", "JOHAB", "SHIFT_JIS_2004");

  private ClientEncodings() {}

  /** The server's own name of an encoding, which the setting may have by another. */
  static String named(String setting) {
    return setting.equals("UNICODE") ? "UTF8" : setting;
  }

  /** {@code PG_ENCODING_IS_CLIENT_ONLY}, turned round. */
  static boolean isSafe(String encoding) {
    return !CLIENT_ONLY.contains(encoding);
  }
}
