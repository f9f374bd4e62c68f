package io.pgdouble.tls;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.ReferenceCountedOpenSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.ServerSettings;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;

/** A context in the making, in the order in which {@code be_tls_init} makes one. */
final class TlsSetup {
  private static final int FIRST_WITH_PROTOCOL_NAME = 17;
  private static final int FIRST_WITH_GROUPS = 18;

  /** Curves the library has, by OpenSSL's names in small letters. */
  private static final Map<String, String> CURVES =
      Map.of(
          "prime256v1", "P-256",
          "p-256", "P-256",
          "secp384r1", "P-384",
          "p-384", "P-384",
          "secp521r1", "P-521",
          "p-521", "P-521",
          "x25519", "X25519");

  private static final Set<String> OTHER_CURVES = Set.of("x448");

  private final ServerSettings settings;
  private SslContextBuilder builder;

  TlsSetup(ServerSettings settings) {
    this.settings = settings;
    if (!OpenSsl.isAvailable()) {
      throw TlsFiles.notSimulated("ssl = on on this platform");
    }
  }

  /** {@code ssl_cert.c: ssl_set_pkey}: a key of another certificate does not fit. */
  void prove(List<X509Certificate> chain, KeyFile file) {
    PrivateKey key = file.read();
    String reason = KeyMatch.mismatch(chain.get(0), key);
    if (!reason.isEmpty()) {
      throw TlsFiles.couldNotLoad("private key file \"" + file.name() + "\"", reason).toException();
    }
    prove(chain, key);
  }

  void prove(List<X509Certificate> chain, PrivateKey key) {
    builder =
        SslContextBuilder.forServer(key, chain.toArray(X509Certificate[]::new))
            .sslProvider(SslProvider.OPENSSL);
  }

  SslContext context(TlsFiles files) {
    checkVersions();
    if (!settings.text("ssl_dh_params_file").isEmpty()) {
      throw TlsFiles.notSimulated("ssl_dh_params_file");
    }
    builder
        .protocols(Versions.allowed(settings))
        .option(OpenSslContextOption.GROUPS, groups())
        .ciphers(Ciphers.all())
        .sessionCacheSize(1);
    if (settings.major() >= FIRST_WITH_PROTOCOL_NAME) {
      builder.applicationProtocolConfig(postgresql());
    }
    Optional<ClientTrust> trust = trust(files);
    trust.ifPresent(one -> builder.trustManager(one).clientAuth(ClientAuth.OPTIONAL));
    return built();
  }

  private void checkVersions() {
    boolean turned = Versions.least(settings).compareTo(Versions.greatest(settings)) > 0;
    if (turned) {
      throw ErrorReport.of(
              Severity.LOG, SqlState.INTERNAL_ERROR, "could not set SSL protocol version range")
          .withDetail(
              "\"ssl_min_protocol_version\" cannot be higher than \"ssl_max_protocol_version\"")
          .toException();
    }
  }

  private SslContext built() {
    try {
      SslContext context = builder.build();
      if (context instanceof ReferenceCountedOpenSslContext openSsl) {
        limit(openSsl);
      }
      return context;
    } catch (SSLException e) {
      throw TlsFiles.unfit("could not create SSL context: " + e.getMessage()).toException();
    }
  }

  /** No session is taken up again, and whoever's order counts is a setting. */
  private void limit(ReferenceCountedOpenSslContext openSsl) {
    openSsl.sessionContext().setSessionCacheEnabled(false);
    long pointer = openSsl.sslCtxPointer();
    if (!settings.bool("ssl_prefer_server_ciphers")) {
      SSLContext.clearOptions(pointer, SSL.SSL_OP_CIPHER_SERVER_PREFERENCE);
    }
    String chosen = settings.text("ssl_ciphers");
    if (Ciphers.areChosen(chosen)) {
      choose(pointer, chosen);
    }
  }

  /** By OpenSSL's names and rules. {@code SSL_CTX_set_cipher_list}. */
  private static void choose(long pointer, String chosen) {
    try {
      SSLContext.setCipherSuite(pointer, chosen, false);
    } catch (Exception e) {
      throw TlsFiles.unfit("could not set the cipher list (no valid ciphers available)")
          .toException();
    }
  }

  /** Who names only others is turned away before. */
  private static ApplicationProtocolConfig postgresql() {
    return new ApplicationProtocolConfig(
        ApplicationProtocolConfig.Protocol.ALPN,
        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
        "postgresql");
  }

  /** {@code be-secure-openssl.c: initialize_ecdh}; a list since 18. */
  private String[] groups() {
    String asked = settings.text("ssl_ecdh_curve");
    boolean list = settings.major() >= FIRST_WITH_GROUPS;
    List<String> groups = new ArrayList<>();
    for (String name : list ? asked.split(":") : new String[] {asked}) {
      String known = CURVES.get(name.toLowerCase(java.util.Locale.ROOT));
      if (known == null) {
        throw noCurve(name, asked);
      }
      groups.add(known);
    }
    return groups.toArray(String[]::new);
  }

  private ReportedError noCurve(String name, String asked) {
    boolean real =
        OTHER_CURVES.contains(name.toLowerCase(java.util.Locale.ROOT))
            || ECNamedCurveTable.getByName(name) != null;
    if (real) {
      return TlsFiles.notSimulated("the curve " + name);
    }
    return settings.major() >= FIRST_WITH_GROUPS
        ? TlsFiles.unfit("could not set group names specified in ssl_groups: " + asked)
            .withHint(
                "Ensure that each group name is spelled correctly and supported by the installed"
                    + " version of OpenSSL.")
            .toException()
        : TlsFiles.unfit("ECDH: unrecognized curve name: " + asked).toException();
  }

  private static Optional<ClientTrust> trust(TlsFiles files) {
    Optional<List<X509Certificate>> authorities = files.authorities();
    Optional<List<X509CRL>> lists = files.revocations();
    ClientTrust.Revocation revocation =
        lists.isPresent() ? ClientTrust.Revocation.CHECKED : ClientTrust.Revocation.UNCHECKED;
    return authorities.map(known -> new ClientTrust(known, lists.orElse(List.of()), revocation));
  }
}
