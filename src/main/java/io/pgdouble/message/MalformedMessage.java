package io.pgdouble.message;

import io.pgdouble.error.ErrorReport;

/**
 * A message of a known type whose body cannot be read. PostgreSQL finds out in the middle of
 * carrying the message out, and not at all while it skips until Sync: so the complaint travels to
 * the session as a message of its own. The body goes with it, for the session may have to read the
 * part that is sound: a Bind to an unknown statement is 26000 even if its values are garbage.
 *
 * @param type of the message it should have been
 * @param body everything after the length
 * @param report what PostgreSQL complains about
 */
public record MalformedMessage(char type, byte[] body, ErrorReport report)
    implements FrontendMessage {
  @Override
  public void write(BodyWriter out) {
    out.bytes(body);
  }

  @Override
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onMalformedMessage(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MalformedMessage that
        && type == that.type
        && MessageBytes.same(this, that);
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
