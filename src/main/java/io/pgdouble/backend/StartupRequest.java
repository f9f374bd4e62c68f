package io.pgdouble.backend;

import io.pgdouble.engine.SessionStart;
import io.pgdouble.engine.SessionStart.StartupSetting;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.error.UncheckedText;
import io.pgdouble.message.NegotiateProtocolVersion;
import io.pgdouble.message.StartupMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a StartupMessage asks for. {@code backend_startup.c: ProcessStartupPacket}. */
final class StartupRequest {
  /** The greatest length of a name, with its terminating zero, in bytes. */
  private static final int NAMEDATALEN = 64;

  private static final int PROTOCOL_3 = 3 << 16;

  private final StartupMessage message;
  private final int newestMinor;
  private final List<String> unrecognized = new ArrayList<>();
  private final List<StartupSetting> settings = new ArrayList<>();
  private Optional<String> options = Optional.empty();
  private String user = "";
  private String database = "";
  private String replication = "false";

  StartupRequest(StartupMessage message, int newestMinor) {
    this.message = message;
    this.newestMinor = newestMinor;
    for (StartupMessage.Parameter parameter : message.parameters()) {
      take(parameter.name(), parameter.value());
    }
  }

  private void take(String name, String value) {
    if (name.equals("database")) {
      database = value;
    } else if (name.equals("user")) {
      user = value;
    } else if (name.equals("options")) {
      options = Optional.of(value);
    } else if (name.equals("replication")) {
      replication = value;
    } else if (name.startsWith("_pq_.")) {
      unrecognized.add(name);
    } else {
      settings.add(new StartupSetting(name, value));
    }
  }

  /** Told to a frontend that asks for a newer minor version or for options nobody knows. */
  Optional<NegotiateProtocolVersion> negotiation() {
    if (message.minor() <= newestMinor && unrecognized.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new NegotiateProtocolVersion(PROTOCOL_3 + minor(), unrecognized));
  }

  /** The minor version both sides speak. */
  int minor() {
    return Math.min(message.minor(), newestMinor);
  }

  /** Why such a request is refused at once, before anybody looks at the server's state. */
  Optional<ErrorReport> refusal() {
    if (user.isEmpty()) {
      return Optional.of(
          ErrorReport.fatal(
              SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
              "no PostgreSQL user name specified in startup packet"));
    }
    return Optional.empty();
  }

  /** The replication value is judged while the packet is read, before all else. */
  Optional<ErrorReport> replicationRefusal() {
    Optional<Boolean> wanted = BooleanText.parse(replication.toLowerCase(Locale.ROOT));
    if (replication.equals("database") || wanted.equals(Optional.of(true))) {
      ErrorReport refused = ErrorReport.notSimulated("replication connections");
      return Optional.of(refused.withSeverity(io.pgdouble.error.Severity.FATAL));
    }
    if (wanted.isEmpty()) {
      return Optional.of(
          ErrorReport.fatal(
                  SqlState.INVALID_PARAMETER_VALUE,
                  "invalid value for parameter \"replication\": \"" + replication + "\"")
              .withHint("Valid values are: \"false\", 0, \"true\", 1, \"database\"."));
    }
    return Optional.empty();
  }

  /** What the session begins with. */
  SessionStart sessionStart() {
    String role = truncated(user);
    String target = database.isEmpty() ? role : truncated(database);
    return new SessionStart(role, target, options, List.copyOf(settings));
  }

  /** Cuts where PostgreSQL cuts: after so many bytes, whatever they mean. */
  private static String truncated(String name) {
    byte[] bytes = UncheckedText.bytes(name);
    return bytes.length < NAMEDATALEN ? name : UncheckedText.of(bytes, 0, NAMEDATALEN - 1);
  }
}
