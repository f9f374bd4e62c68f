package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** A composite type of a user's. Manual: {@code rowtypes-io-syntax}; server: {@code rowtypes.c}. */
public record RowTypeIo(RowType type) implements TypeIo {

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return new Reader(text, environment).row();
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return RecordIo.INSTANCE.output(type.current((RecordValue) value), environment);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return RecordIo.INSTANCE.send(type.current((RecordValue) value), environment);
  }

  /** {@code record_recv}. */
  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int columns = in.int32();
    if (columns != type.width()) {
      throw new ReportedError(
          SqlState.DATATYPE_MISMATCH,
          "wrong number of columns: " + columns + ", expected " + type.width());
    }
    Object[] values = new Object[type.fields().size()];
    for (int i = 0; i < values.length; i++) {
      RowType.Field field = type.fields().get(i);
      if (field.dropped()) {
        continue;
      }
      int oid = in.int32();
      if (oid != field.typeOid()) {
        throw new ReportedError(
            SqlState.DATATYPE_MISMATCH,
            "binary data has type "
                + named(oid)
                + " instead of expected "
                + named(field.typeOid())
                + " in record column "
                + (i + 1));
      }
      values[i] = column(in, field, new Place(i, environment));
    }
    return new RecordValue(type, values);
  }

  private static String named(int oid) {
    return Integer.toUnsignedString(oid) + " (" + TypeName.format(oid) + ")";
  }

  private record Place(int column, TypeEnvironment environment) {}

  private static Object column(BinaryReader in, RowType.Field field, Place place) {
    int length = in.int32();
    if (length == -1) {
      return null;
    }
    if (length < -1 || length > in.remaining()) {
      throw new ReportedError(
          SqlState.INVALID_BINARY_REPRESENTATION, "insufficient data left in message");
    }
    BinaryReader body = in.slice(length);
    Object value = Types.io(field.typeOid()).receive(body, field.typmod(), place.environment());
    if (body.remaining() > 0) {
      throw new ReportedError(
          SqlState.INVALID_BINARY_REPRESENTATION,
          "improper binary format in record column " + (place.column() + 1));
    }
    return value;
  }

  /** {@code record_in}. */
  private final class Reader {
    private final String text;
    private final TypeEnvironment environment;
    private int at;

    Reader(String text, TypeEnvironment environment) {
      this.text = text;
      this.environment = environment;
    }

    RecordValue row() {
      skipSpace();
      expect('(', "Missing left parenthesis.");
      Object[] values = new Object[type.fields().size()];
      boolean first = true;
      for (int i = 0; i < values.length; i++) {
        RowType.Field field = type.fields().get(i);
        if (field.dropped()) {
          continue;
        }
        if (!first) {
          expect(',', "Too few columns.");
        }
        first = false;
        String column = next() == ',' || next() == ')' ? null : column();
        values[i] =
            column == null
                ? null
                : Types.io(field.typeOid()).input(column, field.typmod(), environment);
      }
      expect(')', "Too many columns.");
      skipSpace();
      if (at < text.length()) {
        throw malformed("Junk after right parenthesis.");
      }
      return new RecordValue(type, values);
    }

    /** 0 at the end. */
    private char next() {
      return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipSpace() {
      while (at < text.length() && Ascii.isSpace(text.charAt(at))) {
        at++;
      }
    }

    private void expect(char wanted, String complaint) {
      if (next() != wanted) {
        throw malformed(complaint);
      }
      at++;
    }

    private String column() {
      StringBuilder column = new StringBuilder();
      boolean quoted = false;
      while (quoted || next() != ',' && next() != ')') {
        char c = character();
        if (c == '\\') {
          column.append(character());
        } else if (c != '"') {
          column.append(c);
        } else if (quoted && next() == '"') {
          column.append(character());
        } else {
          quoted = !quoted;
        }
      }
      return column.toString();
    }

    private char character() {
      if (at >= text.length()) {
        throw malformed("Unexpected end of input.");
      }
      return text.charAt(at++);
    }

    private ReportedError malformed(String detail) {
      return ErrorReport.error(
              SqlState.INVALID_TEXT_REPRESENTATION, "malformed record literal: \"" + text + "\"")
          .withDetail(detail)
          .toException();
    }
  }
}
