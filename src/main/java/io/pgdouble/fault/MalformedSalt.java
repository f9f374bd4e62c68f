package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationSASLContinue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A salt that is no base64. */
final class MalformedSalt extends LoginFault {
  private static byte[] altered(byte[] data) {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    return text.replaceFirst(",s=[^,]*", ",s=***").getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String name() {
    return "malformed-salt";
  }

  @Override
  public String summary() {
    return "sends a salt that cannot be read";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new AlteredMessages(
        due,
        message ->
            message instanceof AuthenticationSASLContinue first
                ? List.of(new AuthenticationSASLContinue(altered(first.data())))
                : List.of(message));
  }
}
