package io.pgdouble.message;

import java.util.ArrayList;
import java.util.List;

/**
 * The server wants SASL.
 *
 * <p>Manual: {@code message-formats § AuthenticationSASL}.
 *
 * @param mechanisms in the server's order of preference; none is empty, for an empty name ends the
 *     list
 */
public record AuthenticationSASL(List<String> mechanisms) implements Authentication {
  public AuthenticationSASL {
    mechanisms = List.copyOf(mechanisms);
  }

  static AuthenticationSASL read(BodyReader in) {
    List<String> mechanisms = new ArrayList<>();
    for (String name = in.string(); !name.isEmpty(); name = in.string()) {
      mechanisms.add(name);
    }
    in.end();
    return new AuthenticationSASL(mechanisms);
  }

  @Override
  public int code() {
    return 10;
  }

  @Override
  public void write(BodyWriter out) {
    out.code(code());
    for (String mechanism : mechanisms) {
      out.string(mechanism);
    }
    out.byte1(0);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onAuthenticationSASL(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
