package io.pgdouble.relay;

import io.pgdouble.auth.FrontendLogin;
import io.pgdouble.auth.LoginException;
import java.security.SecureRandom;
import java.util.Optional;

/** Answers a server's requests for authentication in a frontend's place. */
final class Logins {
  private Logins() {}

  /**
   * One that has said nothing yet.
   *
   * @param password empty where none is known
   */
  static FrontendLogin of(String user, Optional<String> password, SecureRandom random) {
    byte[] nonce = new byte[FrontendLogin.NONCE_BYTES];
    random.nextBytes(nonce);
    return new FrontendLogin(user, password, nonce);
  }

  /**
   * The answer to an Authentication message; empty where none is due.
   *
   * @throws RelayException if none can be given
   */
  static Optional<byte[]> answer(FrontendLogin login, byte[] request) {
    try {
      return login.answer(request);
    } catch (LoginException e) {
      throw new RelayException(e.getMessage(), e);
    }
  }
}
