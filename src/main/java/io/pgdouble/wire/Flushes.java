package io.pgdouble.wire;

import io.netty.channel.Channel;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;

/**
 * The channels of one event loop that have something to send. They send it together, when the loop
 * has looked at all that has come and before it looks again: what performs statements and what
 * sends then each find their code and data in the processor's caches, and whoever is woken by the
 * first answer finds more of them. Belongs to the loop's thread.
 */
final class Flushes {
  private static final FastThreadLocal<Flushes> OF_THREAD =
      new FastThreadLocal<>() {
        @Override
        protected Flushes initialValue() {
          return new Flushes();
        }
      };

  private final List<Channel> waiting = new ArrayList<>();

  private Flushes() {}

  static Flushes ofThisThread() {
    return OF_THREAD.get();
  }

  void add(Channel channel) {
    waiting.add(channel);
  }

  /** One that fails fails its own channel, and may have others wait anew. */
  void run() {
    for (int i = 0; i < waiting.size(); i++) {
      waiting.get(i).flush();
    }
    waiting.clear();
  }
}
