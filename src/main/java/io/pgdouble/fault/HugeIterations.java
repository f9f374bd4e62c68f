package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationSASLContinue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A count that would keep a frontend busy for hours. */
final class HugeIterations extends LoginFault {
  private static byte[] altered(byte[] data) {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    return text.replaceFirst("i=.*", "i=2147483647").getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String name() {
    return "huge-iterations";
  }

  @Override
  public String summary() {
    return "asks for 2147483647 iterations";
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
