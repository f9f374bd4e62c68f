package io.pgdouble.conformance;

import java.util.function.BiConsumer;

/** Does something else with one kind of request from before the session. */
final class StartupFault extends Fault {

  static final int CANCEL_REQUEST = 1234 << 16 | 5678;

  private final int code;
  private final BiConsumer<byte[], Ends> deed;

  StartupFault(int code, BiConsumer<byte[], Ends> deed) {
    this.code = code;
    this.deed = deed;
  }

  @Override
  void startup(byte[] packet, int found, Ends ends) {
    if (found == code) {
      deed.accept(packet, ends);
    } else {
      ends.toBackend(packet);
    }
  }
}
