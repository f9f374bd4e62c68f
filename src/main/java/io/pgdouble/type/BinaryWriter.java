package io.pgdouble.type;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the binary form of a value, big-endian. Server: {@code pqformat.c: pq_sendint32} etc. */
public final class BinaryWriter {
  private byte[] body;
  private int length;

  public BinaryWriter(int expectedLength) {
    body = new byte[expectedLength];
  }

  public BinaryWriter int8(int value) {
    room(1);
    body[length++] = (byte) value;
    return this;
  }

  public BinaryWriter int16(int value) {
    room(2);
    body[length++] = (byte) (value >> 8);
    body[length++] = (byte) value;
    return this;
  }

  public BinaryWriter int32(int value) {
    int16(value >> 16);
    return int16(value);
  }

  public BinaryWriter int64(long value) {
    int32((int) (value >> 32));
    return int32((int) value);
  }

  public BinaryWriter bytes(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, body, length, bytes.length);
    length += bytes.length;
    return this;
  }

  public BinaryWriter text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] toBytes() {
    return length == body.length ? body : Arrays.copyOf(body, length);
  }

  private void room(int count) {
    if (length + count > body.length) {
      body = Arrays.copyOf(body, Math.max(length + count, 2 * body.length + 8));
    }
  }
}
