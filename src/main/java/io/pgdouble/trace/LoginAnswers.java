package io.pgdouble.trace;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a case's {@code login} step answers to each request. The step stands for it, so it is in no
 * line; whoever reads the case as a recording finds it as recordings have it, without secrets.
 */
final class LoginAnswers {
  private static final int CLEARTEXT = 3;
  private static final int MD5 = 5;
  private static final int SASL = 10;
  private static final int SASL_CONTINUE = 11;

  private final Set<String> connections = new HashSet<>();

  /** From now on what that connection is asked is answered. */
  void begin(String connection) {
    connections.add(connection);
  }

  /** The answer to what has come, if it asks for one. */
  Optional<TraceLine> to(String connection, Crossing come) {
    boolean asked =
        connections.contains(connection)
            && come instanceof Crossing.Message message
            && message.direction() == Direction.BACKEND
            && message.type() == MessageLayout.AUTHENTICATION.type();
    return asked ? answer(((Crossing.Message) come).body()) : Optional.empty();
  }

  private static Optional<TraceLine> answer(byte[] request) {
    return switch (ByteBuffer.wrap(request).getInt()) {
      case CLEARTEXT, MD5 -> Optional.of(line("********\\x00"));
      case SASL -> Optional.of(line("SCRAM-SHA-256\\x00\\x00\\x00\\x00\\x10n,,n=,r=********"));
      case SASL_CONTINUE -> Optional.of(line("c=biws,r=********,p=********"));
      default -> Optional.empty();
    };
  }

  private static TraceLine line(String body) {
    String name = MessageLayout.PASSWORD_MESSAGE.title();
    return new TraceLine(Direction.FRONTEND, "NN", name, "'" + body + "'");
  }
}
