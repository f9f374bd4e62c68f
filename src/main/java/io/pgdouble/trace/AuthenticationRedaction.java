package io.pgdouble.trace;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out what a frontend proves itself by. Of SCRAM's messages everything stays but the values
 * that are drawn by lot or computed, which keep their lengths. Manual: {@code sasl-authentication}.
 */
final class AuthenticationRedaction {
  private static final int CODE_MD5_PASSWORD = 5;
  private static final int CODE_GSS_CONTINUE = 8;
  private static final int CODE_SASL = 10;
  private static final int CODE_SASL_CONTINUE = 11;
  private static final int CODE_SASL_FINAL = 12;

  /** Nonces, salts, proofs and signatures. RFC 5802 § 5.1. */
  private static final Pattern SCRAM_VALUE = Pattern.compile("(?<=(?:^|,)[rspv]=)[^,]+");

  private int asked;
  private boolean scram;

  /** What is kept of an Authentication message. */
  byte[] request(byte[] body) {
    if (body.length < Integer.BYTES) {
      return body;
    }
    asked = ByteBuffer.wrap(body).getInt();
    byte[] rest = Arrays.copyOfRange(body, Integer.BYTES, body.length);
    return switch (asked) {
      case CODE_MD5_PASSWORD -> with(asked, stars(rest.length));
      case CODE_GSS_CONTINUE -> with(asked, Masks.masked());
      case CODE_SASL_CONTINUE, CODE_SASL_FINAL -> with(asked, scram ? scramValues(rest) : rest);
      default -> body;
    };
  }

  /** What is kept of the answer to it. */
  byte[] response(byte[] body) {
    return switch (asked) {
      case CODE_SASL -> initial(body);
      case CODE_SASL_CONTINUE -> scram ? scramValues(body) : Masks.masked();
      default -> password(body);
    };
  }

  /** A password ends with a zero, which shows nothing. */
  private static byte[] password(byte[] body) {
    boolean string = body.length > 0 && body[body.length - 1] == 0;
    return string ? Arrays.copyOf(Masks.masked(), Masks.MASKED.length() + 1) : Masks.masked();
  }

  private byte[] initial(byte[] body) {
    BodyCursor in = new BodyCursor(body);
    byte[] mechanism = in.string();
    scram = new String(mechanism, StandardCharsets.US_ASCII).startsWith("SCRAM-");
    int length = in.int32();
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    out.writeBytes(mechanism);
    out.write(0);
    if (length < 0) {
      Column.writeInt(out, 32, length);
      return out.toByteArray();
    }
    byte[] data = in.take(length);
    byte[] kept = scram ? scramValues(data) : Masks.masked();
    Column.writeInt(out, 32, kept.length);
    out.writeBytes(kept);
    return out.toByteArray();
  }

  private static byte[] scramValues(byte[] message) {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    String kept = SCRAM_VALUE.matcher(text).replaceAll(AuthenticationRedaction::stars);
    return kept.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String stars(MatchResult value) {
    return "*".repeat(value.group().length());
  }

  private static byte[] stars(int count) {
    return "*".repeat(count).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] with(int code, byte[] rest) {
    return ByteBuffer.allocate(Integer.BYTES + rest.length).putInt(code).put(rest).array();
  }
}
