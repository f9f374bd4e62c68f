package io.pgdouble.conformance;

import java.nio.charset.StandardCharsets;

/** Answers a request for encryption otherwise, or not at all. */
final class NegotiationFault extends Fault {

  static final int SSL_REQUEST = 1234 << 16 | 5679;
  static final int GSSENC_REQUEST = 1234 << 16 | 5680;

  private final int code;
  private final byte[] answer;
  private volatile int asked;

  /**
   * A fault in one of the two requests.
   *
   * @param answer one byte or none
   */
  NegotiationFault(int code, String answer) {
    this.code = code;
    this.answer = answer.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  void startup(byte[] packet, int found, Ends ends) {
    asked = found;
    ends.toBackend(packet);
  }

  @Override
  void negotiationAnswer(byte right, Ends ends) {
    ends.toFrontend(asked == code ? answer : new byte[] {right});
  }
}
