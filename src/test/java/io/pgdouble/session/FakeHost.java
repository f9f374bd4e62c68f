package io.pgdouble.session;

import io.pgdouble.engine.BackendActivity;
import io.pgdouble.engine.EngineHost;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.NetworkAddress;
import io.pgdouble.engine.RecoveryConflict;
import io.pgdouble.engine.Timer;
import io.pgdouble.engine.VirtualTransaction;
import io.pgdouble.engine.command.ServerConfiguration;
import io.pgdouble.engine.function.Recovery;
import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.Facts;
import io.pgdouble.log.LoggingProcess;
import io.pgdouble.log.ServerLog;
import io.pgdouble.settings.CurrentSettings;
import io.pgdouble.settings.ServerSettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A process that does not exist: its clock stands still unless something is slept. */
final class FakeHost implements SessionHost, EngineHost, Recovery {
  static final int PID = 4711;

  /** Timers in the order in which they were started and stopped. */
  final List<String> timers = new ArrayList<>();

  private final EnumSet<Interrupt> pending = EnumSet.noneOf(Interrupt.class);
  private long now;
  private Interrupt whileParked;
  private final VirtualTransaction transaction = new VirtualTransaction(3);

  private final LoggingProcess log =
      new LoggingProcess(
          new ServerLog(new CurrentSettings(ServerSettings.of(Facts.of(16), Map.of())), () -> 0),
          PID,
          "client backend",
          0);

  @Override
  public LoggingProcess log() {
    return log;
  }

  void raise(Interrupt interrupt) {
    pending.add(interrupt);
  }

  /** What will arrive during the next wait. */
  void raiseWhileParked(Interrupt interrupt) {
    whileParked = interrupt;
  }

  @Override
  public Optional<ErrorReport> reserved(RoleStanding standing) {
    return Optional.empty();
  }

  @Override
  public EngineHost server() {
    return this;
  }

  @Override
  public RecoveryConflict recoveryConflict() {
    return RecoveryConflict.LOCK;
  }

  @Override
  public Recovery recovery() {
    return this;
  }

  @Override
  public boolean inProgress() {
    return false;
  }

  @Override
  public long received() {
    return 0;
  }

  @Override
  public long replayed() {
    return 0;
  }

  @Override
  public Optional<StartupProcess> startup() {
    return Optional.empty();
  }

  @Override
  public void checkpoint() {}

  @Override
  public void promote() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReplayState replay() {
    return ReplayState.NOT_PAUSED;
  }

  @Override
  public void replay(ReplayState wished) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OptionalLong lastReplayed() {
    return OptionalLong.empty();
  }

  @Override
  public int pid() {
    return PID;
  }

  @Override
  public VirtualTransaction transaction() {
    return transaction;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public long randomBits() {
    return 42;
  }

  @Override
  public void display(String activity) {}

  @Override
  public long backendStart() {
    return 0;
  }

  @Override
  public Optional<String> systemUser() {
    return Optional.empty();
  }

  @Override
  public Optional<NetworkAddress> clientAddress() {
    return Optional.empty();
  }

  @Override
  public Optional<NetworkAddress> serverAddress() {
    return Optional.empty();
  }

  @Override
  public boolean interruptPending() {
    return !pending.isEmpty();
  }

  @Override
  public Optional<Interrupt> takeInterrupt() {
    Optional<Interrupt> gravest = pending.stream().findFirst();
    gravest.ifPresent(pending::remove);
    return gravest;
  }

  @Override
  public void park(long micros) {
    if (whileParked != null) {
      pending.add(whileParked);
      whileParked = null;
      return;
    }
    now += micros;
  }

  @Override
  public boolean mayPark() {
    return true;
  }

  @Override
  public void wake() {}

  @Override
  public void notifyInterrupt() {
    raise(Interrupt.NOTIFICATION);
  }

  @Override
  public void arm(Timer timer, long millis) {
    timers.add("arm " + timer + " " + millis);
  }

  @Override
  public void disarm(Timer timer) {
    timers.add("disarm " + timer);
    pending.remove(timer.interrupt());
  }

  @Override
  public List<BackendActivity> activity() {
    return List.of();
  }

  @Override
  public boolean cancelBackend(int pid) {
    return false;
  }

  @Override
  public boolean terminateBackend(int pid) {
    return false;
  }

  @Override
  public boolean isFollowing() {
    return false;
  }

  @Override
  public boolean reloadConfiguration() {
    return false;
  }

  @Override
  public ServerFileSystem files() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long postmasterStart() {
    return 0;
  }

  @Override
  public ServerConfiguration configuration() {
    throw new UnsupportedOperationException("no files");
  }
}
