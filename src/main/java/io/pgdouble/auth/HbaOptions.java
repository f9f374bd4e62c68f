package io.pgdouble.auth;

import io.pgdouble.auth.HbaErrors.BadLineException;
import io.pgdouble.auth.HbaLine.ConnectionType;
import io.pgdouble.settings.FilePlace;
import io.pgdouble.settings.IdentifierList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options at the end of a record of {@code pg_hba.conf}: {@code hba.c: parse_hba_auth_opt}. */
final class HbaOptions {
  /** Options of methods the server was built without: nobody can use them. */
  private static final Map<String, String> OF_OTHER_METHODS =
      Map.ofEntries(
          Map.entry("pamservice", "pam"),
          Map.entry("pam_use_hostname", "pam"),
          Map.entry("ldapurl", "ldap"),
          Map.entry("ldaptls", "ldap"),
          Map.entry("ldapscheme", "ldap"),
          Map.entry("ldapserver", "ldap"),
          Map.entry("ldapport", "ldap"),
          Map.entry("ldapbinddn", "ldap"),
          Map.entry("ldapbindpasswd", "ldap"),
          Map.entry("ldapsearchattribute", "ldap"),
          Map.entry("ldapsearchfilter", "ldap"),
          Map.entry("ldapbasedn", "ldap"),
          Map.entry("ldapprefix", "ldap"),
          Map.entry("ldapsuffix", "ldap"),
          Map.entry("krb_realm", "gssapi and sspi"),
          Map.entry("include_realm", "gssapi and sspi"),
          Map.entry("compat_realm", "sspi"),
          Map.entry("upn_username", "sspi"));

  private static final Set<String> RADIUS =
      Set.of("radiusservers", "radiusports", "radiussecrets", "radiusidentifiers");

  private final FilePlace place;
  private final ConnectionType type;
  private final AuthMethod method;
  private final Map<String, String> options = new LinkedHashMap<>();

  HbaOptions(FilePlace place, ConnectionType type, AuthMethod method) {
    this.place = place;
    this.type = type;
    this.method = method;
  }

  /**
   * Reads them all.
   *
   * @throws BadLineException if one is none, or one is missing
   */
  Map<String, String> read(List<List<AuthToken>> fields) {
    for (List<AuthToken> field : fields) {
      field.forEach(token -> read(token.string()));
    }
    if (method == AuthMethod.RADIUS) {
      require("radiusservers");
      require("radiussecrets");
      checkCounts();
    }
    if (method == AuthMethod.CERT) {
      options.put("clientcert", "verify-full");
    }
    return options;
  }

  private void read(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw HbaErrors.bad(place, "authentication option not in name=value format: " + text);
    }
    String name = text.substring(0, equals);
    String value = text.substring(equals + 1);
    check(name, value);
    options.put(name, value);
  }

  private void check(String name, String value) {
    if (name.equals("map")) {
      onlyFor(
          name,
          Set.of(AuthMethod.IDENT, AuthMethod.PEER, AuthMethod.CERT),
          "ident, peer, gssapi, sspi, and cert");
    } else if (name.equals("clientcert")) {
      checkCertificate(name, value, Set.of("verify-full", "verify-ca"));
    } else if (name.equals("clientname")) {
      checkCertificate(name, value, Set.of("CN", "DN"));
    } else if (OF_OTHER_METHODS.containsKey(name)) {
      onlyFor(name, Set.of(), OF_OTHER_METHODS.get(name));
    } else if (RADIUS.contains(name)) {
      onlyFor(name, Set.of(AuthMethod.RADIUS), "radius");
      checkList(name, value);
    } else {
      throw HbaErrors.bad(place, "unrecognized authentication option name: \"" + name + "\"");
    }
  }

  private void onlyFor(String name, Set<AuthMethod> methods, String named) {
    if (!methods.contains(method)) {
      throw HbaErrors.bad(
          place,
          "authentication option \""
              + name
              + "\" is only valid for authentication methods "
              + named);
    }
  }

  private void checkCertificate(String name, String value, Set<String> values) {
    if (type != ConnectionType.HOSTSSL) {
      throw HbaErrors.bad(place, name + " can only be configured for \"hostssl\" rows");
    }
    if (!values.contains(value)) {
      throw HbaErrors.bad(place, "invalid value for " + name + ": \"" + value + "\"").notShown();
    }
    if (value.equals("verify-ca") && method == AuthMethod.CERT) {
      throw HbaErrors.bad(
              place, "clientcert only accepts \"verify-full\" when using \"cert\" authentication")
          .shownAs(
              "clientcert can only be set to \"verify-full\" when using \"cert\""
                  + " authentication");
    }
  }

  private void checkList(String name, String value) {
    String what =
        switch (name) {
          case "radiusservers" -> "server";
          case "radiusports" -> "port";
          case "radiussecrets" -> "secret";
          default -> "identifiers";
        };
    List<String> words = IdentifierList.split(value).orElseThrow(() -> noList(what, value));
    boolean bad =
        what.equals("port") && words.stream().anyMatch(word -> !word.matches("[1-9]\\d*.*"));
    if (bad) {
      throw HbaErrors.bad(place, invalidPort(value)).notShown();
    }
  }

  private BadLineException noList(String what, String value) {
    BadLineException bad =
        HbaErrors.bad(place, "could not parse RADIUS " + what + " list \"" + value + "\"");
    return what.equals("port") ? bad.shownAs(invalidPort(value)) : bad.notShown();
  }

  private static String invalidPort(String value) {
    return "invalid RADIUS port number: \"" + value + "\"";
  }

  /** An empty list is none. */
  private void require(String name) {
    if (count(name) == 0) {
      throw HbaErrors.bad(
          place, "authentication method \"radius\" requires argument \"" + name + "\" to be set");
    }
  }

  private int count(String name) {
    return IdentifierList.split(options.getOrDefault(name, "")).map(List::size).orElse(0);
  }

  /** One for all servers, or one for each. */
  private void checkCounts() {
    int servers = count("radiusservers");
    for (String name : List.of("secrets", "ports", "identifiers")) {
      int many = count("radius" + name);
      if (many > 1 && many != servers) {
        throw HbaErrors.bad(
            place,
            ("the number of RADIUS %s (%d) must be 1 or the same as the number of RADIUS"
                    + " servers (%d)")
                .formatted(name, many, servers));
      }
    }
  }
}
