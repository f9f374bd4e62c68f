package io.pgdouble.message;

import java.util.ArrayList;
import java.util.List;

/**
 * The server speaks an older minor protocol, or does not know an option.
 *
 * <p>Manual: {@code message-formats § NegotiateProtocolVersion}.
 *
 * @param newestMinor the manual calls it a minor version; PostgreSQL sends the whole version
 *     (196608 for 3.0), some servers only the minor part
 * @param unrecognizedOptions names that begin with {@code _pq_.}
 */
public record NegotiateProtocolVersion(int newestMinor, List<String> unrecognizedOptions)
    implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'v';

  public NegotiateProtocolVersion {
    unrecognizedOptions = List.copyOf(unrecognizedOptions);
  }

  static NegotiateProtocolVersion read(BodyReader in) {
    int newestMinor = in.int32();
    int count = in.int32();
    List<String> options = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      options.add(in.string());
    }
    in.end();
    return new NegotiateProtocolVersion(newestMinor, options);
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.int32(newestMinor);
    out.int32(unrecognizedOptions.size());
    for (String option : unrecognizedOptions) {
      out.string(option);
    }
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onNegotiateProtocolVersion(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
