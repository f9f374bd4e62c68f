package io.pgdouble.message;

import java.util.HexFormat;

/**
 * Writes the fields of a message as readable columns, as libpq's {@code PQtrace} does: each field
 * after a space, strings in double quotes, bytes in single ones. {@code fe-trace.c}.
 */
final class TextWriter implements BodyWriter {
  private final StringBuilder text;
  private final TextForm form;

  TextWriter(StringBuilder text, TextForm form) {
    this.text = text;
    this.form = form;
  }

  @Override
  public void code(int value) {
    // The message's name says it already.
  }

  @Override
  public void byte1(int value) {
    text.append(' ');
    printable(value & 0xff);
  }

  @Override
  public void int16(int value) {
    text.append(' ').append((short) value);
  }

  @Override
  public void int32(int value) {
    text.append(' ').append(value);
  }

  @Override
  public void int64(long value) {
    text.append(' ').append(value);
  }

  @Override
  public void oid(int value) {
    varying(value);
  }

  @Override
  public void processId(int value) {
    varying(value);
  }

  private void varying(int value) {
    text.append(' ');
    if (form == TextForm.REGRESS) {
      text.append("NNNN");
    } else {
      text.append(value);
    }
  }

  @Override
  public void secret(byte[] value) {
    if (value.length == 4) {
      varying(new BodyReader(value).int32());
    } else if (form == TextForm.REGRESS) {
      text.append(" 'BBBB'");
    } else {
      bytes(value);
    }
  }

  @Override
  public void string(String value) {
    text.append(" \"").append(value).append('"');
  }

  @Override
  public void bytes(byte[] value) {
    text.append(" '");
    for (byte b : value) {
      printable(b & 0xff);
    }
    text.append('\'');
  }

  @Override
  public void counted(byte[] value) {
    if (value == null) {
      int32(-1);
      return;
    }
    int32(value.length);
    bytes(value);
  }

  @Override
  public void reportField(ReportField field) {
    byte1(field.type());
    boolean varies = "FLR".indexOf(field.type()) >= 0;
    string(varies && form == TextForm.REGRESS ? "SSSS" : field.value());
  }

  private void printable(int value) {
    if (value >= ' ' && value <= '~') {
      text.append((char) value);
    } else {
      byte[] one = {(byte) value};
      text.append("\\x").append(HexFormat.of().formatHex(one));
    }
  }
}
