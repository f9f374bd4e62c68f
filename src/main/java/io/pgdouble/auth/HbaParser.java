package io.pgdouble.auth;

import io.pgdouble.auth.HbaErrors.BadLineException;
import io.pgdouble.auth.HbaLine.ConnectionType;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.settings.FilePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a record of a line of {@code pg_hba.conf}: {@code hba.c: parse_hba_line}. */
final class HbaParser {
  private final RegularExpressions expressions;
  private final Encryption encryption;
  private final List<ErrorReport> reports;

  /** Whether the server would encrypt, if a frontend asked. */
  enum Encryption {
    OFF,
    TLS
  }

  /**
   * @param reports gets what the server log is told
   */
  HbaParser(RegularExpressions expressions, Encryption encryption, List<ErrorReport> reports) {
    this.expressions = expressions;
    this.encryption = encryption;
    this.reports = reports;
  }

  /** A line, and what became of it. */
  record Parsed(Optional<HbaLine> record, Optional<String> error) {}

  /** Reads a line; what is wrong with it goes to the reports. */
  Parsed parse(AuthLine line) {
    if (line.error().isPresent()) {
      return new Parsed(Optional.empty(), line.error());
    }
    Reading reading = new Reading(line);
    try {
      HbaLine record = reading.read();
      return new Parsed(Optional.of(record), reading.warning);
    } catch (BadLineException e) {
      reports.add(e.report());
      return new Parsed(Optional.empty(), e.shown().or(() -> reading.warning));
    }
  }

  /** The fields of one line, one after the other. */
  private final class Reading {
    private final AuthLine line;
    private final FilePlace place;
    private int at;
    private Optional<String> warning = Optional.empty();

    Reading(AuthLine line) {
      this.line = line;
      this.place = line.place();
    }

    HbaLine read() {
      ConnectionType type = type();
      List<AuthToken> databases = names("database");
      List<AuthToken> roles = names("role");
      HbaAddress address = type == ConnectionType.LOCAL ? new HbaAddress.All() : address();
      AuthMethod method = method(type);
      Map<String, String> options =
          new HbaOptions(place, type, method).read(line.fields().subList(at, line.fields().size()));
      return new HbaLine(place, line.raw(), type, databases, roles, address, method, options);
    }

    private List<AuthToken> next(String what) {
      if (at == line.fields().size()) {
        throw HbaErrors.bad(place, "end-of-line before " + what);
      }
      return line.fields().get(at++);
    }

    private AuthToken only(List<AuthToken> field, String what, String hint) {
      if (field.size() > 1) {
        String text = "multiple values specified for " + what;
        throw hint.isEmpty() ? HbaErrors.bad(place, text) : HbaErrors.bad(place, text, hint);
      }
      return field.get(0);
    }

    private ConnectionType type() {
      AuthToken token =
          only(
              line.fields().get(at++),
              "connection type",
              "Specify exactly one connection type per line.");
      for (ConnectionType type : ConnectionType.values()) {
        if (type.word().equals(token.string())) {
          warnIfUseless(type);
          return type;
        }
      }
      throw HbaErrors.bad(place, "invalid connection type \"" + token.string() + "\"");
    }

    private void warnIfUseless(ConnectionType type) {
      if (type == ConnectionType.HOSTSSL && encryption == Encryption.OFF) {
        warn(
            HbaErrors.report(place, "hostssl record cannot match because SSL is disabled")
                .withHint("Set ssl = on in postgresql.conf."));
      } else if (type == ConnectionType.HOSTGSSENC) {
        warn(
            HbaErrors.report(
                place,
                "hostgssenc record cannot match because GSSAPI is not supported by this build"));
      }
    }

    private void warn(ErrorReport report) {
      reports.add(report);
      warning = Optional.of(report.message());
    }

    private List<AuthToken> names(String kind) {
      List<AuthToken> names = new ArrayList<>();
      for (AuthToken token : next(kind + " specification")) {
        try {
          names.add(token.compiled(expressions));
        } catch (ReportedError e) {
          throw HbaErrors.badExpression(place, token.string(), e.report());
        }
      }
      return names;
    }

    private HbaAddress address() {
      AuthToken token =
          only(
              next("IP address specification"),
              "host address",
              "Specify one address range per line.");
      if (token.quoting() == AuthToken.Quoting.PLAIN) {
        switch (token.string()) {
          case "all":
            return new HbaAddress.All();
          case "samehost":
            return new HbaAddress.SameHost();
          case "samenet":
            return new HbaAddress.SameNet();
          default:
            break;
        }
      }
      return range(token.string());
    }

    private HbaAddress range(String text) {
      int slash = text.indexOf('/');
      String host = slash < 0 ? text : text.substring(0, slash);
      Optional<IpAddress> address = IpAddress.parse(host);
      if (address.isEmpty() && slash < 0) {
        return new HbaAddress.HostName(host);
      }
      if (address.isEmpty()) {
        throw HbaErrors.bad(
            place, "specifying both host name and CIDR mask is invalid: \"" + text + "\"");
      }
      IpAddress mask =
          slash < 0
              ? mask(address.get())
              : address
                  .get()
                  .mask(text.substring(slash + 1))
                  .orElseThrow(
                      () -> HbaErrors.bad(place, "invalid CIDR mask in address \"" + text + "\""));
      return new HbaAddress.Range(address.get(), mask);
    }

    private IpAddress mask(IpAddress address) {
      if (at == line.fields().size()) {
        throw HbaErrors.bad(
            place,
            "end-of-line before netmask specification",
            "Specify an address range in CIDR notation, or provide a separate netmask.");
      }
      String text = only(next("netmask specification"), "netmask", "").string();
      IpAddress mask =
          IpAddress.parse(text)
              .orElseThrow(
                  () ->
                      HbaErrors.bad(
                          place, "invalid IP mask \"" + text + "\": Name or service not known"));
      if (!mask.sameFamily(address)) {
        throw HbaErrors.bad(place, "IP address and mask do not match");
      }
      return mask;
    }

    private AuthMethod method(ConnectionType type) {
      String word =
          only(
                  next("authentication method"),
                  "authentication type",
                  "Specify exactly one authentication type per line.")
              .string();
      String invalid = "invalid authentication method \"" + word + "\"";
      AuthMethod method = AuthMethod.of(word).orElseThrow(() -> HbaErrors.bad(place, invalid));
      if (!method.isBuiltIn()) {
        throw HbaErrors.bad(place, invalid + ": not supported by this build");
      }
      if (type == ConnectionType.LOCAL && method == AuthMethod.IDENT) {
        return AuthMethod.PEER;
      }
      if (type != ConnectionType.LOCAL && method == AuthMethod.PEER) {
        throw HbaErrors.bad(place, "peer authentication is only supported on local sockets");
      }
      if (type != ConnectionType.HOSTSSL && method == AuthMethod.CERT) {
        throw HbaErrors.bad(
            place,
            method.name().toLowerCase(Locale.ROOT)
                + " authentication is only supported on hostssl connections");
      }
      return method;
    }
  }
}
