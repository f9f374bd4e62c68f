package io.pgdouble.engine.catalog;

import java.nio.charset.StandardCharsets;

/** Names as the server's tables keep them: {@code NAMEDATALEN} bytes with the zero at the end. */
public final class NameData {
  /** {@code NAMEDATALEN - 1}: bytes of a name that count. */
  private static final int BYTES = 63;

  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private NameData() {}

  /**
   * What of a name tells it from others ({@code dynahash.c: string_hash}): names that agree in
   * their first 63 bytes are the same.
   */
  public static String key(String name) {
    if (name.length() <= BYTES / MOST_BYTES_OF_A_CHAR) {
      return name;
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= BYTES ? name : new String(bytes, 0, BYTES, StandardCharsets.UTF_8);
  }
}
