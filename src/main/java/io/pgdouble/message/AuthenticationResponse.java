package io.pgdouble.message;

/**
 * What a {@link PasswordMessage} holds. All answers to authentication requests have one type code;
 * who asked knows which of them it got.
 */
public sealed interface AuthenticationResponse extends Payload
    permits GSSResponse, Password, SASLInitialResponse, SASLResponse {

  /** The answer in its envelope. */
  default PasswordMessage toPasswordMessage() {
    return new PasswordMessage(MessageBytes.body(this));
  }
}
