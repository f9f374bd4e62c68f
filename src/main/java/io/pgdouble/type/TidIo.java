package io.pgdouble.type;

/** tid. Server: {@code tid.c}. */
final class TidIo implements TypeIo {
  static final TidIo INSTANCE = new TidIo();

  private static final int MAX_OFFSET = 0xffff;

  /** What stands before the parenthesis and behind the other is passed over. */
  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    int open = text.indexOf('(');
    int close = text.indexOf(')');
    int comma = text.indexOf(',', Math.max(open, 0));
    if (open < 0 || close < comma || comma < 0) {
      throw TypeErrors.invalidSyntax("tid", text);
    }
    long block = number(text, open + 1, comma);
    long offset = number(text, comma + 1, close);
    boolean blockFits = block == (block & 0xffffffffL) || block == (int) block;
    if (!blockFits || offset < 0 || offset > MAX_OFFSET) {
      throw TypeErrors.invalidSyntax("tid", text);
    }
    return new Tid(block & 0xffffffffL, (int) offset);
  }

  /** A number with spaces and a sign before it at most; nothing at all is 0. */
  private static long number(String text, int from, int to) {
    int start = Ascii.skipSpaces(text, from);
    if (from == to) {
      return 0;
    }
    try {
      return Long.parseLong(text, Math.min(start, to), to, 10);
    } catch (NumberFormatException e) {
      throw TypeErrors.invalidSyntax("tid", text);
    }
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    Tid tid = (Tid) value;
    return "(" + tid.block() + "," + tid.offset() + ")";
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    long block = in.int32() & 0xffffffffL;
    return new Tid(block, in.int16() & 0xffff);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    Tid tid = (Tid) value;
    return new BinaryWriter(6).int32((int) tid.block()).int16(tid.offset()).toBytes();
  }
}
