package io.pgdouble.postmaster;

import io.pgdouble.backend.Backend;
import io.pgdouble.backend.ConnectionStarter;
import io.pgdouble.backend.ExitStatus;
import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.backend.Supervisor;
import io.pgdouble.backend.WallClock;
import io.pgdouble.engine.BackendActivity;
import io.pgdouble.engine.EngineOptions;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.RecoveryConflict;
import io.pgdouble.engine.VirtualTransaction;
import io.pgdouble.engine.command.ServerConfiguration;
import io.pgdouble.engine.function.Recovery;
import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.log.ConnectionLines;
import io.pgdouble.log.ServerLog;
import io.pgdouble.message.CancelRequest;
import io.pgdouble.settings.ServerSettings;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who lives: the backends by their pids, and the slots that are left. {@code pmchild.c}, {@code
 * proc.c}. Used by every event loop.
 */
final class BackendRegister implements Supervisor {
  /** The first major that knows {@code reserved_connections}. */
  private static final int MAJOR_WITH_RESERVED_CONNECTIONS = 16;

  private final ConcurrentSkipListMap<Integer, Backend> living = new ConcurrentSkipListMap<>();

  /** Those that are not reaped yet; some of them have given their slot back. */
  private final Set<Backend> children = ConcurrentHashMap.newKeySet();

  private final AtomicInteger usedSlots = new AtomicInteger();
  private final EngineOptions options;
  private final String superuser;
  private final int major;
  private final int maxConnections;
  private final int forSuperusers;
  private final int forOthers;
  private final long start;
  private final boolean servesInRecovery;
  private final Runnable reload;
  private final ConfigurationFilesInUse configuration;
  private final Set<ConnectionStarter> connecting = ConcurrentHashMap.newKeySet();
  private final BackendNumbers numbers;
  private final Forks forks;
  private final AuxiliaryProcesses auxiliary;
  private final SignalDelivery signals = new SignalDelivery(this);
  private volatile Life life;
  private final RolesInUse roles;

  /**
   * @param forks where the auxiliary processes come from
   * @param reload what the postmaster does upon SIGHUP
   * @throws io.pgdouble.error.ReportedError FATAL if more slots are reserved than there are
   */
  BackendRegister(
      EngineOptions options, ConfigurationFilesInUse files, Forks forks, Runnable reload) {
    ServerSettings settings = files.settings();
    this.configuration = files;
    this.reload = reload;
    this.forks = forks;
    this.options = options;
    superuser = options.superuser();
    major = options.major();
    roles = new RolesInUse(options, files.mockNonce());
    maxConnections = settings.integer("max_connections");
    forSuperusers = settings.integer("superuser_reserved_connections");
    forOthers = knowsReserved() ? settings.integer("reserved_connections") : 0;
    if (forSuperusers + forOthers >= maxConnections) {
      throw tooManyReserved();
    }
    start = WallClock.now();
    numbers = BackendNumbers.of(settings);
    auxiliary = new AuxiliaryProcesses(forks, superuser, signals::to, numbers);
    auxiliary.configure(settings);
    servesInRecovery = settings.bool("hot_standby");
  }

  /** From now on the register tells who is gone. */
  void live(Life newLife) {
    life = newLife;
  }

  Life life() {
    return life;
  }

  SignalDelivery signals() {
    return signals;
  }

  AuxiliaryProcesses auxiliary() {
    return auxiliary;
  }

  int major() {
    return major;
  }

  boolean restartsAfterCrash() {
    return configuration.settings().bool("restart_after_crash");
  }

  /** Whether a standby serves those who only read. */
  boolean servesInRecovery() {
    return servesInRecovery;
  }

  private boolean knowsReserved() {
    return major >= MAJOR_WITH_RESERVED_CONNECTIONS;
  }

  /** {@code postmaster.c: PostmasterMain}. */
  private ReportedError tooManyReserved() {
    String quote = MajorChange.SETTINGS_ARE_QUOTED.isIn(major) ? "\"" : "";
    String others = knowsReserved() ? " plus *reserved_connections* (" + forOthers + ")" : "";
    String text =
        "*superuser_reserved_connections* (%d)%s must be less than *max_connections* (%d)"
            .formatted(forSuperusers, others, maxConnections)
            .replace("*", quote);
    return ErrorReport.fatal(SqlState.INVALID_PARAMETER_VALUE, text).toException();
  }

  @Override
  public ServerLog log() {
    return configuration.log();
  }

  @Override
  public Optional<ErrorReport> refusal() {
    return life.refusal();
  }

  @Override
  public void connected(ConnectionStarter starter) {
    connecting.add(starter);
  }

  @Override
  public void started(ConnectionStarter starter) {
    if (connecting.remove(starter)) {
      life.left();
    }
  }

  /**
   * Hangs up on all who have not said yet what they want and would be served. {@code postmaster.c:
   * SignalSomeChildren} spares dead ends.
   */
  void endConnecting() {
    connecting.stream().filter(starter -> !starter.isDeadEnd()).forEach(ConnectionStarter::end);
  }

  /** Hangs up on those who would be refused, where the server does so. */
  void endDeadEnds() {
    if (MajorChange.DEAD_ENDS_ARE_ENDED.isIn(major)) {
      connecting.stream().filter(ConnectionStarter::isDeadEnd).forEach(ConnectionStarter::end);
    }
  }

  /** Tells everybody that the postmaster is gone. */
  void orphanAll() {
    connecting.forEach(ConnectionStarter::orphan);
    signalAll(Interrupt.POSTMASTER_DEATH);
    auxiliary.end();
  }

  /** Whether somebody is there who will be refused, and has not asked for a session yet. */
  boolean hasDeadEnds() {
    return connecting.stream().anyMatch(ConnectionStarter::isDeadEnd);
  }

  @Override
  public Optional<ErrorReport> admit(Backend backend) {
    if (usedSlots.incrementAndGet() > maxConnections) {
      usedSlots.decrementAndGet();
      return Optional.of(
          ErrorReport.fatal(SqlState.TOO_MANY_CONNECTIONS, "sorry, too many clients already"));
    }
    numbers.enter(backend.pid());
    children.add(backend);
    living.put(backend.pid(), backend);
    return Optional.empty();
  }

  @Override
  public VirtualTransaction transaction(int pid) {
    return numbers.find(pid).orElseThrow();
  }

  @Override
  public Optional<ErrorReport> reserved(RoleStanding standing) {
    int free = maxConnections - usedSlots.get();
    if (standing == RoleStanding.SUPERUSER || free >= forSuperusers + forOthers) {
      return Optional.empty();
    }
    if (!knowsReserved()) {
      return reservedFor("non-replication superuser connections");
    }
    if (free < forSuperusers) {
      return reservedFor("roles with the SUPERUSER attribute");
    }
    return standing == RoleStanding.USES_RESERVED_CONNECTIONS
        ? Optional.empty()
        : reservedFor("roles with privileges of the \"pg_use_reserved_connections\" role");
  }

  private static Optional<ErrorReport> reservedFor(String whom) {
    return Optional.of(
        ErrorReport.fatal(
            SqlState.TOO_MANY_CONNECTIONS, "remaining connection slots are reserved for " + whom));
  }

  @Override
  public void deliver(Backend backend, ProcessSignal signal) {
    signals.to(backend, signal);
  }

  @Override
  public void crashed(int pid, ExitStatus exit) {
    life.reaped(new ServerProcess(pid, ProcessKind.CLIENT_BACKEND, start), exit);
  }

  @Override
  public RolesInUse roles() {
    return roles;
  }

  /** Compares keys in constant time, as PostgreSQL does since a key is a secret. */
  @Override
  public Optional<ErrorReport> cancel(CancelRequest request) {
    Backend backend = living.get(request.processId());
    if (backend == null) {
      return Optional.of(ConnectionLines.nobodyToCancel(request.processId()));
    }
    if (!MessageDigest.isEqual(backend.cancelKey(), request.secretKey())) {
      return Optional.of(ConnectionLines.wrongCancelKey(request.processId()));
    }
    backend.signals().interrupt(Interrupt.CANCEL);
    return Optional.empty();
  }

  @Override
  public void release(Backend backend) {
    if (living.remove(backend.pid(), backend)) {
      numbers.leave(backend.pid());
      usedSlots.decrementAndGet();
    }
  }

  @Override
  public void reap(Backend backend) {
    if (children.remove(backend)) {
      life.reaped(backend);
    }
  }

  /** Whether no backend is left, and nobody who may become one. */
  boolean isEmpty() {
    return children.isEmpty() && connecting.stream().allMatch(ConnectionStarter::isDeadEnd);
  }

  /** Shared memory is made anew: whoever held a slot holds none. */
  void reinitialize() {
    living.clear();
    numbers.reinitialize();
    usedSlots.set(0);
  }

  /** The backend of that pid; empty if there is none. */
  Optional<Backend> find(int pid) {
    return Optional.ofNullable(living.get(pid));
  }

  /** Every process but the postmaster, by its pid. */
  List<ServerProcess> processes() {
    List<ServerProcess> all = new ArrayList<>(auxiliary.all());
    for (Backend backend : living.values()) {
      long born = backend.activity().backendStart();
      all.add(new ServerProcess(backend.pid(), ProcessKind.CLIENT_BACKEND, born));
    }
    all.sort(Comparator.comparingInt(ServerProcess::pid));
    return all;
  }

  /** Sends a signal to every backend. */
  void signalAll(Interrupt interrupt) {
    living.values().forEach(backend -> backend.signals().interrupt(interrupt));
  }

  /** By way of the system, where it knows the processes: one that was stopped hears it later. */
  void terminateAll() {
    for (Backend backend : living.values()) {
      if (!forks.signal(backend.pid(), ProcessSignal.TERM)) {
        backend.signals().interrupt(Interrupt.TERMINATE);
      }
    }
  }

  /** Cuts every connection. */
  void killAll() {
    children.forEach(backend -> backend.signals().die(ProcessSignal.KILL));
  }

  @Override
  public List<BackendActivity> activity() {
    List<BackendActivity> rows = new ArrayList<>(auxiliary.activityBeforeBackends());
    for (Backend backend : living.values()) {
      rows.add(backend.activity());
    }
    rows.addAll(auxiliary.activityBehindBackends());
    return rows;
  }

  @Override
  public boolean cancelBackend(int pid) {
    return signal(pid, Interrupt.CANCEL);
  }

  @Override
  public boolean terminateBackend(int pid) {
    return signal(pid, Interrupt.TERMINATE);
  }

  /** False where no backend has this pid. */
  boolean conflict(int pid, RecoveryConflict reason) {
    Optional<Backend> backend = find(pid);
    backend.ifPresent(found -> found.signals().conflict(reason));
    return backend.isPresent();
  }

  /** {@code standby.c: ResolveRecoveryConflictWithDatabase}. */
  void endSessionsOf(String database) {
    living.values().stream()
        .filter(backend -> backend.activity().database().equals(database))
        .forEach(backend -> backend.signals().conflict(RecoveryConflict.DATABASE));
  }

  private boolean signal(int pid, Interrupt interrupt) {
    Backend backend = living.get(pid);
    if (backend == null) {
      return false;
    }
    backend.signals().interrupt(interrupt);
    return true;
  }

  @Override
  public boolean reloadConfiguration() {
    reload.run();
    return true;
  }

  @Override
  public Recovery recovery() {
    return life.recovery();
  }

  @Override
  public ServerFileSystem files() {
    return configuration.machine();
  }

  @Override
  public ServerConfiguration configuration() {
    return configuration;
  }

  @Override
  public long postmasterStart() {
    return start;
  }
}
