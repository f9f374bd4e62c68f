package io.pgdouble.password;

import java.util.Base64;
import java.util.Optional;

/** Base64 as SCRAM's messages and secrets have it. {@code base64.c: pg_b64_decode}. */
public final class ScramBase64 {
  private static final String FORM =
      "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";

  private ScramBase64() {}

  /** What a text stands for, if it is whole, padding and all. */
  public static Optional<byte[]> decoded(String text) {
    return text.matches(FORM) ? Optional.of(Base64.getDecoder().decode(text)) : Optional.empty();
  }
}
