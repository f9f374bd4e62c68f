package io.pgdouble.conformance;

import io.pgdouble.reference.Reference;
import io.pgdouble.reference.ServerLife;
import io.pgdouble.reference.StandbyConflict;
import io.pgdouble.reference.StartMode;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A real PostgreSQL as a server to play cases on.
 *
 * @param reference started, and ended with this
 * @param hba its own {@code pg_hba.conf}, if it has one
 */
public record ReferenceServer(Reference reference, AuthenticationFile hba) implements OwnServer {
  /** One that trusts everybody. */
  public ReferenceServer(Reference reference) {
    this(reference, AuthenticationFile.of(ServerWish.NONE));
  }

  /** Starts or finds the server of that name. */
  public static ReferenceServer start(String spec) {
    return new ReferenceServer(Reference.start(spec));
  }

  @Override
  public String name() {
    return "PostgreSQL " + reference.version() + " (" + reference.spec() + ")";
  }

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress(reference.host(), reference.port());
  }

  @Override
  public Optional<PostmasterSignals> postmasterSignals() {
    return reference.postmasterPid().stream()
        .mapToObj(pid -> (PostmasterSignals) new ProcessSignals(pid))
        .findFirst();
  }

  @Override
  public Optional<Path> socketDirectory() {
    return reference.socketDirectory();
  }

  @Override
  public Optional<Starter> starter() {
    return reference.starter().map(starter -> wish -> start(starter, wish));
  }

  private static ReferenceServer start(Reference.Starter starter, ServerWish wish) {
    AuthenticationFile hba = AuthenticationFile.of(wish);
    Reference started = starter.start(wish.settingsWith(hba), wish.roles());
    if (wish.kind() != ServerKind.PRIMARY) {
      started.life().orElseThrow().restart(mode(wish.kind()));
    }
    return new ReferenceServer(started, hba);
  }

  private static StartMode mode(ServerKind kind) {
    return switch (kind) {
      case PRIMARY -> StartMode.PRIMARY;
      case STANDBY -> StartMode.STANDBY;
      case FOLLOWER -> StartMode.FOLLOWER;
      case STARTING_UP -> StartMode.HELD;
      case INCONSISTENT -> StartMode.INCONSISTENT;
    };
  }

  @Override
  public Optional<ServerControl> control() {
    return reference.life().map(Life::new);
  }

  /** Signals go to the processes themselves. */
  private record Life(ServerLife life) implements ServerControl {
    @Override
    public void signal(int pid, Signal signal) {
      new ProcessSignals(pid).send(signal);
    }

    @Override
    public void start() {
      life.start();
    }

    @Override
    public void holdRecovery() {
      life.holdRecovery();
    }

    @Override
    public void releaseRecovery() {
      life.releaseRecovery();
    }

    @Override
    public void conflict(int pid, StandbyConflict conflict) {
      life.conflict(conflict);
    }

    @Override
    public void promote() {
      life.promote();
    }

    @Override
    public void failForks() {
      life.failForks();
    }

    @Override
    public void allowForks() {
      life.allowForks();
    }
  }

  @Override
  public void close() {
    reference.close();
    hba.close();
  }
}
