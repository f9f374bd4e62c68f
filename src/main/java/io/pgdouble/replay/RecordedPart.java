package io.pgdouble.replay;

import io.pgdouble.message.Performer;
import java.util.Map;

/** Who answers one frontend by a recording, and how it begins. */
public interface RecordedPart extends Performer {
  /** Whether {@link #open} may have to wait for somebody. */
  boolean opensSlowly();

  /**
   * Sends what the recorded session was greeted with, up to BackendKeyData.
   *
   * @return false if the recorded session was refused, or there is none; the frontend was told why
   */
  boolean open(String user, String database, Map<String, String> parameters);

  /** Sends the first ReadyForQuery. */
  void ready();
}
