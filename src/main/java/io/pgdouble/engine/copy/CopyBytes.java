package io.pgdouble.engine.copy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Data in binary format as they come in, in pieces of any size, behind their header. Manual: {@code
 * sql-copy § Binary Format}; source: {@code copyfromparse.c: ReceiveCopyBinaryHeader}.
 */
public final class CopyBytes {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final int WITH_OIDS = 1 << 16;
  private static final int CRITICAL = 16;
  private static final int FIRST_SIZE = 8192;

  private byte[] buffer = new byte[FIRST_SIZE];
  private int start;
  private int end;
  private Header header = Header.SIGNATURE;
  private int extension;

  /** Which part of the header is due; {@link #READ} is none any more. */
  public enum Header {
    SIGNATURE,
    FLAGS,
    LENGTH,
    EXTENSION,
    READ
  }

  /** More bytes have come. */
  public void add(byte[] bytes) {
    int kept = end - start;
    if (end + bytes.length > buffer.length) {
      byte[] target =
          kept + bytes.length > buffer.length
              ? new byte[Math.max(2 * buffer.length, kept + bytes.length)]
              : buffer;
      System.arraycopy(buffer, start, target, 0, kept);
      buffer = target;
      start = 0;
      end = kept;
    }
    System.arraycopy(bytes, 0, buffer, end, bytes.length);
    end += bytes.length;
  }

  /** What begins the data of COPY TO. */
  public static byte[] begin() {
    return Arrays.copyOf(SIGNATURE, SIGNATURE.length + 2 * Integer.BYTES);
  }

  public int remaining() {
    return end - start;
  }

  /** Two bytes, if they are there. */
  public Optional<Short> int16() {
    if (remaining() < Short.BYTES) {
      return Optional.empty();
    }
    short value = ByteBuffer.wrap(buffer).getShort(start);
    start += Short.BYTES;
    return Optional.of(value);
  }

  /** Four bytes, if they are there, which stay there. */
  public Optional<Integer> peekInt32() {
    return remaining() < Integer.BYTES
        ? Optional.empty()
        : Optional.of(ByteBuffer.wrap(buffer).getInt(start));
  }

  public void skip(int count) {
    start += count;
  }

  public byte[] take(int count) {
    byte[] taken = Arrays.copyOfRange(buffer, start, start + count);
    start += count;
    return taken;
  }

  /** How far the header is read now. */
  public Header header() {
    Header before = null;
    while (header != before) {
      before = header;
      switch (header) {
        case SIGNATURE -> signature();
        case FLAGS -> peekInt32().ifPresent(this::flags);
        case LENGTH -> peekInt32().ifPresent(this::length);
        case EXTENSION -> passExtension();
        case READ -> {}
      }
    }
    return header;
  }

  /** No more will come: what is missing of the header is told. */
  public void requireHeader() {
    switch (header()) {
      case SIGNATURE -> throw unknown();
      case FLAGS -> throw CopyFault.of("invalid COPY file header (missing flags)");
      case LENGTH -> throw missingLength();
      case EXTENSION -> throw CopyFault.of("invalid COPY file header (wrong length)");
      case READ -> {}
    }
  }

  private void signature() {
    if (remaining() >= SIGNATURE.length) {
      if (!Arrays.equals(take(SIGNATURE.length), SIGNATURE)) {
        throw unknown();
      }
      header = Header.FLAGS;
    }
  }

  private void flags(int flags) {
    skip(Integer.BYTES);
    if ((flags & WITH_OIDS) != 0) {
      throw CopyFault.of("invalid COPY file header (WITH OIDS)");
    }
    if (flags >>> CRITICAL != 0) {
      throw CopyFault.of("unrecognized critical flags in COPY file header");
    }
    header = Header.LENGTH;
  }

  private void length(int length) {
    skip(Integer.BYTES);
    if (length < 0) {
      throw missingLength();
    }
    extension = length;
    header = Header.EXTENSION;
  }

  private void passExtension() {
    int passed = Math.min(extension, remaining());
    skip(passed);
    extension -= passed;
    if (extension == 0) {
      header = Header.READ;
    }
  }

  private static RuntimeException unknown() {
    return CopyFault.of("COPY file signature not recognized");
  }

  private static RuntimeException missingLength() {
    return CopyFault.of("invalid COPY file header (missing length)");
  }
}
