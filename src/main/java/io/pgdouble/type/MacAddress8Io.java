package io.pgdouble.type;

/** macaddr8; a Long without a sign. Server: {@code mac8.c}. */
final class MacAddress8Io implements TypeIo {
  static final MacAddress8Io INSTANCE = new MacAddress8Io();

  private static final int BYTES = 8;
  private static final int SHORT_BYTES = 6;
  private static final int HEX = 16;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return new Reader(text).read();
  }

  /** Of the six bytes of macaddr: two stand between them. */
  static long extended(long address) {
    return address >>> 24 << 40 | 0xFF_FEL << 24 | address & 0xFF_FF_FF;
  }

  /** Pairs of digits, with one kind of spacer between some of them. */
  private static final class Reader {
    private final String text;
    private int at;
    private int count;
    private long value;
    private char spacer;

    Reader(String text) {
      this.text = text;
    }

    private char current() {
      return at < text.length() ? text.charAt(at) : 0;
    }

    private RuntimeException invalid() {
      return TypeErrors.invalidSyntax("macaddr8", text);
    }

    long read() {
      skipSpace();
      while (at + 1 < text.length()) {
        pair();
        spacer();
        if ((count == SHORT_BYTES || count == BYTES) && RangeText.isSpace(current())) {
          skipSpace();
          requireEnd();
        }
      }
      if (count != SHORT_BYTES && count != BYTES) {
        throw invalid();
      }
      return count == SHORT_BYTES ? extended(value) : value;
    }

    private void skipSpace() {
      while (RangeText.isSpace(current())) {
        at++;
      }
    }

    private void requireEnd() {
      if (at < text.length()) {
        throw invalid();
      }
    }

    private void pair() {
      int high = Character.digit(text.charAt(at), HEX);
      int low = Character.digit(text.charAt(at + 1), HEX);
      if (high < 0 || low < 0 || text.charAt(at) > 'f' || ++count > BYTES) {
        throw invalid();
      }
      value = value << Byte.SIZE | (long) high << 4 | low;
      at += 2;
    }

    private void spacer() {
      if (current() != ':' && current() != '-' && current() != '.') {
        return;
      }
      if (spacer != 0 && spacer != current()) {
        throw invalid();
      }
      spacer = current();
      at++;
    }
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return MacAddressIo.text((Long) value, BYTES);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return in.remaining() == SHORT_BYTES
        ? extended(MacAddressIo.bytes(in, SHORT_BYTES))
        : MacAddressIo.bytes(in, BYTES);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(BYTES).int64((Long) value).toBytes();
  }
}
