package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationSASLContinue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A count that makes no sense. */
final class ZeroIterations extends LoginFault {
  private static byte[] altered(byte[] data) {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    return text.replaceFirst("i=.*", "i=0").getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String name() {
    return "zero-iterations";
  }

  @Override
  public String summary() {
    return "asks for 0 iterations";
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
