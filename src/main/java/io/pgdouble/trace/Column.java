package io.pgdouble.trace;

import java.io.ByteArrayOutputStream;

/** One part of a message body, which can be written as columns of a trace and read from them. */
interface Column {

  /** Body to columns. */
  void print(BodyCursor body, ColumnWriter out);

  /** Columns to body. */
  void scan(ColumnReader in, ByteArrayOutputStream body);

  /** Writes a big-endian number of 16 or 32 bits. */
  static void writeInt(ByteArrayOutputStream body, int bits, long value) {
    for (int shift = bits - 8; shift >= 0; shift -= 8) {
      body.write((int) (value >> shift) & 0xff);
    }
  }
}
