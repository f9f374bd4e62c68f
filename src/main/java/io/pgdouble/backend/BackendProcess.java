package io.pgdouble.backend;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.pgdouble.auth.Identity;
import io.pgdouble.engine.BackendActivity;
import io.pgdouble.engine.EngineHost;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.NetworkAddress;
import io.pgdouble.engine.RecoveryConflict;
import io.pgdouble.engine.SessionActivity;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.engine.Timer;
import io.pgdouble.engine.VirtualTransaction;
import io.pgdouble.log.LogOrigin;
import io.pgdouble.log.LoggingProcess;
import io.pgdouble.session.SessionHost;
import io.pgdouble.tls.TlsConnection;
import io.pgdouble.wire.Hangup;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What makes a backend a process: its pid and key, signals that reach it, time and waiting. */
final class BackendProcess implements SessionHost {
  private static final Interrupt[] INTERRUPTS = Interrupt.values();

  /** Stands among the pending interrupts, so that whoever asks for those meets it. */
  private static final int FROZEN = 1 << 31;

  private final BackendEnvironment environment;
  private final Channel channel;
  private final ForkedProcess process;
  private final LoggingProcess log;
  private final byte[] cancelKey;
  private final long backendStart;
  private final AtomicInteger pending = new AtomicInteger();
  private final Runnable wakeIdle;
  private volatile Thread worker;
  private volatile boolean orphaned;

  /** {@code latch.h: Latch.is_set}. */
  private final AtomicBoolean latch = new AtomicBoolean();

  private volatile RecoveryConflict conflict = RecoveryConflict.DATABASE;
  private VirtualTransaction transaction;
  private Future<?>[] timers;
  private Future<?> authenticationTimeout;
  private final Optional<TlsConnection> tls;
  private Optional<Identity> identity = Optional.empty();

  /**
   * A process.
   *
   * @param wakeIdle called on the channel's event loop when an interrupt is pending and no worker
   *     is there to notice it
   */
  BackendProcess(BackendEnvironment environment, Channel channel, Birth birth, Runnable wakeIdle) {
    this.environment = environment;
    this.channel = channel;
    this.process = birth.process();
    this.log = birth.log();
    this.tls = birth.tls();
    this.backendStart = log.start();
    this.cancelKey = new byte[birth.cancelKeyBytes()];
    this.wakeIdle = wakeIdle;
    environment.random().nextBytes(cancelKey);
  }

  /**
   * What a process is born with.
   *
   * @param log who it is, as the log knows it
   */
  record Birth(
      ForkedProcess process,
      LoggingProcess log,
      int cancelKeyBytes,
      ProtocolTap tap,
      Optional<TlsConnection> tls) {}

  /** What encrypts its connection. */
  Optional<TlsConnection> tls() {
    return tls;
  }

  byte[] cancelKey() {
    return cancelKey;
  }

  @Override
  public EngineHost server() {
    return environment.supervisor();
  }

  @Override
  public LoggingProcess log() {
    return log;
  }

  @Override
  public int pid() {
    return process.pid();
  }

  @Override
  public VirtualTransaction transaction() {
    return transaction;
  }

  @Override
  public long now() {
    return WallClock.now();
  }

  @Override
  public long randomBits() {
    return environment.random().nextLong();
  }

  @Override
  public void display(String activity) {
    process.show(activity);
    log.displays(activity);
  }

  @Override
  public long backendStart() {
    return backendStart;
  }

  @Override
  public Optional<String> systemUser() {
    return identity.map(Identity::systemUser);
  }

  @Override
  public Optional<NetworkAddress> clientAddress() {
    return PeerAddress.of(channel.remoteAddress());
  }

  @Override
  public Optional<NetworkAddress> serverAddress() {
    return PeerAddress.of(channel.localAddress());
  }

  /** What others see of the process. */
  BackendActivity activity(SessionStart start, Optional<SessionActivity> session) {
    return new BackendActivity(
        pid(),
        "client backend",
        start.database(),
        start.user(),
        clientAddress(),
        backendStart,
        session,
        Optional.empty(),
        tls.map(ShownEncryption::activity));
  }

  /** A signal kills it: nobody hears of it any more. */
  void die() {
    log.silence();
    Hangup.of(channel);
  }

  /** SIGSTOP: signals wait, and whoever works stands still. */
  void freeze() {
    pending.getAndUpdate(bits -> bits | FROZEN);
  }

  /** SIGCONT. */
  void thaw() {
    pending.getAndUpdate(bits -> bits & ~FROZEN);
    wakeWorker();
    channel.eventLoop().execute(wakeIdle);
  }

  private boolean isFrozen() {
    return (pending.get() & FROZEN) != 0;
  }

  private void standStill() {
    while (isFrozen() && Thread.currentThread() == worker) {
      LockSupport.park(this);
    }
  }

  /** Makes an interrupt pending and sees to it that it is noticed. Called by any thread. */
  void signal(Interrupt interrupt) {
    if (interrupt == Interrupt.POSTMASTER_DEATH) {
      notePostmasterDeath();
    }
    raise(interrupt);
    Thread working = worker;
    if (working != null) {
      LockSupport.unpark(working);
    } else if (!isFrozen()) {
      channel.eventLoop().execute(wakeIdle);
    }
  }

  /** From now on it is true whenever the frontend is waited for. */
  private void notePostmasterDeath() {
    orphaned = true;
    channel.eventLoop().execute(() -> raise(Interrupt.POSTMASTER_DEATH));
  }

  private void raise(Interrupt interrupt) {
    pending.getAndUpdate(bits -> bits | bit(interrupt));
  }

  /** Tells it that replay needs what it holds. Called by any thread. */
  void conflict(RecoveryConflict reason) {
    conflict = reason;
    signal(Interrupt.RECOVERY_CONFLICT);
  }

  @Override
  public RecoveryConflict recoveryConflict() {
    return conflict;
  }

  @Override
  public boolean interruptPending() {
    int bits = pending.get();
    if ((bits & FROZEN) != 0) {
      standStill();
      bits = pending.get();
    }
    return (bits & ~FROZEN) != 0;
  }

  @Override
  public Optional<Interrupt> takeInterrupt() {
    int bits = pending.get() & ~FROZEN;
    if (bits == 0) {
      return Optional.empty();
    }
    Interrupt gravest = INTERRUPTS[Integer.numberOfTrailingZeros(bits)];
    pending.getAndUpdate(now -> now & ~bit(gravest));
    return Optional.of(gravest);
  }

  private static int bit(Interrupt interrupt) {
    return 1 << interrupt.ordinal();
  }

  /** From here on the calling thread performs, and interrupts wake it. */
  void enterWorker() {
    worker = Thread.currentThread();
  }

  /** The calling thread has performed. What became pending since is for the event loop. */
  void leaveWorker() {
    standStill();
    worker = null;
    if (orphaned) {
      raise(Interrupt.POSTMASTER_DEATH);
    }
    Thread.interrupted();
  }

  /** Wakes a worker that waits for the frontend to read. */
  void wakeWorker() {
    Thread working = worker;
    if (working != null) {
      LockSupport.unpark(working);
    }
  }

  @Override
  public void park(long micros) {
    long nanos = micros > Long.MAX_VALUE / 1000 ? Long.MAX_VALUE : micros * 1000;
    long start = System.nanoTime();
    for (long left = nanos; left > 0 && !interruptPending() && !latch.getAndSet(false); ) {
      endIfOrphaned();
      LockSupport.parkNanos(this, left);
      left = nanos - (System.nanoTime() - start);
    }
  }

  @Override
  public boolean mayPark() {
    return Thread.currentThread() == worker;
  }

  @Override
  public void wake() {
    latch.set(true);
    wakeWorker();
  }

  @Override
  public void notifyInterrupt() {
    signal(Interrupt.NOTIFICATION);
  }

  /** Parks the worker until something is so; whoever makes it so calls {@link #wakeWorker}. */
  void parkUntil(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      endIfOrphaned();
      LockSupport.park(this);
    }
  }

  /** Whoever waits finds out at once, and says nothing: {@code WL_EXIT_ON_PM_DEATH}. */
  private void endIfOrphaned() {
    if (orphaned) {
      channel.close();
    }
  }

  /** Whether the process is to end, so that waiting for the frontend is in vain. */
  boolean terminating() {
    int grave =
        bit(Interrupt.TERMINATE)
            | bit(Interrupt.IMMEDIATE_SHUTDOWN)
            | bit(Interrupt.UNEXPECTED_QUIT)
            | bit(Interrupt.CRASH_OF_SIBLING);
    return (pending.get() & grave) != 0;
  }

  @Override
  public synchronized void arm(Timer timer, long millis) {
    disarm(timer);
    if (timers == null) {
      timers = new Future<?>[Timer.values().length];
    }
    timers[timer.ordinal()] =
        channel.eventLoop().schedule(() -> expired(timer), millis, TimeUnit.MILLISECONDS);
  }

  private synchronized void expired(Timer timer) {
    if (timers[timer.ordinal()] != null) {
      timers[timer.ordinal()] = null;
      signal(timer.interrupt());
    }
  }

  @Override
  public synchronized void disarm(Timer timer) {
    if (timers != null && timers[timer.ordinal()] != null) {
      timers[timer.ordinal()].cancel(false);
      timers[timer.ordinal()] = null;
    }
    pending.getAndUpdate(bits -> bits & ~bit(timer.interrupt()));
  }

  /**
   * What ends the process unless it is {@link #authenticated} before. A transaction begins here
   * ({@code InitPostgres}).
   */
  void authenticatesUntil(Future<?> timeout) {
    transaction = environment.supervisor().transaction(pid());
    transaction.started();
    log.transacts(() -> new LogOrigin.LogTransaction(transaction.id(), transaction.xid()));
    log.authenticates();
    authenticationTimeout = timeout;
    display("authentication");
  }

  void authenticated(SessionStart start, Optional<Identity> proven) {
    identity = proven;
    environment.logAuthorization(log, start, new BackendEnvironment.Login(proven, tls));
    stopAuthenticating();
    display("startup");
  }

  private void stopAuthenticating() {
    if (authenticationTimeout != null) {
      authenticationTimeout.cancel(false);
      authenticationTimeout = null;
    }
  }

  /** {@code ipc.c: shmem_exit}. */
  void leaves() {
    log.transactsNoMore();
    stopAuthenticating();
    for (Timer timer : Timer.values()) {
      disarm(timer);
    }
  }

  /** It ends, and the supervisor is told when it is gone. */
  void exit(Runnable reaped) {
    if (isFrozen()) {
      thaw();
    }
    process.exit(reaped);
  }
}
