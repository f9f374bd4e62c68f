package io.pgdouble.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.tls.Encounter.Conduct;
import io.pgdouble.tls.TestAuthority.Bearer;
import io.pgdouble.tls.TlsFrontend.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever asks for TLS, in every way that is right or wrong, hears from the double what he hears
 * from PostgreSQL, and leaves the same lines in the log.
 */
@Timeout(120)
class TlsAgreesWithTheReferenceTest {
  private static final String STAT =
      "SELECT ssl, version, cipher, bits, client_dn, client_serial, issuer_dn"
          + " FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

  private static final TestAuthority AUTHORITY = new TestAuthority("CN=Test CA");
  private static final Map<String, Conduct> CONDUCTS = new LinkedHashMap<>();
  private static final Map<Integer, TlsServers> SERVERS = new HashMap<>();

  @BeforeAll
  static void startServers(@TempDir Path folder) throws Exception {
    AUTHORITY.certify("CN=localhost").write(folder, "server");
    Files.writeString(folder.resolve("root.crt"), AUTHORITY.own().certificatePem());
    Files.writeString(
        folder.resolve("pg_hba.conf"),
        """
        hostssl   all bob all reject
        hostnossl all alice all reject
        host      all all all trust
        """);
    badBeginnings();
    handshakes();
    insideTls();
    Bearer revoked = certificates();
    AUTHORITY.revoke(revoked);
    Files.writeString(folder.resolve("root.crl"), AUTHORITY.revocations());
    Map<String, String> settings = Map.of("ssl_ca_file", "root.crt", "ssl_crl_file", "root.crl");
    for (int major : List.of(16, 18)) {
      SERVERS.put(major, TlsServers.start(major, folder, settings));
    }
  }

  @AfterAll
  static void stopServers() {
    SERVERS.values().forEach(TlsServers::close);
  }

  private static void after(String name, String bytes) {
    CONDUCTS.put(
        name,
        frontend -> {
          frontend.say(TlsFrontend.SSL_REQUEST);
          frontend.hear(1);
          frontend.say(bytes);
          frontend.hearEnd();
        });
  }

  private static void badBeginnings() {
    after("HTTP", "GET / HTTP/1.0\r\n\r\n");
    after("HTTP by a proxy", "CONNECT x:1 HTTP/1.0\r\n\r\n");
    after("zeros", "\0".repeat(50));
    after("an alert", "\25\3\1\0\2\2\50");
    after("a record of something else", "\26\3\1\0\5hello");
    after("a startup packet", new String(TlsFrontend.startup("postgres")));
    CONDUCTS.put(
        "bytes along with the request",
        frontend -> {
          frontend.say(new String(TlsFrontend.SSL_REQUEST) + "GET / HTTP");
          frontend.hear(1);
          if (frontend.encrypt(Wishes.ANY)) {
            frontend.hearMessages();
          }
        });
    CONDUCTS.put(
        "the end after the request",
        frontend -> {
          frontend.say(TlsFrontend.SSL_REQUEST);
          frontend.hear(1);
        });
    CONDUCTS.put(
        "GSS, then TLS",
        frontend -> {
          frontend.say(TlsFrontend.GSSENC_REQUEST);
          frontend.hear(1);
          session(frontend, Wishes.ANY, "postgres");
        });
  }

  private static void session(TlsFrontend frontend, Wishes wishes, String user) throws IOException {
    frontend.say(TlsFrontend.SSL_REQUEST);
    frontend.hear(1);
    goOn(frontend, wishes, user);
  }

  private static void goOn(TlsFrontend frontend, Wishes wishes, String user) throws IOException {
    if (frontend.encrypt(wishes)) {
      frontend.say(TlsFrontend.startup(user));
      if (frontend.hearMessages()) {
        frontend.query(STAT);
        frontend.say("X\0\0\0\4");
        frontend.hearEnd();
      }
    }
  }

  private static void handshakes() {
    Map<String, Wishes> wishes = new LinkedHashMap<>();
    wishes.put("any", Wishes.ANY);
    wishes.put("TLS 1.2", Wishes.ANY.version("TLSv1.2"));
    wishes.put("TLS 1.3", Wishes.ANY.version("TLSv1.3"));
    wishes.put(
        "a cipher",
        Wishes.ANY.version("TLSv1.2").cipher("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"));
    wishes.put(
        "a cipher of another kind of key",
        Wishes.ANY.version("TLSv1.2").cipher("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"));
    wishes.put("our protocol", Wishes.ANY.alpn("postgresql"));
    wishes.put("our protocol among others", Wishes.ANY.alpn("h2,postgresql"));
    wishes.put("another protocol", Wishes.ANY.alpn("http/1.1"));
    wishes.forEach(
        (name, wish) -> {
          CONDUCTS.put("asked for: " + name, one -> session(one, wish, "postgres"));
          CONDUCTS.put("at once: " + name, one -> goOn(one, wish, "postgres"));
        });
    CONDUCTS.put("refused with TLS", one -> session(one, Wishes.ANY, "bob"));
    CONDUCTS.put("accepted with TLS", one -> session(one, Wishes.ANY, "alice"));
    CONDUCTS.put(
        "refused without TLS",
        one -> {
          one.say(TlsFrontend.startup("alice"));
          one.hearMessages();
        });
  }

  private static void insideTls() {
    Map<String, byte[]> words = new LinkedHashMap<>();
    words.put("SSLRequest", TlsFrontend.SSL_REQUEST);
    words.put("GSSENCRequest", TlsFrontend.GSSENC_REQUEST);
    words.put("a packet too short", new byte[4]);
    words.put("an old protocol", TlsFrontend.packet(2 << 16, ""));
    words.forEach(
        (name, bytes) ->
            CONDUCTS.put(
                name + " inside TLS",
                frontend -> {
                  frontend.say(TlsFrontend.SSL_REQUEST);
                  frontend.hear(1);
                  frontend.encrypt(Wishes.ANY);
                  frontend.say(bytes);
                  frontend.hearMessages();
                }));
  }

  private static Bearer certificates() {
    Bearer revoked = AUTHORITY.certify("CN=alice");
    Map<String, Bearer> shown = new LinkedHashMap<>();
    shown.put("known", AUTHORITY.certify("CN=alice"));
    shown.put("known with many names", AUTHORITY.certify("C=DE,O=A\\, B,OU=x y,CN=alice"));
    shown.put("expired", AUTHORITY.certify("CN=alice", Instant.now().minus(Duration.ofDays(1))));
    shown.put("not yet valid", AUTHORITY.certify("CN=alice", Instant.now().plusSeconds(3L << 25)));
    shown.put("revoked", revoked);
    shown.put("of a stranger", new TestAuthority("CN=Stranger").certify("CN=alice"));
    shown.put("of a namesake", new TestAuthority("CN=Test CA").certify("CN=alice"));
    shown.put("of its own", new TestAuthority("CN=alice").own());
    shown.forEach(
        (name, bearer) -> {
          for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            Wishes wishes = Wishes.ANY.version(version).certificate(bearer);
            CONDUCTS.put(
                "a certificate " + name + " in " + version,
                frontend -> session(frontend, wishes, "alice"));
          }
        });
    return revoked;
  }

  static List<String> conducts() {
    return CONDUCTS.keySet().stream()
        .flatMap(name -> SERVERS.keySet().stream().map(major -> major + " " + name))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("conducts")
  void a_frontend_hears_the_same_and_so_does_the_log(String which) throws Exception {
    TlsServers servers = SERVERS.get(Integer.parseInt(which.substring(0, 2)));
    Conduct conduct = CONDUCTS.get(which.substring(3));
    Encounter.agree(servers, conduct);
  }

  @ParameterizedTest
  @ValueSource(strings = {"16", "18"})
  void a_server_without_a_place_for_files_makes_a_certificate(String major) throws Exception {
    io.pgdouble.PgDoubleOptions options =
        io.pgdouble.PgDoubleOptions.defaults().withMajor(Integer.parseInt(major)).withTls();
    try (io.pgdouble.PgDouble server = io.pgdouble.PgDouble.start(options)) {
      assertThat(Encounter.told(server.port(), one -> session(one, Wishes.ANY, "postgres")))
          .contains("TLSv1.3 TLS_AES_256_GCM_SHA384");
      assertThat(server.certificate().orElseThrow()).startsWith("-----BEGIN CERTIFICATE-----");
    }
  }
}
