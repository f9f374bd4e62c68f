package io.pgdouble.log;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.FilePlace;
import java.util.Locale;
import java.util.Optional;

/** What a backend logs of its connection. Sources: {@code postmaster.c}, {@code postinit.c}. */
public final class ConnectionLines {
  private static final long MILLIS_OF_HOUR = 3_600_000;
  private static final long MILLIS_OF_MINUTE = 60_000;
  private static final long MILLIS_OF_SECOND = 1000;

  private ConnectionLines() {}

  /** How a connection is encrypted. */
  public record Encryption(String version, String cipher, int bits) {}

  /** {@code BackendInitialize}. */
  public static ErrorReport received(LogOrigin.LogClient client) {
    return log("connection received: " + address(client));
  }

  /** {@code auth.c: set_authn_id}. */
  public static ErrorReport authenticated(String identity, String method, FilePlace place) {
    return log(
        "connection authenticated: identity=\"%s\" method=%s (%s:%d)"
            .formatted(identity, method, place.file(), place.line()));
  }

  /** {@code PerformAuthentication}; an application's name only where the startup packet has one. */
  public static ErrorReport authorized(
      LogOrigin.LogClient client, Optional<String> application, Optional<Encryption> encryption) {
    String tls = encryption.map(ConnectionLines::encrypted).orElse("");
    String name = application.map(text -> " application_name=" + text).orElse("");
    return log(
        "connection authorized: user="
            + client.user()
            + " database="
            + client.database()
            + name
            + tls);
  }

  private static String encrypted(Encryption tls) {
    return " SSL enabled (protocol=%s, cipher=%s, bits=%d)"
        .formatted(tls.version(), tls.cipher(), tls.bits());
  }

  /** {@code postgres.c: log_disconnections}. */
  public static ErrorReport disconnection(LoggingProcess process) {
    LogOrigin.LogClient client = process.client().orElseThrow();
    long millis = process.age() / 1000;
    String text =
        String.format(
            Locale.ROOT,
            "disconnection: session time: %d:%02d:%02d.%03d user=%s database=%s %s",
            millis / MILLIS_OF_HOUR,
            millis % MILLIS_OF_HOUR / MILLIS_OF_MINUTE,
            millis % MILLIS_OF_MINUTE / MILLIS_OF_SECOND,
            millis % MILLIS_OF_SECOND,
            client.user(),
            client.database(),
            address(client));
    return log(text);
  }

  /** {@code procsignal.c: SendCancelRequest}. */
  public static ErrorReport nobodyToCancel(int pid) {
    return log("PID " + pid + " in cancel request did not match any process");
  }

  /** {@code procsignal.c: SendCancelRequest}. */
  public static ErrorReport wrongCancelKey(int pid) {
    return log("wrong key in cancel request for process " + pid);
  }

  /** {@code postgres.c: SocketBackend}. */
  public static ErrorReport lostInTransaction() {
    return failed("unexpected EOF on client connection with an open transaction");
  }

  /**
   * {@code pqcomm.c: pq_recvbuf}.
   *
   * @param why the system's words
   */
  public static ErrorReport cannotReceive(String why) {
    return failed("could not receive data from client: " + why);
  }

  /**
   * {@code pqcomm.c: internal_flush}.
   *
   * @param why the system's words
   */
  public static ErrorReport cannotSend(String why) {
    return failed("could not send data to client: " + why);
  }

  private static ErrorReport failed(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.CONNECTION_FAILURE, text);
  }

  private static String address(LogOrigin.LogClient client) {
    String port = client.port().isEmpty() ? "" : " port=" + client.port();
    return "host=" + client.host() + port;
  }

  private static ErrorReport log(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, text);
  }
}
