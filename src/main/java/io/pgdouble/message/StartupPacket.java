package io.pgdouble.message;

/**
 * The first thing a frontend says, before messages have types. Manual: {@code protocol-flow §
 * Start-up}; {@code pqcomm.h}.
 */
public sealed interface StartupPacket extends Message
    permits CancelRequest, GSSENCRequest, SSLRequest, StartupMessage {
  /** The greatest length of a startup packet, in bytes, without its length word. */
  int MAX_STARTUP_PACKET_LENGTH = 10_000;

  /** The high half of codes that are no protocol versions. */
  int REQUEST_MAJOR = 1234;

  int CANCEL_REQUEST_MINOR = 5678;
  int SSL_REQUEST_MINOR = 5679;
  int GSSENC_REQUEST_MINOR = 5680;
}
