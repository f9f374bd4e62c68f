package io.pgdouble.message;

/**
 * Where a message writes its fields, one after another. The message says what it holds; the writer
 * decides on the form. {@code pqformat.c}; for the readable form {@code fe-trace.c}.
 */
public sealed interface BodyWriter permits BytesWriter, TextWriter {
  /** A number that tells messages of one type apart and goes without saying in the text form. */
  void code(int value);

  /** One byte, of which the lowest eight bits count. */
  void byte1(int value);

  /** Two bytes, of which the lowest sixteen bits count. */
  void int16(int value);

  void int32(int value);

  void int64(long value);

  /** The OID of an object, which differs from server to server. */
  void oid(int value);

  /** The process id of a backend, which differs from run to run. */
  void processId(int value);

  /** A secret, which differs from run to run. */
  void secret(byte[] value);

  /** A string and the zero byte that ends it. */
  void string(String value);

  /** Bytes that take the rest of the message, or a number known to both sides. */
  void bytes(byte[] value);

  /** Four bytes of length and as many bytes; length -1 and nothing for null. */
  void counted(byte[] value);

  /** A field of a report. */
  void reportField(ReportField field);

  /** A count of two bytes and as many numbers of two bytes. */
  default void int16s(short[] values) {
    int16(values.length);
    for (short value : values) {
      int16(value);
    }
  }

  /** A count of two bytes and as many counted values. */
  default void values(byte[][] values) {
    int16(values.length);
    for (byte[] value : values) {
      counted(value);
    }
  }
}
