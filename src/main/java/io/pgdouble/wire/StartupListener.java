package io.pgdouble.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.CancelRequest;
import io.pgdouble.message.StartupMessage;
import java.util.Optional;

/** Who deals with what a connection begins with. Called on the connection's event loop. */
public interface StartupListener {
  /** A startup packet has come, whatever it asks for; it is acted on when this returns. */
  void onPacket(byte[] packet);

  /** A packet has a length that cannot be; no more is read. */
  void onImpossibleLength();

  /**
   * The connection ended within a packet.
   *
   * @param length what had come of it, in bytes
   */
  void onCutShort(int length);

  /** A request for encryption was refused. */
  void onEncryptionRefused();

  /** TLS for this connection; empty where there is none. */
  Optional<TlsOffer> tls();

  /** What an SSLRequest is answered with on purpose; empty where nothing goes wrong. */
  Optional<OddAnswer> oddAnswer();

  /**
   * An answer that is none.
   *
   * @param closes what happens behind it: a close, or the next packet
   */
  record OddAnswer(byte[] bytes, Optional<Closing> closes) {}

  /** The connection is closed. */
  enum Closing {
    AT_ONCE
  }

  /** An SSLRequest is answered with S. */
  void onEncryptionAccepted();

  /**
   * The handshake is over.
   *
   * @return LOG, why the connection is closed all the same; empty where it goes on
   */
  Optional<ErrorReport> onEncrypted(SslHandler handler);

  /** The connection broke. */
  void onBroken(Throwable cause);

  /**
   * The last the frontend hears, if it is not served.
   *
   * @param words a whole message, or a text where the frontend's protocol has no such message
   */
  void onLastWords(byte[] words);

  /**
   * The frontend asks for a session. The listener puts its own handlers into the pipeline; the
   * startup handler then leaves it and passes on what else it has read.
   */
  void onStartup(ChannelHandlerContext context, StartupMessage message);

  /** The frontend asks to cancel; the connection is closed when this returns. */
  void onCancel(CancelRequest request);

  /** The connection ended before a session began. The report is for the log only. */
  void onRefused(ErrorReport report);

  /** The connection is closed without a session, whatever the cause. Called once. */
  void onClosedBeforeStartup();
}
