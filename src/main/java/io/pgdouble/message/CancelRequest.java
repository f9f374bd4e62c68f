package io.pgdouble.message;

/**
 * Asks, on a connection of its own, to cancel what a backend does. There is no answer.
 *
 * <p>Manual: {@code message-formats § CancelRequest}.
 *
 * @param processId of the backend
 * @param secretKey as its BackendKeyData gave it
 */
public record CancelRequest(int processId, byte[] secretKey) implements StartupPacket {
  @Override
  public void write(BodyWriter out) {
    out.int16(REQUEST_MAJOR);
    out.int16(CANCEL_REQUEST_MINOR);
    out.processId(processId);
    out.secret(secretKey);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CancelRequest that && MessageBytes.same(this, that);
  }

  @Override
  public int hashCode() {
    return MessageBytes.hash(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
