package io.pgdouble.backend;

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
        public void packet(byte[] packet) {}

        @Override
        public void impossibleLength() {}

        @Override
        public void cutShort(int length) {}

        @Override
        public void encryptionAccepted() {}

        @Override
        public void encryptionRefused() {}

        @Override
        public void lastWords(byte[] words) {}

        @Override
        public FrameReceiver lookingOn(FrameReceiver receiver) {
          return receiver;
        }

        @Override
        public void backend(byte[] bytes, int from, int to) {}

        @Override
        public void frontendClosed() {}

        @Override
        public void backendClosed() {}
      };

  /** A startup packet of the frontend, without its length. */
  void packet(byte[] packet);

  /** A startup packet has a length that cannot be. */
  void impossibleLength();

  /** The connection ended so many bytes after a startup packet began. */
  void cutShort(int length);

  /** A request for encryption was answered with S. */
  void encryptionAccepted();

  /** A request for encryption was answered with N. */
  void encryptionRefused();

  /** What is said to a frontend that is not served: a message, or a plain text. */
  void lastWords(byte[] words);

  /** Receives what the frontend says after that, and passes it on. */
  FrameReceiver lookingOn(FrameReceiver receiver);

  /** A message of the backend, with its type and length. */
  void backend(byte[] bytes, int from, int to);

  /** The frontend is gone. */
  void frontendClosed();

  /** The backend ends. */
  void backendClosed();
}
