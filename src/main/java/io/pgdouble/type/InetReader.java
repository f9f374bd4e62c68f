package io.pgdouble.type;

import io.pgdouble.error.ReportedError;

/** Reads the text form of inet, from left to right. Server: {@code inet_net_pton.c}. */
final class InetReader {
  private static final int MAX_OCTET = 255;
  private static final int MAX_IPV6_BITS = 128;
  private static final int WORD_DIGITS = 4;
  private static final int NONE = -1;

  private final String text;
  private final byte[] address;
  private int at;
  private int filled;
  private int bits = NONE;

  /** Where {@code ::} stands, in bytes; {@link #NONE} if nowhere. */
  private int gap = NONE;

  /** Where the word that is being read began. */
  private int word;

  private int value;
  private int digits;

  private InetReader(String text) {
    this.text = text;
    this.address = new byte[text.indexOf(':') < 0 ? Inet.IPV4 : Inet.IPV6];
  }

  /**
   * Reads an address and the number of its bits.
   *
   * @throws ReportedError if it is none
   */
  static Inet read(String text) {
    InetReader reader = new InetReader(text);
    if (reader.address.length == Inet.IPV4) {
      reader.ipv4();
    } else {
      reader.ipv6();
    }
    if (reader.bits < 0 || reader.bits > reader.address.length * Byte.SIZE) {
      throw reader.invalid();
    }
    return new Inet(reader.address, reader.bits);
  }

  private ReportedError invalid() {
    return TypeErrors.invalidSyntax("inet", text);
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private boolean is(char letter) {
    return at < text.length() && text.charAt(at) == letter;
  }

  /** Four octets, or as many as the bits need. */
  private void ipv4() {
    boolean more = true;
    while (more && isDigit(at)) {
      octet();
      more = is('.');
      at += more ? 1 : 0;
    }
    if (is('/') && isDigit(at + 1) && filled > 0) {
      at++;
      bits = number(Integer.MAX_VALUE);
    }
    if (at != text.length()) {
      throw invalid();
    }
    if (bits == NONE && filled == Inet.IPV4) {
      bits = Inet.IPV4 * Byte.SIZE;
    }
    if (bits < 0 || bits / Byte.SIZE > filled) {
      throw invalid();
    }
  }

  private void octet() {
    int octet = number(MAX_OCTET);
    if (filled == address.length) {
      throw invalid();
    }
    address[filled++] = (byte) octet;
  }

  /** What fits no integer wraps around, as it does there. */
  private int number(int most) {
    int number = 0;
    while (isDigit(at)) {
      number = number * 10 + text.charAt(at++) - '0';
      if (number > most) {
        throw invalid();
      }
    }
    return number;
  }

  private void ipv6() {
    if (text.startsWith(":")) {
      at = 1;
      if (!is(':')) {
        throw invalid();
      }
    }
    word = at;
    while (at < text.length() && isBeforeEnd(text.charAt(at++))) {
      // Each step reads a letter, or all that is left.
    }
    if (digits > 0) {
      endWord();
    }
    bits = bits == NONE ? MAX_IPV6_BITS : bits;
    spread();
  }

  private boolean isBeforeEnd(char letter) {
    int digit = Ascii.hexDigit(letter);
    if (digit >= 0) {
      value = value << 4 | digit;
      if (++digits > WORD_DIGITS) {
        throw invalid();
      }
      return true;
    }
    if (letter == ':') {
      colon();
      return true;
    }
    boolean ends = letter == '.' ? isIpv4Tail() : letter == '/' && isBits(at);
    if (!ends) {
      throw invalid();
    }
    return false;
  }

  private void colon() {
    word = at;
    if (digits == 0) {
      if (gap != NONE) {
        throw invalid();
      }
      gap = filled;
    } else if (at == text.length()) {
      throw invalid();
    } else {
      endWord();
    }
  }

  private void endWord() {
    if (filled + 2 > address.length) {
      throw invalid();
    }
    address[filled++] = (byte) (value >> 8);
    address[filled++] = (byte) value;
    value = 0;
    digits = 0;
  }

  /** Up to four octets, perhaps with bits behind, where a word began. */
  private boolean isIpv4Tail() {
    String tail = text.substring(word);
    int slash = tail.indexOf('/');
    String[] octets = (slash < 0 ? tail : tail.substring(0, slash)).split("\\.", -1);
    boolean fits =
        filled + Inet.IPV4 <= address.length
            && octets.length <= Inet.IPV4
            && (slash >= 0 || !octets[octets.length - 1].isEmpty())
            && (slash < 0 || isBits(word + slash + 1));
    for (int i = 0; fits && i < octets.length; i++) {
      int octet = octets[i].isEmpty() ? 0 : plainNumber(octets[i], MAX_OCTET);
      fits = octet >= 0;
      address[filled + i] = (byte) octet;
    }
    filled += Inet.IPV4;
    digits = 0;
    return fits;
  }

  /** Whether there is nothing but a number of bits left. */
  private boolean isBits(int from) {
    bits = from < text.length() ? plainNumber(text.substring(from), MAX_IPV6_BITS) : NONE;
    return bits >= 0;
  }

  /** A number without zeros before it; {@link #NONE} if it is none. */
  private static int plainNumber(String digits, int most) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i > 0 && number == 0) {
        return NONE;
      }
      number = number * 10 + digit;
      if (number > most) {
        return NONE;
      }
    }
    return number;
  }

  /** Moves what stands behind the gap to the end. */
  private void spread() {
    boolean full = filled == address.length;
    if (full != (gap == NONE)) {
      throw invalid();
    }
    if (gap != NONE) {
      int behind = filled - gap;
      System.arraycopy(address, gap, address, address.length - behind, behind);
      java.util.Arrays.fill(address, gap, Math.max(gap, address.length - behind), (byte) 0);
    }
  }
}
