package io.pgdouble.capture;

/**
 * How a network below IP frames a packet, by its {@code LINKTYPE_} number. {@code
 * draft-ietf-opsawg-pcaplinktype}.
 */
enum LinkLayer {
  /** Nothing stands before IP. */
  RAW(0),
  /** The address family, of BSD's loopback. */
  LOOPBACK(4),
  /** Two addresses, and then the protocol. */
  ETHERNET(12),
  /** Linux's, of any interface; the protocol is its last field. */
  COOKED(14),
  /** Linux's second, which begins with the protocol. */
  COOKED_2(20),
  /** One that nobody here can read. */
  UNKNOWN(0);

  private final int header;

  LinkLayer(int header) {
    this.header = header;
  }

  /** How many bytes stand before the protocol, or before IP where that is not named there. */
  int header() {
    return header;
  }

  static LinkLayer of(int number) {
    return switch (number) {
      case 0, 108 -> LOOPBACK;
      case 1 -> ETHERNET;
      case 12, 14, 101, 228, 229 -> RAW;
      case 113 -> COOKED;
      case 276 -> COOKED_2;
      default -> UNKNOWN;
    };
  }
}
