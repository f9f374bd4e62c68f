package io.pgdouble.backend;

import io.pgdouble.message.StartupMessage;
import io.pgdouble.wire.FrameReceiver;

/**
 * Who looks on at the conversation of one backend. Told of everything in the order in which the
 * backend acts on it, by the thread that does.
 */
interface ProtocolTap {
  /** Nobody looks on. */
  ProtocolTap NOBODY =
      new ProtocolTap() {
        @Override
        public void startup(StartupMessage message) {}

        @Override
        public FrameReceiver lookingOn(FrameReceiver receiver) {
          return receiver;
        }

        @Override
        public void backend(byte[] bytes, int from, int to) {}

        @Override
        public void backendClosed() {}
      };

  /** What the frontend began with. */
  void startup(StartupMessage message);

  /** Receives what the frontend says after that, and passes it on. */
  FrameReceiver lookingOn(FrameReceiver receiver);

  /** A message of the backend, with its type and length. */
  void backend(byte[] bytes, int from, int to);

  /** The backend ends. */
  void backendClosed();
}
