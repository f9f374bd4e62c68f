package io.pgdouble.engine.portal;

/** How data of COPY cross the wire. Manual: {@code protocol-message-formats § CopyOutResponse}. */
public enum CopyForm {
  TEXT,
  BINARY
}
