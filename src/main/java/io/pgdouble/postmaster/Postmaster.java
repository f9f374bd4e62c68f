package io.pgdouble.postmaster;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import io.pgdouble.backend.BackendEnvironment;
import io.pgdouble.backend.BackendLog;
import io.pgdouble.backend.ConnectionStarter;
import io.pgdouble.backend.ConversationFactory;
import io.pgdouble.datadir.ControlFile;
import io.pgdouble.datadir.PostmasterPid;
import io.pgdouble.datadir.ServerHome;
import io.pgdouble.engine.Engine;
import io.pgdouble.engine.EngineOptions;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.CurrentSettings;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The supervisor. Listens, starts a backend for each connection, and is not there any more when the
 * two talk: it may be paused without any of them noticing. Manual: {@code tutorial-arch}.
 */
public final class Postmaster implements AutoCloseable {
  private static final int EVENT_LOOPS = Math.min(4, Runtime.getRuntime().availableProcessors());

  /** What a connection holds back before its backend rests, in bytes: low and high. */
  private static final WriteBufferWaterMark WATER_MARK =
      new WriteBufferWaterMark(64 * 1024, 256 * 1024);

  /**
   * After a fast shutdown, recalcitrant backends are killed. {@code SIGKILL_CHILDREN_AFTER_SECS}.
   */
  private static final long KILL_AFTER_MILLIS = 5000;

  private final Transport transport = Transport.available();
  private final MultiThreadIoEventLoopGroup acceptors = transport.loops("postmaster", 1);
  private final MultiThreadIoEventLoopGroup loops = transport.loops("backends", EVENT_LOOPS);
  private final ExecutorService workers =
      Executors.newCachedThreadPool(new DefaultThreadFactory("worker", true));
  private final ChannelGroup listeners = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final CompletableFuture<Void> allGone = new CompletableFuture<>();
  private final EngineOptions engine;
  private final ServerHome home;
  private final ListenPlan plan;
  private final List<SocketFile> socketFiles = new ArrayList<>();
  private int port;
  private BackendRegister register;
  private BackendEnvironment environment;
  private ConfigurationFilesInUse files;
  private volatile ServerHome.Ending ending = ServerHome.Ending.SHUT_DOWN;

  private Postmaster(PostmasterOptions options) {
    engine = options.engine();
    home = options.home();
    plan = ListenPlan.of(options);
  }

  /**
   * Starts a server. It accepts connections when this returns.
   *
   * @throws ReportedError FATAL if a setting makes no sense, an address is taken, or the Unix
   *     socket belongs to a living process
   */
  public static Postmaster start(PostmasterOptions options) {
    EngineOptions engine = options.engine();
    return start(options, of -> ConversationFactory.ofSessions(new Engine(engine, of)));
  }

  /** Starts a server whose conversations somebody else answers. */
  public static Postmaster start(PostmasterOptions options, ConversationFactory conversations) {
    return start(options, settings -> conversations);
  }

  /** The conversations are made when it is known where the server listens, before the first. */
  private static Postmaster start(
      PostmasterOptions options, Function<CurrentSettings, ConversationFactory> conversations) {
    Postmaster postmaster = new Postmaster(options);
    boolean accepting = false;
    try {
      postmaster.listen();
      postmaster.serve(conversations);
      accepting = true;
    } finally {
      if (!accepting) {
        postmaster.release();
      }
    }
    return postmaster;
  }

  /**
   * For a process that does nothing but serve: keeps Netty from starting a logging system at once,
   * which takes longer than all the rest of a start. What Netty has to complain of goes to Java's
   * own log.
   */
  public static void keepNettyQuiet() {
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
  }

  private void listen() {
    port = plan.port();
    home.claim(port);
    listenOn(plan.addresses());
    long startSeconds = System.currentTimeMillis() / 1000;
    listenIn(
        plan.socketDirectories(),
        new SocketFile.Server(plan.settings().text("data_directory"), port, startSeconds));
    home.listens(port, plan.firstDirectory(), plan.firstAddress());
    home.status(PostmasterPid.Status.STARTING);
  }

  /**
   * One address is enough: a machine may have a name for IPv6 and no IPv6. {@code postmaster.c:
   * PostmasterMain}.
   */
  private void listenOn(List<InetAddress> addresses) {
    List<ReportedError> refused = new ArrayList<>();
    for (InetAddress address : addresses) {
      try {
        Channel listener = bind(transport.tcp(), new InetSocketAddress(address, port));
        port = ((InetSocketAddress) listener.localAddress()).getPort();
      } catch (ReportedError e) {
        refused.add(e);
      }
    }
    if (listeners.isEmpty() && !refused.isEmpty()) {
      throw refused.get(0);
    }
  }

  /** One directory is enough, but a lock must be had. {@code postmaster.c: PostmasterMain}. */
  private void listenIn(List<Path> directories, SocketFile.Server server) {
    int listening = 0;
    for (Path directory : directories) {
      try {
        listenIn(directory, server);
        listening++;
      } catch (IOException e) {
        log(ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, e.getMessage()));
        log(
            ErrorReport.warning(
                SqlState.WARNING,
                "could not create Unix-domain socket in directory \"" + directory + "\""));
      }
    }
    if (listening == 0 && !directories.isEmpty()) {
      throw ErrorReport.fatal(SqlState.INTERNAL_ERROR, "could not create any Unix-domain sockets")
          .toException();
    }
  }

  private void listenIn(Path directory, SocketFile.Server server) throws IOException {
    Path socket = server.socketIn(directory);
    if (SocketFile.isTooLong(socket)) {
      throw new IOException(
          "Unix-domain socket path \"" + socket + "\" is too long (maximum 107 bytes)");
    }
    SocketFile file = SocketFile.claim(directory, server);
    socketFiles.add(file);
    bind(transport.unix(), transport.unixAddress(file.path()));
    file.permit(plan.settings());
  }

  /** Those who connected meanwhile have waited. */
  private void serve(Function<CurrentSettings, ConversationFactory> conversations) {
    CurrentSettings settings = new CurrentSettings(plan.settingsAt(port));
    files = new ConfigurationFilesInUse(home, settings, this::log);
    register = new BackendRegister(engine, files, settings.get(), this::reload);
    environment =
        new BackendEnvironment(register, settings, workers, conversations.apply(settings));
    environment.authenticateBy(files.firstRules());
    home.state(ControlFile.State.IN_PRODUCTION);
    home.status(PostmasterPid.Status.READY);
    resume();
  }

  private Channel bind(Class<? extends ServerChannel> type, SocketAddress address) {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(acceptors, loops)
            .channel(type)
            .option(ChannelOption.SO_BACKLOG, 2048)
            .option(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel connection) {
                    accept(connection);
                  }
                });
    if (address instanceof InetSocketAddress) {
      bootstrap
          .option(ChannelOption.SO_REUSEADDR, true)
          .childOption(ChannelOption.TCP_NODELAY, true);
    }
    ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw couldNotBind(address, bound.cause());
    }
    listeners.add(bound.channel());
    return bound.channel();
  }

  /** {@code pqcomm.c: StreamServerPort}. */
  private static ReportedError couldNotBind(SocketAddress address, Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    String reason = text.substring(text.lastIndexOf(": ") + 1).strip();
    if (address instanceof InetSocketAddress inet) {
      String family = inet.getAddress() instanceof Inet6Address ? "IPv6" : "IPv4";
      String host = inet.getAddress().getHostAddress();
      return ErrorReport.fatal(
              SqlState.SYSTEM_ERROR,
              "could not bind " + family + " address \"" + host + "\": " + reason)
          .withHint(
              "Is another postmaster already running on port "
                  + inet.getPort()
                  + "? If not, wait a few seconds and retry.")
          .toException();
    }
    return ErrorReport.fatal(
            SqlState.SYSTEM_ERROR, "could not bind Unix address \"" + address + "\": " + reason)
        .toException();
  }

  private void accept(Channel connection) {
    connections.add(connection);
    ConnectionStarter.take(environment, connection, register.nextPid());
  }

  /** The port of its TCP sockets and in the name of its Unix socket. */
  public int port() {
    return port;
  }

  /**
   * Stops accepting, as SIGSTOP does: the system still completes connections, but nobody answers
   * them. Sessions go on.
   */
  public void pause() {
    setAccepting(false);
  }

  /** Accepts again, first those who waited. */
  public void resume() {
    setAccepting(true);
  }

  /** Done by the acceptor itself, so that nothing is accepted any more when this returns. */
  private void setAccepting(boolean accepting) {
    for (Channel listener : listeners) {
      listener
          .eventLoop()
          .submit(() -> listener.config().setAutoRead(accepting))
          .awaitUninterruptibly();
    }
  }

  /**
   * Reads the configuration again, as SIGHUP has it done, and tells every backend to use it. {@code
   * postmaster.c: process_pm_reload_request}.
   */
  public synchronized void reload() {
    files.reload().ifPresent(environment::authenticateBy);
    register.signalAll(Interrupt.CONFIGURATION_RELOADED);
  }

  private void log(ErrorReport report) {
    BackendLog.report((int) ProcessHandle.current().pid(), report);
  }

  /** Begins to stop; {@link #stopped} completes when it is done. A graver mode may follow. */
  public void stop(ShutdownMode mode) {
    resume();
    home.status(PostmasterPid.Status.STOPPING);
    register.stopping(this::finished);
    switch (mode) {
      case SMART -> {}
      case FAST -> register.signalAll(Interrupt.TERMINATE);
      case IMMEDIATE -> register.signalAll(Interrupt.IMMEDIATE_SHUTDOWN);
    }
    if (mode == ShutdownMode.IMMEDIATE) {
      ending = ServerHome.Ending.ABANDONED;
    }
    if (mode != ShutdownMode.SMART) {
      loops.schedule(register::killAll, KILL_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void finished() {
    allGone.complete(null);
  }

  /** Completes when the last backend is gone after {@link #stop}. */
  public CompletableFuture<Void> stopped() {
    return allGone;
  }

  /** Stops fast, waits until every backend is gone, and lets go of sockets and threads. */
  @Override
  public void close() {
    stop(ShutdownMode.FAST);
    allGone.orTimeout(2 * KILL_AFTER_MILLIS, TimeUnit.MILLISECONDS).exceptionally(e -> null).join();
    release();
  }

  /** Lets go of sockets and threads. */
  private void release() {
    listeners.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly();
    socketFiles.forEach(SocketFile::close);
    workers.shutdownNow();
    acceptors.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    home.close(ending);
  }
}
