package io.pgdouble.type;

/** Writes the text form of inet. Server: {@code inet_net_ntop.c}. */
final class InetText {
  private static final int WORDS = 8;

  private InetText() {}

  static String host(byte[] address) {
    return address.length == Inet.IPV4 ? dotted(address, 0) : colons(address);
  }

  private static String word(byte[] bytes, int at) {
    return Integer.toHexString((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff);
  }

  private static String dotted(byte[] address, int from) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < from + Inet.IPV4; i++) {
      text.append(i == from ? "" : ".").append(address[i] & 0xff);
    }
    return text.toString();
  }

  /** The first of the longest runs of zeros is left out, if it is longer than one word. */
  private static String colons(byte[] address) {
    Run best = longest(address);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      if (i >= best.start && i < best.start + best.length) {
        text.append(i == best.start ? ":" : "");
        continue;
      }
      text.append(i == 0 ? "" : ":");
      if (i == 6 && best.isBeforeIpv4(address)) {
        return text.append(dotted(address, 12)).toString();
      }
      text.append(word(address, 2 * i));
    }
    return text.append(best.start + best.length == WORDS ? ":" : "").toString();
  }

  /** A run of words that are zero. */
  private record Run(int start, int length) {
    static final Run NONE = new Run(-1, 0);

    /** Such as {@code ::10.0.0.1} and {@code ::ffff:10.0.0.1}. */
    boolean isBeforeIpv4(byte[] address) {
      return start == 0
          && (length == 6
              || length == 7 && !word(address, 14).equals("1")
              || length == 5 && word(address, 10).equals("ffff"));
    }
  }

  private static Run longest(byte[] address) {
    Run best = Run.NONE;
    int start = 0;
    for (int i = 0; i < WORDS; i++) {
      boolean zero = address[2 * i] == 0 && address[2 * i + 1] == 0;
      if (!zero) {
        start = i + 1;
      } else if (i + 1 - start > best.length) {
        best = new Run(start, i + 1 - start);
      }
    }
    return best.length < 2 ? Run.NONE : best;
  }
}
