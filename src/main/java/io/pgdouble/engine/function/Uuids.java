package io.pgdouble.engine.function;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Source: {@code uuid.c}. */
final class Uuids {
  private Uuids() {}

  /** By bytes, which Java's own order is not. The sign only: {@code memcmp} promises no more. */
  static int compare(Object[] a) {
    return compare((UUID) a[0], (UUID) a[1]);
  }

  static int compare(UUID left, UUID right) {
    int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
  }

  /** Version 4. */
  static UUID random(ExecutionContext execution) {
    byte[] bytes = new byte[16];
    execution.fillRandom(bytes);
    bytes[6] = (byte) (bytes[6] & 0x0f | 0x40);
    bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
