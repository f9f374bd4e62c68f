package io.pgdouble.tls;

import io.pgdouble.tls.Encounter.Conduct;
import io.pgdouble.tls.TestAuthority.Bearer;
import io.pgdouble.tls.TlsFrontend.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who is let in by a certificate, by a map of names, or by SCRAM that is bound to TLS, is the same
 * on PostgreSQL and on the double.
 */
@Timeout(120)
class CertificatesAgreeWithTheReferenceTest {
  private static final String RULES =
      """
      hostssl all postgres  all trust
      hostssl all scram     all scram-sha-256
      host    all nossl     all scram-sha-256
      hostssl all alice     all cert
      hostssl all mapped,bob,carol,member all cert map=m
      hostssl all named     all cert clientname=DN map=d
      hostssl all nomap     all cert map=nosuch
      hostssl all full      all scram-sha-256 clientcert=verify-full
      hostssl all ca        all trust clientcert=verify-ca
      hostssl all trusted   all trust clientcert=verify-full
      hostssl all dn        all trust clientcert=verify-full clientname=DN
      host    all postgres,nobody all trust
      """;

  private static final String MAPS =
      """
      m  alice            mapped
      m  "/^(.*)@corp$"   \\1
      m  carol            /^car
      m  dave             +crew
      m  /^erin$          \\1
      d  "CN=named,O=X"   named
      d  "/^CN=x,O=(.*)$" \\1
      """;

  private static final List<String> ROLES =
      List.of("scram", "nossl", "mapped", "carol", "named", "nomap", "full", "ca", "trusted", "dn");

  private static final TestAuthority AUTHORITY = new TestAuthority("CN=Test CA");
  private static final Map<String, Conduct> CONDUCTS = new LinkedHashMap<>();
  private static TlsServers servers;

  @BeforeAll
  static void startServers(@TempDir Path folder) throws Exception {
    AUTHORITY.certify("CN=localhost").write(folder, "server");
    Files.writeString(folder.resolve("root.crt"), AUTHORITY.own().certificatePem());
    Files.writeString(folder.resolve("pg_hba.conf"), RULES);
    Files.writeString(folder.resolve("pg_ident.conf"), MAPS);
    certificates();
    bindings();
    servers = TlsServers.start(16, folder, Map.of("ssl_ca_file", "root.crt"));
    for (int port : List.of(servers.ours().port(), servers.reference().port())) {
      makeRoles(port);
    }
  }

  private static void makeRoles(int port) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String role : ROLES) {
        statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
      }
      statement.execute("CREATE ROLE crew");
      statement.execute("CREATE ROLE member LOGIN IN ROLE crew");
    }
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  private static void certificates() {
    Map<String, Bearer> bearers = new LinkedHashMap<>();
    for (String name :
        List.of("CN=alice", "CN=bob@corp", "CN=carol", "CN=dave", "CN=erin", "O=nobody")) {
      bearers.put(name, AUTHORITY.certify(name));
    }
    bearers.put("O=X,CN=named", AUTHORITY.certify("O=X,CN=named"));
    bearers.put("O=named,CN=x", AUTHORITY.certify("O=named,CN=x"));
    bearers.put("CN=trusted", AUTHORITY.certify("CN=trusted"));
    bearers.put("CN=full", AUTHORITY.certify("CN=full"));
    for (String user :
        List.of("alice", "mapped", "bob", "carol", "member", "named", "nomap", "ca", "trusted")) {
      CONDUCTS.put(user + " without a certificate", one -> enter(one, Wishes.ANY, user));
      bearers.forEach(
          (name, bearer) ->
              CONDUCTS.put(
                  user + " with " + name, one -> enter(one, Wishes.ANY.certificate(bearer), user)));
    }
    CONDUCTS.put("dn", one -> enter(one, Wishes.ANY.certificate(bearers.get("CN=alice")), "dn"));
    for (String name : List.of("CN=full", "CN=alice", "O=nobody")) {
      for (String password : List.of("secret", "wrong")) {
        CONDUCTS.put(
            "full with " + name + " and " + password,
            one -> {
              begin(one, Wishes.ANY.certificate(bearers.get(name)), "full");
              one.prove("SCRAM-SHA-256", password, "n,,", new byte[0]);
            });
      }
    }
  }

  private static void begin(TlsFrontend frontend, Wishes wishes, String user) throws IOException {
    frontend.say(TlsFrontend.SSL_REQUEST);
    frontend.hear(1);
    frontend.encrypt(wishes);
    frontend.say(TlsFrontend.startup(user));
  }

  private static void enter(TlsFrontend frontend, Wishes wishes, String user) throws IOException {
    begin(frontend, wishes, user);
    if (frontend.hearMessages()) {
      frontend.query("SELECT system_user");
      frontend.say("X\0\0\0\4");
      frontend.hearEnd();
    }
  }

  /** How SCRAM may be bound to TLS, or not. */
  private static void bindings() {
    String plus = "SCRAM-SHA-256-PLUS";
    String header = "p=tls-server-end-point,,";
    bound("right", one -> one.prove(plus, "secret", header, endPoint(one)));
    bound("right with a wrong password", one -> one.prove(plus, "wrong", header, endPoint(one)));
    bound("to another certificate", one -> one.prove(plus, "secret", header, new byte[32]));
    bound("to nothing", one -> one.prove(plus, "secret", header, new byte[0]));
    bound("of another type", one -> one.prove(plus, "secret", "p=tls-unique,,", new byte[12]));
    bound("with flag n", one -> one.prove(plus, "secret", "n,,", new byte[0]));
    bound("with flag y", one -> one.prove(plus, "secret", "y,,", new byte[0]));
    bound("with a flag that is none", one -> one.prove(plus, "secret", "x,,", new byte[0]));
    String plain = "SCRAM-SHA-256";
    bound("unbound", one -> one.prove(plain, "secret", "n,,", new byte[0]));
    bound("unbound with flag y", one -> one.prove(plain, "secret", "y,,", new byte[0]));
    bound("unbound with flag p", one -> one.prove(plain, "secret", header, endPoint(one)));
    CONDUCTS.put(
        "bound without TLS",
        one -> {
          one.say(TlsFrontend.startup("nossl"));
          one.prove(plus, "secret", header, new byte[32]);
        });
    CONDUCTS.put(
        "unbound without TLS",
        one -> {
          one.say(TlsFrontend.startup("nossl"));
          one.prove(plain, "secret", "y,,", new byte[0]);
        });
  }

  private static byte[] endPoint(TlsFrontend frontend) throws IOException {
    try {
      return frontend.endPoint();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void bound(String how, Conduct proof) {
    CONDUCTS.put(
        "bound " + how,
        frontend -> {
          begin(frontend, Wishes.ANY, "scram");
          proof.with(frontend);
        });
  }

  static List<String> conducts() {
    return List.copyOf(CONDUCTS.keySet());
  }

  @ParameterizedTest
  @MethodSource("conducts")
  void the_same_are_let_in_and_the_log_says_the_same(String which) throws Exception {
    Encounter.agree(servers, CONDUCTS.get(which));
  }
}
