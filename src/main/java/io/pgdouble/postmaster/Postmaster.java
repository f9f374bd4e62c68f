package io.pgdouble.postmaster;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.pgdouble.backend.BackendEnvironment;
import io.pgdouble.backend.ConnectionStarter;
import io.pgdouble.backend.ConversationFactory;
import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.backend.WallClock;
import io.pgdouble.datadir.Launch;
import io.pgdouble.datadir.PostmasterPid;
import io.pgdouble.datadir.ServerHome;
import io.pgdouble.engine.EngineOptions;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.RecoveryConflict;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.log.PostmasterLines;
import io.pgdouble.log.ServerLog;
import io.pgdouble.settings.CurrentSettings;
import io.pgdouble.validation.VerdictBook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The supervisor. Listens, starts a backend for each connection, and is not there any more when the
 * two talk: it may be paused without any of them noticing. Manual: {@code tutorial-arch}.
 */
public final class Postmaster implements AutoCloseable {
  /** How long {@link #close} waits for sessions before it cuts them off. */
  private static final long CLOSE_WITHIN_SECONDS = 10;

  private final ServerThreads threads = new ServerThreads();
  private final Listeners listeners = threads.listeners(this::accept);

  /** Closes as well who is added late: who was accepted in the last moment. */
  private final ChannelGroup connections =
      new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private final EngineOptions engine;
  private final ServerHome home;
  private final ListenPlan plan;
  private final CurrentSettings settings;
  private final PostmasterLog log;
  private final Processes processes;
  private final StartMode mode;
  private final ServerSockets sockets;
  private final ForkFailures forkFailures;
  private Forks forks = new NumberedForks();
  private int port;
  private BackendRegister register;
  private RecoveryLog recovery;
  private PublishedState published;
  private Life life;
  private BackendEnvironment environment;
  private ConfigurationFilesInUse files;
  private PostmasterSignals signals;
  private Optional<ServedEngine> served = Optional.empty();
  private volatile ServerHome.Ending ending = ServerHome.Ending.ABANDONED;

  private Postmaster(PostmasterOptions options) {
    engine = options.engine();
    home = options.home();
    processes = options.processes();
    plan = new ListenPlan(options);
    settings = new CurrentSettings(plan.settings());
    log = new PostmasterLog(new ServerLog(settings, WallClock::now), options.console());
    sockets = new ServerSockets(listeners, log);
    forkFailures = new ForkFailures(log::report);
    mode = home.has(ServerHome.SignalFile.STANDBY) ? StartMode.STANDBY : options.mode();
  }

  /**
   * Starts a server. It accepts connections when this returns.
   *
   * @throws ReportedError FATAL if a setting makes no sense, no address can be had, or the Unix
   *     socket belongs to a living process; what led to it is suppressed in it
   * @throws StartFailure for the same, once somebody who reads its console has been told of it
   */
  public static Postmaster start(PostmasterOptions options) {
    Postmaster postmaster = new Postmaster(options);
    return postmaster.begin(
        () -> {
          ServedEngine served = new ServedEngine(options, postmaster.settings, postmaster.mode);
          postmaster.served = Optional.of(served);
          return ConversationFactory.ofSessions(served.engine());
        });
  }

  /** Starts a server whose conversations somebody else answers. */
  public static Postmaster start(PostmasterOptions options, ConversationFactory conversations) {
    return new Postmaster(options).begin(() -> conversations);
  }

  /** The conversations are made when it is known where the server listens, before the first. */
  private Postmaster begin(Supplier<ConversationFactory> conversations) {
    boolean accepting = false;
    try {
      prepare();
      listen();
      serve(conversations);
      accepting = true;
    } catch (ReportedError e) {
      throw log.cannotStart(e);
    } finally {
      if (!accepting) {
        release();
      }
    }
    return this;
  }

  private void prepare() {
    forks = Forks.of(processes, plan.settings(), this::lost);
    files = new ConfigurationFilesInUse(home, settings, log);
    register = new BackendRegister(engine, files, forks, this::reload);
    PostmasterSignals.forgetFiles(home);
    home.claim(plan.port(), forks.postmaster());
    log.begins(forks.postmasterPid(), register.postmasterStart());
    files.encryption().start();
    log.starts(settings.get());
  }

  private void listen() {
    ServerSockets.Listening found =
        sockets.listen(plan, Launch.here().owner().by(forks.postmaster()));
    port = found.port();
    settings.become(plan.settingsAt(port));
    home.listens(port, found.directory(), found.address());
    home.status(PostmasterPid.Status.STARTING);
  }

  private void serve(Supplier<ConversationFactory> conversations) {
    life = new Life(register, new LifeSurroundings());
    RecoveryLog.Voices voices = (who, report) -> log.say(register.auxiliary(), who, report);
    recovery = new RecoveryLog(home, settings, life.recovery(), voices);
    signals = new PostmasterSignals(this, life, home, log);
    published = new PublishedState(home, register);
    register.live(life);
    environment =
        new BackendEnvironment(register, settings, threads.workers(), conversations.get());
    served.ifPresent(engine -> engine.serve(register));
    files.serve(environment);
    ending = ServerHome.Ending.SHUT_DOWN;
    life.start(mode);
    forks.settle();
    forks.obey(this::signal);
    listeners.accept();
  }

  /** What was found wrong with the conversations. */
  public VerdictBook verdicts() {
    return environment.verdicts();
  }

  /** What the server proves itself by, in PEM; empty where it offers no TLS. */
  public Optional<String> certificate() {
    return files.encryption().certificate();
  }

  /** What it and its backends have to tell. */
  public ServerLog serverLog() {
    return log.server();
  }

  private void accept(Channel connection) {
    connections.add(connection);
    if (connection.isOpen() && !forkFailures.turnsAway(connection)) {
      forks.fork(connection, ConnectionStarter.accept(environment, connection));
    }
  }

  /** The port of its TCP sockets and in the name of its Unix socket. */
  public int port() {
    return port;
  }

  /**
   * Stops the postmaster, as SIGSTOP does: the system still completes connections, but nobody
   * answers them, and nobody notices who dies. Sessions go on.
   */
  public void pause() {
    life.pause();
    listeners.rest();
  }

  /** Goes on, first with those who waited. */
  public void resume() {
    life.resume();
    listeners.accept();
  }

  /**
   * Reads the configuration again, as SIGHUP has it done, and tells every backend to use it. {@code
   * postmaster.c: process_pm_reload_request}.
   */
  public synchronized void reload() {
    log.report(PostmasterLines.reloading());
    files.reload(environment);
    register.auxiliary().configure(settings.get());
    register.signalAll(Interrupt.CONFIGURATION_RELOADED);
  }

  /** Where in its life the server is. */
  public ServerState state() {
    return life.state();
  }

  /** Every process of the server but the postmaster, by its pid. */
  public List<ServerProcess> processes() {
    return register.processes();
  }

  /**
   * Does what the postmaster does upon a signal: SIGHUP reloads, SIGTERM, SIGINT, SIGQUIT stop it
   * smart, fast, at once, SIGSTOP pauses it, SIGCONT lets it go on, SIGUSR1 does what the files
   * {@code promote} and {@code logrotate} ask for. Of others it dies: backends find out.
   */
  public void signal(ProcessSignal signal) {
    signals.obey(signal);
  }

  /** Sends a signal to a process of the server; false where none has this pid. */
  public boolean signal(int pid, ProcessSignal signal) {
    return forks.signal(pid, signal) || register.signals().to(pid, signal);
  }

  /**
   * Lets a backend crash, as SIGSEGV does: the postmaster ends all others, recovers and serves
   * again. False where no backend has this pid.
   */
  public boolean crashBackend(int pid) {
    return register.find(pid).isPresent() && signal(pid, ProcessSignal.SEGV);
  }

  /** Has the start of processes for connections fail, and succeed again. */
  public ForkFailures forkFailures() {
    return forkFailures;
  }

  /** From now on a recovery does not end, so that what frontends see of it can be looked at. */
  public void holdRecovery() {
    life.holdRecovery();
  }

  /** Recoveries end again, first the one that was held. */
  public void releaseRecovery() {
    life.releaseRecovery();
  }

  /**
   * Ends the recovery of a standby, as {@code pg_ctl promote} does: from its next transaction on,
   * every session may write. Nothing happens to a server that is no standby.
   *
   * @return completes when that is so
   */
  public CompletableFuture<Void> promote() {
    return life.promote();
  }

  /**
   * Replay needs what a session of this standby holds, as if the primary had done something: by the
   * reason and by what the session is doing, nothing happens, its statement is canceled (40001), or
   * it ends (40001, 57P04). False where no backend has this pid, or the server is no standby.
   */
  public boolean recoveryConflict(int pid, RecoveryConflict reason) {
    return life.recovery().inProgress() && register.conflict(pid, reason);
  }

  /**
   * A standby becomes a copy of a primary and is told of each of its commits, until it is promoted.
   * Both are servers of this process, with sessions of their own.
   */
  public void follow(Postmaster primary) {
    served().follow(primary.served());
  }

  private ServedEngine served() {
    return served.orElseThrow(
        () -> new IllegalStateException("found no engine of its own (expected: sessions of one)"));
  }

  /**
   * Has the server recover until {@link #releaseRecovery}, by the crash of its checkpointer: all
   * sessions end with 57P02, and newcomers hear 57P03.
   */
  public void enterRecovery() {
    holdRecovery();
    register.auxiliary().all().stream()
        .filter(process -> process.kind() == ProcessKind.CHECKPOINTER)
        .forEach(process -> register.signals().to(process, ProcessSignal.KILL));
  }

  /**
   * Begins to stop; {@link #stopped} completes when it is done. A graver mode may follow. A
   * postmaster that is paused begins when it goes on.
   */
  public void stop(ShutdownMode mode) {
    if (gone.isDone()) {
      return; // What the server made known of itself is taken back already.
    }
    home.status(PostmasterPid.Status.STOPPING);
    life.stop(mode);
  }

  /** What the life of the server needs of it. */
  private final class LifeSurroundings implements Surroundings {
    @Override
    public void log(ErrorReport report) {
      log.report(report);
    }

    @Override
    public void reached(RecoveryLog.Moment moment) {
      recovery.reached(moment);
    }

    @Override
    public void later(Runnable task, Duration delay) {
      threads.later(task, delay);
    }

    @Override
    public void entered(ServerState state) {
      listeners.entered(state);
      published.entered(state);
    }

    @Override
    public void abandons() {
      ending = ServerHome.Ending.ABANDONED;
    }

    @Override
    public void exit() {
      releaseElsewhere();
    }

    @Override
    public void lost() {
      Postmaster.this.lost();
    }
  }

  /** An event loop cannot wait for its own end. */
  private void releaseElsewhere() {
    Thread exit = new Thread(this::release, "postmaster exit");
    exit.setDaemon(true);
    exit.start();
  }

  /** The process that stood in for the postmaster was killed: nobody is left to tidy up. */
  private void lost() {
    ending = ServerHome.Ending.KILLED;
    if (register != null) {
      register.orphanAll();
    }
    releaseElsewhere();
  }

  /** Completes when the server is gone: nobody listens any more. */
  public CompletableFuture<Void> stopped() {
    return gone;
  }

  /** Stops fast, goes on if it was paused, and waits until all is over. */
  @Override
  public void close() {
    life.resume();
    stop(ShutdownMode.FAST);
    gone.copy().orTimeout(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS).exceptionally(e -> null).join();
    release();
  }

  /** Lets go of sockets and threads, once. */
  private synchronized void release() {
    if (gone.isDone()) {
      return;
    }
    boolean inRecovery =
        ending == ServerHome.Ending.SHUT_DOWN && life != null && life.recovery().inProgress();
    listeners.close();
    connections.close().awaitUninterruptibly();
    sockets.close(ending);
    forks.close();
    threads.end();
    served.ifPresent(engine -> engine.end(ending));
    home.close(inRecovery ? ServerHome.Ending.SHUT_DOWN_IN_RECOVERY : ending);
    log.ends();
    gone.complete(null);
  }
}
