package io.pgdouble.relay;

import io.pgdouble.auth.FrontendLogin;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.replay.Original;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A server of which sessions are to be had. A role, a password and a database in its URL take the
 * place of those that a frontend names.
 */
public final class LiveOriginals implements Original.Source, AutoCloseable {
  private static final int CANCEL_REQUEST = 1234 << 16 | 5678;
  private static final byte[] TERMINATE = {'X', 0, 0, 0, 4};

  private final ReplayTarget target;
  private final SecureRandom random = new SecureRandom();

  private LiveOriginals(ReplayTarget target) {
    this.target = target;
  }

  /** Sessions of this server. */
  public static LiveOriginals of(ServerUrl server) {
    return new LiveOriginals(new ReplayTarget(server));
  }

  @Override
  public Original connect(byte[] recorded) {
    byte[] startup = target.startup(recorded);
    FrontendLogin login = Logins.of(ReplayTarget.user(startup), target.password(), random);
    try {
      LiveOriginal original = new LiveOriginal(new FrontendSocket(target.address()), login);
      original.socket.send(ReplayTarget.packet(startup));
      return original;
    } catch (RelayException e) {
      throw unavailable(e).toException();
    }
  }

  private static ErrorReport unavailable(RelayException e) {
    return ErrorReport.fatal(
        SqlState.SQLCLIENT_UNABLE_TO_ESTABLISH_SQLCONNECTION, "pgdouble: " + e.getMessage());
  }

  /** One session. */
  private final class LiveOriginal implements Original {
    private final FrontendSocket socket;
    private final FrontendLogin login;
    private byte[] key = {};

    LiveOriginal(FrontendSocket socket, FrontendLogin login) {
      this.socket = socket;
      this.login = login;
    }

    @Override
    public void say(Crossing.Message message) {
      byte[] body = message.body();
      socket.send(
          ByteBuffer.allocate(body.length + 1 + Integer.BYTES)
              .put(message.type())
              .putInt(body.length + Integer.BYTES)
              .put(body)
              .array());
    }

    @Override
    public Optional<Crossing> next(long millis) {
      Optional<Crossing> next = socket.next(millis);
      while (next.isPresent() && isOf(next.get(), 'R')) {
        answer(((Crossing.Message) next.get()).body());
        next = socket.next(millis);
      }
      if (next.isPresent() && isOf(next.get(), 'K')) {
        key = ((Crossing.Message) next.get()).body();
      }
      return next;
    }

    private static boolean isOf(Crossing crossing, char type) {
      return crossing instanceof Crossing.Message message
          && message.direction() == Direction.BACKEND
          && message.type() == type;
    }

    private void answer(byte[] request) {
      try {
        Logins.answer(login, request).ifPresent(socket::send);
      } catch (RelayException e) {
        throw unavailable(e).toException();
      }
    }

    @Override
    public void cancel() {
      byte[] request =
          ByteBuffer.allocate(Integer.BYTES + key.length).putInt(CANCEL_REQUEST).put(key).array();
      try (FrontendSocket asking = new FrontendSocket(target.address())) {
        asking.send(ReplayTarget.packet(request));
        asking.next(1000);
      } catch (RelayException e) {
        throw unavailable(e).toException();
      }
    }

    @Override
    public void close() {
      socket.send(TERMINATE);
      socket.close();
    }
  }

  @Override
  public void close() {
    target.close();
  }
}
