package io.pgdouble.backend;

import io.netty.channel.Channel;
import io.netty.util.concurrent.FastThreadLocal;
import io.pgdouble.auth.Authenticator;
import io.pgdouble.auth.ClientConnection;
import io.pgdouble.auth.HbaRules;
import io.pgdouble.auth.IdentMaps;
import io.pgdouble.auth.Identity;
import io.pgdouble.auth.IpAddress;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.fault.Fault;
import io.pgdouble.fault.Faults;
import io.pgdouble.log.ConnectionLines;
import io.pgdouble.log.LoggingProcess;
import io.pgdouble.log.ServerLog;
import io.pgdouble.message.StartupPacketReader;
import io.pgdouble.settings.CleanAscii;
import io.pgdouble.settings.CurrentSettings;
import io.pgdouble.tls.ServerTls;
import io.pgdouble.tls.TlsConnection;
import io.pgdouble.validation.VerdictBook;
import io.pgdouble.wire.OutboundBatch;
import io.pgdouble.wire.StartupProfile;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** What all backends of one server share. */
public final class BackendEnvironment {
  private static final int OLDEST_MAJOR_WITH_LONG_KEYS = 18;

  /** The setting that says whether conversations are judged, and its values that say no. */
  private static final String VALIDATION = "pgdouble.validation";

  /** The setting that says what goes wrong. */
  public static final String FAULT = "pgdouble.fault";

  private static final Set<String> OFF = Set.of("off", "false", "no", "0");

  private final FastThreadLocal<OutboundBatch> batches =
      new FastThreadLocal<>() {
        @Override
        protected OutboundBatch initialValue() {
          return new OutboundBatch();
        }
      };

  private final Supervisor supervisor;
  private final int major;
  private final CurrentSettings settings;
  private final Executor workers;
  private final ConversationFactory conversations;
  private final ServerLog log;
  private final VerdictBook verdicts = new VerdictBook();
  private final SecureRandom random = new SecureRandom();
  private volatile Optional<ServerTls> tls = Optional.empty();
  private volatile IdentMaps maps = IdentMaps.NONE;
  private volatile HbaRules rules = HbaRules.trustingEverybody();

  /**
   * An environment.
   *
   * @param settings the server's
   * @param workers runs what takes time, one thread for each task, without a queue
   */
  public BackendEnvironment(
      Supervisor supervisor,
      CurrentSettings settings,
      Executor workers,
      ConversationFactory conversations) {
    this.supervisor = supervisor;
    this.major = settings.get().major();
    this.settings = settings;
    this.workers = workers;
    this.conversations = conversations;
    this.log = supervisor.log();
  }

  Supervisor supervisor() {
    return supervisor;
  }

  /** The server's log. */
  public ServerLog log() {
    return log;
  }

  /** What was found wrong on the connections, by either side. */
  public VerdictBook verdicts() {
    return verdicts;
  }

  /** Who looks on at a backend's conversation. */
  ProtocolTap tap(int pid) {
    boolean off = settings.get().plain(VALIDATION).filter(OFF::contains).isPresent();
    return off ? ProtocolTap.NOBODY : new JudgingTap(pid, verdicts);
  }

  /** Whether {@code log_connections} asks for that stage; older majors have all or none. */
  boolean logsConnection(String stage) {
    String asked = settings.get().plain("log_connections").orElse("off");
    return switch (asked) {
      case "on", "all", "true", "yes", "1" -> true;
      default -> List.of(asked.split(", *")).contains(stage);
    };
  }

  /** {@code postinit.c: PerformAuthentication}. */
  void logAuthorization(LoggingProcess process, SessionStart start, Login login) {
    login.proven().ifPresent(identity -> logAuthentication(process, identity));
    if (logsConnection("authorization")) {
      int major = settings.get().major();
      Optional<String> application =
          start.setting("application_name").map(name -> CleanAscii.of(name, major));
      process.report(
          ConnectionLines.authorized(
              process.client().orElseThrow(),
              application,
              login.encryption().map(ShownEncryption::line)));
    }
  }

  /** {@code auth.c: set_authn_id}. */
  void logAuthentication(LoggingProcess process, Identity proven) {
    if (logsConnection("authentication")) {
      process.report(ConnectionLines.authenticated(proven.name(), proven.method(), proven.place()));
    }
  }

  /** How somebody was let in. */
  record Login(Optional<Identity> proven, Optional<TlsConnection> encryption) {}

  Executor workers() {
    return workers;
  }

  /** From now on those rules say who may connect. Called by any thread. */
  public void authenticateBy(HbaRules others) {
    rules = others;
  }

  /** From now on those maps say who may be which role. Called by any thread. */
  public void mapBy(IdentMaps others) {
    maps = others;
  }

  /** From now on who connects is offered that. Called by any thread. */
  public void encryptBy(Optional<ServerTls> offered) {
    tls = offered;
  }

  /**
   * What goes wrong on purpose for who connects now; nothing where no such fault is known, which
   * the server's start has refused.
   */
  Fault fault() {
    return settings.get().plain(FAULT).flatMap(Faults::named).orElse(Faults.NONE);
  }

  /** TLS for who connects now. */
  Optional<ServerTls> tls() {
    return tls;
  }

  /** How a frontend is to be authenticated. */
  Authenticator authenticator(
      SessionStart start, Channel channel, Optional<TlsConnection> encryption) {
    SocketAddress client = channel.remoteAddress();
    Optional<IpAddress> address =
        client instanceof InetSocketAddress inet
            ? Optional.of(IpAddress.of(inet.getAddress().getAddress()))
            : Optional.empty();
    ClientConnection connection =
        new ClientConnection(
            start.user(),
            start.database(),
            address,
            encryption.map(ShownEncryption::channel),
            new ServerAuthentication(
                supervisor.roles(), settings.get(), maps, () -> PeerOfSocket.of(channel), random));
    return fault()
        .authenticator(
            conversations
                .authenticator(connection)
                .orElseGet(() -> rules.authenticator(connection, new SystemNetwork())));
  }

  ConversationFactory conversations() {
    return conversations;
  }

  SecureRandom random() {
    return random;
  }

  /** The batch of the calling thread: one connection at a time fills it. */
  OutboundBatch batch() {
    return batches.get();
  }

  /** The newest minor version of protocol 3 this server speaks. */
  public int newestMinor() {
    return major >= OLDEST_MAJOR_WITH_LONG_KEYS ? 2 : 0;
  }

  /** A reader of the startup packets this server understands. */
  public StartupPacketReader startupPackets() {
    return new StartupPacketReader(newestMinor());
  }

  /** How this server treats what comes before them. */
  StartupProfile startupProfile() {
    return StartupProfile.of(major);
  }

  /** The greatest body of a message there is memory for, in bytes: a quarter of the heap. */
  static int messageMemory() {
    return (int) Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / 4);
  }

  /** How long a frontend may take until it is authenticated, in seconds. */
  int authenticationTimeout() {
    return settings.get().integer("authentication_timeout");
  }
}
