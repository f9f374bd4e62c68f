package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of cidr: a network. Server: {@code inet_net_pton.c}, {@code network.c}. */
final class CidrReader {
  private static final int MAX_OCTET = 255;
  private static final int IPV4_BITS = 32;
  private static final Pattern IPV4 = Pattern.compile("([0-9]+(?:\\.[0-9]+)*)(?:/([0-9]+))?");

  private CidrReader() {}

  static Inet read(String text) {
    Inet network = text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
    if (!network.isNetwork()) {
      throw ErrorReport.error(
              SqlState.INVALID_TEXT_REPRESENTATION, "invalid cidr value: \"" + text + "\"")
          .withDetail("Value has bits set to right of mask.")
          .toException();
    }
    return network;
  }

  private static Inet ipv6(String text) {
    try {
      return InetReader.read(text);
    } catch (io.pgdouble.error.ReportedError e) {
      throw TypeErrors.invalidSyntax("cidr", text);
    }
  }

  private static Inet ipv4(String text) {
    Matcher matcher = IPV4.matcher(text);
    if (text.matches("0[xX][0-9A-Fa-f].*")) {
      throw ErrorReport.notSimulated("networks in hexadecimal digits").toException();
    }
    if (!matcher.matches()) {
      throw TypeErrors.invalidSyntax("cidr", text);
    }
    String[] octets = matcher.group(1).split("\\.");
    byte[] address = new byte[Inet.IPV4];
    for (int i = 0; i < octets.length; i++) {
      int octet = number(octets[i], MAX_OCTET);
      if (octet < 0 || i >= address.length) {
        throw TypeErrors.invalidSyntax("cidr", text);
      }
      address[i] = (byte) octet;
    }
    int bits =
        matcher.group(2) == null
            ? classBits(address[0] & 0xff, octets.length)
            : number(matcher.group(2), IPV4_BITS);
    if (bits < 0) {
      throw TypeErrors.invalidSyntax("cidr", text);
    }
    return new Inet(Arrays.copyOf(address, Inet.IPV4), bits);
  }

  /** −1 if it is more than the most. */
  private static int number(String digits, int most) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    int number = significant.length() > 3 ? most + 1 : Integer.parseInt(significant);
    return number > most ? -1 : number;
  }

  /** What a network has by its class, or as many bits as were written. */
  private static int classBits(int first, int octets) {
    int bits = 8;
    if (first >= 240) {
      bits = IPV4_BITS;
    } else if (first >= 192 && first < 224) {
      bits = 24;
    } else if (first >= 128 && first < 224) {
      bits = 16;
    }
    bits = Math.max(bits, octets * Byte.SIZE);
    return bits == 8 && first == 224 ? 4 : bits;
  }
}
