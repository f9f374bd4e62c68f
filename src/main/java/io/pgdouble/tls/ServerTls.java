package io.pgdouble.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.wire.TlsOffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * TLS by one state of the server's configuration; connections keep the one they began with.
 * Immutable. {@code be-secure-openssl.c: be_tls_init}.
 */
public final class ServerTls implements TlsOffer {
  private final SslContext context;
  private final List<X509Certificate> chain;
  private final Verification verification;
  private final HandshakeFailure failures;

  private enum Verification {
    NONE,
    BY_AUTHORITIES
  }

  private ServerTls(SslContext context, List<X509Certificate> chain, ServerSettings settings) {
    this.context = context;
    this.chain = chain;
    this.verification =
        settings.text("ssl_ca_file").isEmpty() ? Verification.NONE : Verification.BY_AUTHORITIES;
    this.failures = new HandshakeFailure(settings);
  }

  /** Which passphrase may be asked for. */
  public enum Moment {
    START,
    RELOAD
  }

  /**
   * Reads certificate, key and what else the settings name.
   *
   * @param own makes what a server uses that has no place for files
   * @throws ReportedError LOG, whatever it means for the server, if there can be no TLS
   */
  public static ServerTls load(
      ServerSettings settings, Supplier<OwnCertificate> own, Moment moment) {
    TlsSetup setup = new TlsSetup(settings);
    TlsFiles files = new TlsFiles(settings);
    List<X509Certificate> chain;
    if (files.isOwnMissing()) {
      OwnCertificate made = own.get();
      chain = List.of(made.certificate());
      setup.prove(chain, made.key());
    } else {
      chain = files.chain();
      KeyFile key = files.key(passphrase(settings, moment));
      key.checkPermissions();
      setup.prove(chain, key);
    }
    return new ServerTls(setup.context(files), chain, settings);
  }

  private static Passphrase passphrase(ServerSettings settings, Moment moment) {
    String command = settings.text("ssl_passphrase_command");
    boolean asked =
        moment == Moment.START || settings.bool("ssl_passphrase_command_supports_reload");
    if (!asked) {
      return new Passphrase.NotAsked();
    }
    return command.isEmpty() ? new Passphrase.Unknown() : new Passphrase.OfCommand(command);
  }

  /** A frontend that takes its time is waited for as long as for its other words. */
  @Override
  public SslHandler handler(ByteBufAllocator allocator) {
    SslHandler handler = context.newHandler(allocator);
    handler.setHandshakeTimeoutMillis(0);
    return handler;
  }

  @Override
  public ErrorReport failure(Throwable cause) {
    return failures.report(cause);
  }

  /** {@code ssl_loaded_verify_locations}: whether certificates of frontends can be verified. */
  public boolean verifiesClients() {
    return verification == Verification.BY_AUTHORITIES;
  }

  /** What the server proves itself by, as a file for {@code sslrootcert}. */
  public String certificatePem() {
    StringBuilder text = new StringBuilder();
    chain.forEach(one -> text.append(OwnCertificate.pem(one)));
    return text.toString();
  }

  /** What is known of a connection whose handshake is over. */
  public TlsConnection connection(SslHandler handler) {
    SSLSession session = handler.engine().getSession();
    String cipher = Ciphers.name(session.getCipherSuite());
    return new TlsConnection(
        session.getProtocol(), cipher, Ciphers.bits(cipher), endPoint(), client(session));
  }

  private static Optional<ClientCertificate> client(SSLSession session) {
    try {
      Certificate[] shown = session.getPeerCertificates();
      return Optional.of(new ClientCertificate((X509Certificate) shown[0]));
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  /** {@code be_tls_get_certificate_hash}: MD5 and SHA-1 are too weak, as RFC 5929 says. */
  private byte[] endPoint() {
    X509Certificate own = chain.get(0);
    String signature = own.getSigAlgName().toUpperCase(java.util.Locale.ROOT);
    int with = signature.indexOf("WITH");
    String hash = with < 0 ? "SHA256" : signature.substring(0, with);
    String strong = hash.equals("MD5") || hash.equals("SHA1") ? "SHA256" : hash;
    try {
      String name = strong.startsWith("SHA") ? "SHA-" + strong.substring(3) : strong;
      return MessageDigest.getInstance(name).digest(own.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
