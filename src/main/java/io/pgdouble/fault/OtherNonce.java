package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationSASLContinue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A server that answers somebody else. */
final class OtherNonce extends LoginFault {
  private static byte[] altered(byte[] data) {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    return text.replaceFirst("^r=.", "r=").getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String name() {
    return "other-nonce";
  }

  @Override
  public String summary() {
    return "sends a nonce that does not begin with the frontend's";
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
