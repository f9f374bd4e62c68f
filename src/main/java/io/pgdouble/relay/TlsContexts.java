package io.pgdouble.relay;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;

/** TLS as a relay speaks it towards either side. */
final class TlsContexts {
  private static final String PASSWORD = "changeit";
  private static final int KEYTOOL_SECONDS = 30;

  private TlsContexts() {}

  /** Towards frontends; empty where the relay has no certificate. */
  static Optional<SslContext> towardsFrontends(Certificate certificate) {
    try {
      if (certificate instanceof Certificate.Given given) {
        return Optional.of(
            frontends(
                SslContextBuilder.forServer(given.certificate().toFile(), given.key().toFile())));
      }
      return certificate instanceof Certificate.SelfMade
          ? Optional.of(frontends(SslContextBuilder.forServer(selfMade())))
          : Optional.empty();
    } catch (SSLException | IllegalArgumentException e) {
      throw new RelayException("could not use the certificate: " + e.getMessage(), e);
    }
  }

  /** Since 17 a frontend may begin with TLS at once, and names the protocol then. */
  private static SslContext frontends(SslContextBuilder builder) throws SSLException {
    return builder
        .applicationProtocolConfig(
            new ApplicationProtocolConfig(
                ApplicationProtocolConfig.Protocol.ALPN,
                ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                "postgresql"))
        .build();
  }

  /** Java has no other public way to make a certificate than its own program. */
  private static KeyManagerFactory selfMade() {
    try {
      Path directory = Files.createTempDirectory("pgdouble-tls");
      Path store = directory.resolve("certificate.p12");
      try {
        keytool(store);
        return keys(store);
      } finally {
        Files.deleteIfExists(store);
        Files.delete(directory);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new RelayException("could not make a certificate: " + e.getMessage(), e);
    }
  }

  private static void keytool(Path store) throws IOException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "pgdouble",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!keytool.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IOException("keytool failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      keytool.destroy();
    }
  }

  private static KeyManagerFactory keys(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    return factory;
  }

  /** Towards a server; empty where it is not asked for. */
  static Optional<SslContext> towardsServer(ServerUrl.Encryption asked) {
    if (asked.mode() == ServerUrl.SslMode.DISABLE) {
      return Optional.empty();
    }
    SslContextBuilder builder =
        SslContextBuilder.forClient().endpointIdentificationAlgorithm(identification(asked));
    try {
      return Optional.of(trusting(asked, builder).build());
    } catch (SSLException | IllegalArgumentException e) {
      throw new RelayException("could not use sslrootcert: " + e.getMessage(), e);
    }
  }

  private static String identification(ServerUrl.Encryption asked) {
    return asked.mode() == ServerUrl.SslMode.VERIFY_FULL ? "HTTPS" : null;
  }

  private static SslContextBuilder trusting(ServerUrl.Encryption asked, SslContextBuilder builder) {
    return switch (asked.mode()) {
      case DISABLE, PREFER, REQUIRE -> builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
      case VERIFY_CA, VERIFY_FULL ->
          asked.rootCertificate().map(root -> builder.trustManager(root.toFile())).orElse(builder);
    };
  }
}
