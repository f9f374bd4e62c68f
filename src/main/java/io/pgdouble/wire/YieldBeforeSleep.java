package io.pgdouble.wire;

import io.netty.channel.SelectStrategy;
import io.netty.util.IntSupplier;

/**
 * An event loop that has nothing to do gives way to whoever wants its processor, and looks again,
 * some times over before it sleeps. A frontend on the same machine answers within that while, and a
 * loop that is awake costs it no wake-up across processors, which takes longer than to perform a
 * statement. A loop that sleeps stays asleep: an idle server uses no time.
 */
final class YieldBeforeSleep implements SelectStrategy {
  /** Each look takes about half a microsecond. */
  private static final int LOOKS = 32;

  @Override
  public int calculateStrategy(IntSupplier ready, boolean hasTasks) throws Exception {
    Flushes.ofThisThread().run();
    if (hasTasks) {
      return ready.get();
    }
    for (int i = 0; i < LOOKS; i++) {
      int found = ready.get();
      if (found > 0) {
        return found;
      }
      Thread.yield();
    }
    return SelectStrategy.SELECT;
  }
}
