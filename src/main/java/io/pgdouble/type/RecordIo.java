package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** Rows. Only written: an anonymous row type cannot be read. Server: {@code rowtypes.c}. */
final class RecordIo implements TypeIo {
  static final RecordIo INSTANCE = new RecordIo();

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    throw anonymous();
  }

  private static ReportedError anonymous() {
    return new ReportedError(
        SqlState.FEATURE_NOT_SUPPORTED, "input of anonymous composite types is not implemented");
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    RecordValue row = (RecordValue) value;
    StringBuilder text = new StringBuilder("(");
    String separator = "";
    for (int i = 0; i < row.values().length; i++) {
      if (row.type().isDropped(i)) {
        continue;
      }
      text.append(separator);
      separator = ",";
      if (row.values()[i] != null) {
        TypeIo io = Types.io(row.type().fields().get(i).typeOid());
        field(io.output(row.values()[i], environment), text);
      }
    }
    return text.append(')').toString();
  }

  private static void field(String field, StringBuilder text) {
    boolean quotes = field.isEmpty();
    for (int i = 0; i < field.length() && !quotes; i++) {
      char c = field.charAt(i);
      quotes = "\"\\(),".indexOf(c) >= 0 || Ascii.isSpace(c);
    }
    if (!quotes) {
      text.append(field);
      return;
    }
    text.append('"');
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      text.append(c).append(c == '"' || c == '\\' ? String.valueOf(c) : "");
    }
    text.append('"');
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    throw anonymous();
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    RecordValue row = (RecordValue) value;
    BinaryWriter out = new BinaryWriter(4 + 16 * row.values().length);
    out.int32(row.type().width());
    for (int i = 0; i < row.values().length; i++) {
      if (row.type().isDropped(i)) {
        continue;
      }
      int oid = row.type().fields().get(i).typeOid();
      out.int32(oid);
      if (row.values()[i] == null) {
        out.int32(-1);
      } else {
        byte[] body = Types.io(oid).send(row.values()[i], environment);
        out.int32(body.length).bytes(body);
      }
    }
    return out.toBytes();
  }
}
