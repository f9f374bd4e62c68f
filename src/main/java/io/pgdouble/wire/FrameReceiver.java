package io.pgdouble.wire;

import io.pgdouble.error.ErrorReport;
import java.util.Optional;

/** Who receives the frames of a connection. Called on its event loop only, in order. */
public interface FrameReceiver {
  /** A frame arrived. */
  void onFrame(char type, byte[] body);

  /** A frame arrived that was too great to keep. */
  void onFrameTooGreat(char type, ErrorReport report);

  /**
   * The stream cannot be understood any further: FATAL to tell the frontend, LOG to keep from it.
   * Nothing follows.
   */
  void onBadFrame(ErrorReport report);

  /** Nothing more is delivered for now: the moment to send what is ready. */
  void onBatchEnd();

  /** The frontend sends no more; what it sent last may still have to be delivered. */
  void onLastReceived();

  /**
   * All was delivered, and the frontend sends no more.
   *
   * @param cut what the log is told, where that is within a frame
   */
  void onEndOfStream(Optional<ErrorReport> cut);

  /** The connection is broken, and {@link #onClosed} follows. */
  void onBroken(Throwable cause);

  /** The frontend reads again, or no longer. */
  void onWritabilityChanged();

  /** The connection is gone. */
  void onClosed();
}
