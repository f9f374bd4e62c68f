package io.pgdouble.type;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** pg_lsn; a Long without a sign. Server: {@code pg_lsn.c}. */
final class PgLsnIo implements TypeIo {
  static final PgLsnIo INSTANCE = new PgLsnIo();

  private static final int HEX = 16;
  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f]{1,8})/([0-9A-Fa-f]{1,8})");

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw TypeErrors.invalidSyntax("pg_lsn", text);
    }
    return Long.parseLong(matcher.group(1), HEX) << Integer.SIZE
        | Long.parseLong(matcher.group(2), HEX);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    long position = (Long) value;
    return String.format("%X/%X", position >>> Integer.SIZE, position & 0xffff_ffffL);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return in.int64();
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(Long.BYTES).int64((Long) value).toBytes();
  }
}
