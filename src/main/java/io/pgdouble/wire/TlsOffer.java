package io.pgdouble.wire;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import io.pgdouble.error.ErrorReport;

/** TLS, as a server offers it to whoever connects. */
public interface TlsOffer {
  /** Who encrypts one connection. */
  SslHandler handler(ByteBufAllocator allocator);

  /** What the log is told of a handshake that failed. */
  ErrorReport failure(Throwable cause);
}
