package io.pgdouble.backend;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.pgdouble.engine.Interrupts;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.fault.Fault;
import io.pgdouble.log.ConnectionLines;
import io.pgdouble.log.LogOrigin;
import io.pgdouble.log.LoggingProcess;
import io.pgdouble.message.CancelRequest;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.StartupMessage;
import io.pgdouble.tls.ClientCertificate;
import io.pgdouble.tls.ServerTls;
import io.pgdouble.tls.TlsConnection;
import io.pgdouble.wire.FinalWords;
import io.pgdouble.wire.Hangup;
import io.pgdouble.wire.StartupListener;
import io.pgdouble.wire.StartupPacketHandler;
import io.pgdouble.wire.TlsOffer;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Makes a backend of a connection that asks for one. {@code backend_startup.c: BackendInitialize}.
 */
public final class ConnectionStarter implements StartupListener {
  private static final int SHORT_KEY_BYTES = 4;

  /** Of protocol 3.2. {@code postgres.c: PostgresMain}. */
  private static final int LONG_KEY_BYTES = 32;

  private final BackendEnvironment environment;
  private final Channel channel;
  private final ForkedProcess process;
  private final LoggingProcess log;
  private final Admission admission;
  private final Future<?> timeout;
  private final ProtocolTap tap;
  private Optional<TlsConnection> encryption = Optional.empty();
  private boolean started;

  /**
   * How the server stood when the connection was accepted.
   *
   * @param refusal why nobody is served; empty where it serves
   * @param tls what it offers
   */
  private record Admission(Optional<ErrorReport> refusal, Optional<ServerTls> tls) {}

  private ConnectionStarter(
      BackendEnvironment environment, Channel channel, Admission admission, ForkedProcess process) {
    this.environment = environment;
    this.channel = channel;
    this.process = process;
    this.tap = environment.tap(process.pid());
    this.log =
        new LoggingProcess(environment.log(), process.pid(), "not initialized", WallClock.now());
    this.admission = admission;
    log.serves(client());
    if (environment.logsConnection("receipt")) {
      log.report(ConnectionLines.received(client()));
    }
    int seconds = environment.authenticationTimeout();
    timeout = channel.eventLoop().schedule(this::giveUp, seconds, TimeUnit.SECONDS);
  }

  /** As far as it is known before it says anything. {@code pg_getnameinfo_all}. */
  private LogOrigin.LogClient client() {
    return PeerAddress.of(channel.remoteAddress())
        .map(address -> client(address.host(), Integer.toString(address.port())))
        .orElseGet(() -> client("[local]", ""));
  }

  private static LogOrigin.LogClient client(String host, String port) {
    return new LogOrigin.LogClient("", "", "", host, port);
  }

  private void serve(SessionStart start) {
    LogOrigin.LogClient known = client();
    log.serves(
        new LogOrigin.LogClient(start.user(), start.database(), "", known.host(), known.port()));
  }

  /**
   * Decides whether a connection that was just accepted will be served, as the server stands at
   * this moment. What it returns takes charge of it, on its event loop, once there is a process.
   */
  public static Consumer<ForkedProcess> accept(BackendEnvironment environment, Channel channel) {
    Admission admission = new Admission(environment.supervisor().refusal(), environment.tls());
    return process -> new ConnectionStarter(environment, channel, admission, process).begin();
  }

  private void begin() {
    environment.supervisor().connected(this);
    process.obey(this::receive);
    channel
        .pipeline()
        .addLast(
            new StartupPacketHandler(
                environment.startupPackets(), environment.startupProfile(), this));
  }

  /**
   * Not a word to the frontend, even where it has begun to authenticate. {@code backend_startup.c:
   * StartupPacketTimeoutHandler}, {@code postgres.c: ProcessInterrupts}.
   */
  private void giveUp() {
    if (started) {
      log.report(
          ErrorReport.fatal(SqlState.QUERY_CANCELED, "canceling authentication due to timeout"));
    }
    channel.close();
  }

  /** Whether it is there only to say why nobody is served: {@code bkend_type: dead_end}. */
  public boolean isDeadEnd() {
    return admission.refusal().isPresent();
  }

  /** {@code backend_startup.c: process_startup_packet_die}; most signals are blocked. */
  private void receive(ProcessSignal signal) {
    switch (signal) {
      case HUP, INT, USR1 -> {}
      case TERM -> end();
      case STOP -> channel.config().setAutoRead(false);
      case CONT -> channel.config().setAutoRead(true);
      case QUIT -> crash(ExitStatus.QUICK_DEATH);
      case ILL, TRAP, ABRT, BUS, KILL, SEGV, SYS -> crash(ExitStatus.of(signal));
    }
  }

  private void crash(ExitStatus exit) {
    end();
    environment.supervisor().crashed(process.pid(), exit);
  }

  /** Hangs up, as a process does that is to end before it knows whom it serves. */
  public void end() {
    Hangup.of(channel);
  }

  /** Ends, as a process does that waits for a startup packet and finds the postmaster gone. */
  public void orphan() {
    ErrorReport report = Interrupts.postmasterDeath().toException().located();
    log.report(report);
    channel
        .writeAndFlush(FinalWords.of(channel.alloc(), report, 0))
        .addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void onStartup(ChannelHandlerContext context, StartupMessage message) {
    started = true;
    StartupRequest request = new StartupRequest(message, environment.newestMinor());
    int keyBytes = request.minor() >= 2 ? LONG_KEY_BYTES : SHORT_KEY_BYTES;
    serve(request.sessionStart());
    BackendProcess.Birth birth = new BackendProcess.Birth(process, log, keyBytes, tap, encryption);
    Backend backend = new Backend(environment, channel, request.sessionStart(), birth);
    process.identify(() -> title(request.sessionStart()));
    process.show("initializing");
    process.obey(signal -> environment.supervisor().deliver(backend, signal));
    context.pipeline().addLast(backend.decoder());
    Optional<ErrorReport> refused = refuse(request, backend);
    if (refused.isPresent()) {
      log.report(refused.get());
      backend.output().send(ErrorResponse.of(refused.get().toException().located()));
      backend.output().flush();
      timeout.cancel(false);
      backend.finish();
      environment.supervisor().started(this);
    } else {
      environment.supervisor().started(this);
      backend.begin(timeout);
    }
  }

  /** {@code postmaster.c: BackendInitialize}. */
  private String title(SessionStart start) {
    String client =
        PeerAddress.of(channel.remoteAddress())
            .map(address -> address.host() + "(" + address.port() + ")")
            .orElse("[local]");
    return start.user() + " " + start.database() + " " + client;
  }

  private Optional<ErrorReport> refuse(StartupRequest request, Backend backend) {
    return request
        .replicationRefusal()
        .or(
            () -> {
              request.negotiation().ifPresent(backend.output()::send);
              return request.refusal();
            })
        .or(admission::refusal)
        .or(() -> environment.supervisor().admit(backend));
  }

  @Override
  public void onPacket(byte[] packet) {
    tap.packet(packet);
  }

  @Override
  public void onImpossibleLength() {
    tap.impossibleLength();
  }

  @Override
  public void onCutShort(int length) {
    tap.cutShort(length);
  }

  @Override
  public void onEncryptionRefused() {
    tap.encryptionRefused();
  }

  /** Not on Unix sockets: {@code backend_startup.c: ProcessStartupPacket}. */
  @Override
  public Optional<TlsOffer> tls() {
    boolean tcp = channel.localAddress() instanceof InetSocketAddress;
    return tcp ? admission.tls().map(offer -> offer) : Optional.empty();
  }

  @Override
  public Optional<OddAnswer> oddAnswer() {
    return environment
        .fault()
        .replyToTlsRequest()
        .map(
            reply ->
                new OddAnswer(
                    reply.bytes(),
                    reply.then() == Fault.Then.CLOSE
                        ? Optional.of(Closing.AT_ONCE)
                        : Optional.empty()));
  }

  @Override
  public void onEncryptionAccepted() {
    tap.encryptionAccepted();
  }

  @Override
  public Optional<ErrorReport> onEncrypted(SslHandler handler) {
    encryption = admission.tls().map(offer -> offer.connection(handler));
    return encryption.flatMap(TlsConnection::client).flatMap(ConnectionStarter::unfit);
  }

  /** {@code be-secure-openssl.c: be_tls_open_server}. */
  private static Optional<ErrorReport> unfit(ClientCertificate shown) {
    boolean cut = shown.commonName().filter(name -> name.indexOf('\0') >= 0).isPresent();
    return cut
        ? Optional.of(
            ErrorReport.of(
                Severity.LOG,
                SqlState.PROTOCOL_VIOLATION,
                "SSL certificate's common name contains embedded null"))
        : Optional.empty();
  }

  @Override
  public void onBroken(Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    log.report(ConnectionLines.cannotReceive(text.substring(text.lastIndexOf(": ") + 1).strip()));
  }

  @Override
  public void onLastWords(byte[] words) {
    tap.lastWords(words);
  }

  @Override
  public void onCancel(CancelRequest request) {
    environment.supervisor().cancel(request).ifPresent(log::report);
    tap.backendClosed();
  }

  @Override
  public void onRefused(ErrorReport report) {
    log.report(report);
  }

  @Override
  public void onClosedBeforeStartup() {
    tap.frontendClosed();
    environment.supervisor().started(this);
    timeout.cancel(false);
    process.exit(() -> {});
  }
}
