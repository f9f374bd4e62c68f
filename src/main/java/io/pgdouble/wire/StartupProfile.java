package io.pgdouble.wire;

/** How a major treats what comes before a session. */
public enum StartupProfile {
  /** Bytes that come along with an SSLRequest are found out after the handshake. */
  BEFORE_17,
  /** They are part of the handshake; TLS may begin unasked, and names its protocol. */
  SINCE_17;

  private static final int FIRST_WITH_DIRECT_TLS = 17;

  public static StartupProfile of(int major) {
    return major >= FIRST_WITH_DIRECT_TLS ? SINCE_17 : BEFORE_17;
  }

  boolean namesProtocols() {
    return this == SINCE_17;
  }

  boolean allowsDirectTls() {
    return this == SINCE_17;
  }
}
