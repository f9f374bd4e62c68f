package io.pgdouble.replay;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** How far a recording has been played, by all who play it. Used by many threads. */
final class Progress {
  private final BitSet played = new BitSet();
  private final Set<Runnable> waiting = new CopyOnWriteArraySet<>();

  /** A frontend has said what stands at this place. */
  void played(int position) {
    synchronized (this) {
      played.set(position);
    }
    waiting.forEach(Runnable::run);
  }

  synchronized boolean hasPlayed(List<Integer> positions) {
    return positions.stream().allMatch(played::get);
  }

  /** From now on, until {@link #forget}, this is run whenever something was played. */
  void remember(Runnable wake) {
    waiting.add(wake);
  }

  void forget(Runnable wake) {
    waiting.remove(wake);
  }
}
