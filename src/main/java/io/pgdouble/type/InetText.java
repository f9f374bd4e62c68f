package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import java.util.regex.Pattern;

/**
 * The text form of inet. What is well formed beyond doubt is read, what cannot be an address is
 * refused as PostgreSQL does it; what lies between, such as {@code 10.1/16}, is not simulated.
 * Server: {@code inet_net_pton.c}, {@code inet_net_ntop.c}.
 */
final class InetText {
  private static final Pattern FOREIGN = Pattern.compile("[^0-9a-fA-F:./]");
  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern WORD = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int WORDS = 8;

  private InetText() {}

  /**
   * @throws io.pgdouble.error.ReportedError if it is none
   */
  static Inet read(String text) {
    if (text.isEmpty() || FOREIGN.matcher(text).find()) {
      throw TypeErrors.invalidSyntax("inet", text);
    }
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    byte[] address = host.indexOf(':') < 0 ? octets(host) : words(host);
    int most = address.length * Byte.SIZE;
    int bits = slash < 0 ? most : number(text.substring(slash + 1));
    if (bits > most) {
      throw TypeErrors.invalidSyntax("inet", text);
    }
    return new Inet(address, bits);
  }

  private static int number(String digits) {
    if (!OCTET.matcher(digits).matches()) {
      throw unusual();
    }
    return Integer.parseInt(digits);
  }

  private static RuntimeException unusual() {
    return ErrorReport.notSimulated("unusual spellings of type inet").toException();
  }

  private static byte[] octets(String host) {
    String[] parts = host.split("\\.", -1);
    byte[] address = new byte[Inet.IPV4];
    if (parts.length != address.length) {
      throw unusual();
    }
    for (int i = 0; i < address.length; i++) {
      int octet = number(parts[i]);
      if (octet > 0xff) {
        throw unusual();
      }
      address[i] = (byte) octet;
    }
    return address;
  }

  private static byte[] words(String host) {
    String plain = host;
    int dot = host.indexOf('.');
    if (dot >= 0) {
      int last = host.lastIndexOf(':') + 1;
      byte[] tail = octets(host.substring(last));
      plain = host.substring(0, last) + word(tail, 0) + ":" + word(tail, 2);
    }
    int gap = plain.indexOf("::");
    String before = gap < 0 ? plain : plain.substring(0, gap);
    String behind = gap < 0 ? "" : plain.substring(gap + 2);
    String[] first = split(before);
    String[] second = split(behind);
    boolean fits = gap < 0 ? first.length == WORDS : first.length + second.length < WORDS;
    if (!fits) {
      throw unusual();
    }
    byte[] address = new byte[Inet.IPV6];
    fill(address, 0, first);
    fill(address, WORDS - second.length, second);
    return address;
  }

  private static String[] split(String words) {
    return words.isEmpty() ? new String[0] : words.split(":", -1);
  }

  private static String word(byte[] bytes, int at) {
    return Integer.toHexString((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff);
  }

  private static void fill(byte[] address, int from, String[] words) {
    for (int i = 0; i < words.length; i++) {
      if (!WORD.matcher(words[i]).matches()) {
        throw unusual();
      }
      int value = Integer.parseInt(words[i], 16);
      address[2 * (from + i)] = (byte) (value >> 8);
      address[2 * (from + i) + 1] = (byte) value;
    }
  }

  static String host(byte[] address) {
    return address.length == Inet.IPV4 ? dotted(address, 0) : colons(address);
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
