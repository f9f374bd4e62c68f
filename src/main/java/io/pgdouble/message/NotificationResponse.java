package io.pgdouble.message;

/**
 * Somebody notified a channel this session listens to.
 *
 * <p>Manual: {@code message-formats § NotificationResponse}.
 *
 * @param processId of the backend that notified
 */
public record NotificationResponse(int processId, String channel, String payload)
    implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'A';

  static NotificationResponse read(BodyReader in) {
    NotificationResponse message = new NotificationResponse(in.int32(), in.string(), in.string());
    in.end();
    return message;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.processId(processId);
    out.string(channel);
    out.string(payload);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onNotificationResponse(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
