package io.pgdouble.conformance;

import io.pgdouble.trace.Crossing;

/**
 * What a wrong server does to one connection. As it stands it does nothing; each mutant changes one
 * thing.
 */
class Fault {

  /** The two ends of a connection. */
  interface Ends {
    void toFrontend(Crossing.Message message);

    void toBackend(Crossing.Message message);

    /** Bytes that are no message. */
    void toFrontend(byte[] bytes);

    /** Bytes that are no message. */
    void toBackend(byte[] bytes);

    /** Ends the connection. */
    void close();
  }

  /**
   * A packet from before the session began.
   *
   * @param packet with its length
   * @param code its second word: a version or a request
   */
  void startup(byte[] packet, int code, Ends ends) {
    ends.toBackend(packet);
  }

  /** The byte that answers a request for encryption. */
  void negotiationAnswer(byte answer, Ends ends) {
    ends.toFrontend(new byte[] {answer});
  }

  /** A message of the frontend. */
  void frontend(Crossing.Message message, Ends ends) {
    ends.toBackend(message);
  }

  /** A message of the backend. */
  void backend(Crossing.Message message, Ends ends) {
    ends.toFrontend(message);
  }
}
