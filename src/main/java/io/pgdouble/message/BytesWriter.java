package io.pgdouble.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes messages as bytes into an array that grows as needed. One writer takes many messages: what
 * is written stays until {@link #clear}. Not for use by two threads at once.
 */
public final class BytesWriter implements BodyWriter {
  private static final int FIRST_CAPACITY = 512;

  /** The greatest array a JVM is sure to give. */
  private static final int GREATEST_CAPACITY = Integer.MAX_VALUE - 8;

  private byte[] array;
  private int length;
  private ClientEncoding encoding = ClientEncoding.UTF8;

  public BytesWriter() {
    this(FIRST_CAPACITY);
  }

  /** A writer with room for so many bytes before it must grow. */
  public BytesWriter(int capacity) {
    array = new byte[capacity];
  }

  /** Sets how strings are written from here on. */
  public void encoding(ClientEncoding newEncoding) {
    encoding = newEncoding;
  }

  /** Appends a whole message of the backend: type, length, body. */
  public void backend(BackendMessage message) {
    framed(message.type(), message);
  }

  /** Appends a whole message of the frontend: type, length, body. */
  public void frontend(FrontendMessage message) {
    framed(message.type(), message);
  }

  /** Appends a whole startup packet: length and body, without a type. */
  public void startup(StartupPacket packet) {
    int start = length;
    int32(0);
    packet.write(this);
    putInt32(start, length - start);
  }

  private void framed(char type, Message message) {
    reserve(5);
    array[length] = (byte) type;
    int start = length + 1;
    length += 5;
    message.write(this);
    putInt32(start, length - start);
  }

  /** How many bytes were written since the last {@link #clear}. */
  public int length() {
    return length;
  }

  /** The bytes written are the first {@link #length} of this array, which is not a copy. */
  public byte[] array() {
    return array;
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(array, length);
  }

  /** Forgets what was written, and shrinks to so many bytes if a great message made it grow. */
  public void clear(int capacity) {
    length = 0;
    if (array.length > capacity) {
      array = new byte[capacity];
    }
  }

  /** Takes back what was written after so many bytes. */
  public void truncate(int newLength) {
    length = Math.min(length, newLength);
  }

  @Override
  public void code(int value) {
    int32(value);
  }

  @Override
  public void byte1(int value) {
    reserve(1);
    array[length++] = (byte) value;
  }

  @Override
  public void int16(int value) {
    reserve(2);
    array[length] = (byte) (value >> 8);
    array[length + 1] = (byte) value;
    length += 2;
  }

  @Override
  public void int32(int value) {
    reserve(4);
    putInt32(length, value);
    length += 4;
  }

  @Override
  public void int64(long value) {
    int32((int) (value >> 32));
    int32((int) value);
  }

  @Override
  public void oid(int value) {
    int32(value);
  }

  @Override
  public void processId(int value) {
    int32(value);
  }

  @Override
  public void secret(byte[] value) {
    bytes(value);
  }

  @Override
  public void string(String value) {
    int count = value.length();
    reserve(count + 1);
    byte[] target = array;
    int at = length;
    for (int i = 0; i < count; i++) {
      char c = value.charAt(i);
      if (c >= 0x80 || c == 0) {
        stringOutsideAscii(value);
        return;
      }
      target[at++] = (byte) c;
    }
    target[at] = 0;
    length = at + 1;
  }

  /** A zero byte would end the string early, and the server's strings cannot hold one. */
  private void stringOutsideAscii(String value) {
    int zero = value.indexOf(0);
    bytes(encoding.encode(zero < 0 ? value : value.substring(0, zero)));
    byte1(0);
  }

  @Override
  public void bytes(byte[] value) {
    reserve(value.length);
    System.arraycopy(value, 0, array, length, value.length);
    length += value.length;
  }

  @Override
  public void counted(byte[] value) {
    if (value == null) {
      int32(-1);
      return;
    }
    int count = value.length;
    reserve(count + 4);
    putInt32(length, count);
    System.arraycopy(value, 0, array, length + 4, count);
    length += count + 4;
  }

  @Override
  public void reportField(ReportField field) {
    byte1(field.type());
    string(field.value());
  }

  private void putInt32(int at, int value) {
    array[at] = (byte) (value >> 24);
    array[at + 1] = (byte) (value >> 16);
    array[at + 2] = (byte) (value >> 8);
    array[at + 3] = (byte) value;
  }

  private void reserve(int more) {
    if (more > array.length - length) {
      grow(more);
    }
  }

  private void grow(int more) {
    long needed = (long) length + more;
    if (needed > GREATEST_CAPACITY) {
      throw new OutOfMemoryError("a batch of messages exceeds " + GREATEST_CAPACITY + " bytes");
    }
    long doubled = Math.min(GREATEST_CAPACITY, 2L * array.length);
    array = Arrays.copyOf(array, (int) Math.max(needed, doubled));
  }

  @Override
  public String toString() {
    return new String(array, 0, length, StandardCharsets.ISO_8859_1);
  }
}
