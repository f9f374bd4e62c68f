package io.pgdouble.wire;

import java.io.IOException;

/** What a frontend begins its handshake with is none; the message is OpenSSL's word for it. */
public final class BadHelloException extends IOException {
  BadHelloException(String reason) {
    super(reason);
  }
}
