package io.pgdouble.conformance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that have been read from a socket and not yet understood. */
final class ArrivedBytes {

  private byte[] bytes = new byte[8192];
  private int start;
  private int end;

  int size() {
    return end - start;
  }

  /** Reads once, for so long at most, and returns how many bytes came, -1 at the end. */
  int readFrom(SocketLine in, long millis) throws IOException {
    if (end == bytes.length) {
      makeRoom();
    }
    int count = in.read(ByteBuffer.wrap(bytes, end, bytes.length - end), millis);
    end += Math.max(0, count);
    return count;
  }

  private void makeRoom() {
    byte[] next = size() > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
    System.arraycopy(bytes, start, next, 0, size());
    end = size();
    start = 0;
    bytes = next;
  }

  /** The length a message states: bytes two to five. */
  int lengthWord() {
    return (bytes[start + 1] & 0xff) << 24
        | (bytes[start + 2] & 0xff) << 16
        | (bytes[start + 3] & 0xff) << 8
        | (bytes[start + 4] & 0xff);
  }

  byte[] take(int count) {
    start += count;
    return Arrays.copyOfRange(bytes, start - count, start);
  }

  byte[] takeAll() {
    return take(size());
  }
}
