package io.pgdouble;

import io.pgdouble.relay.Certificate;
import io.pgdouble.relay.RelayOptions;
import io.pgdouble.relay.ServerUrl;
import io.pgdouble.trace.Masks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a relay is to be. Immutable; {@code with} makes a changed copy.
 *
 * @param relay where it listens, and to which server it relays
 * @param recording the file into which all that crosses is written; empty for none
 * @param masks what does not stand in that file, besides passwords, proofs and keys
 */
public record PgRelayOptions(RelayOptions relay, Optional<Path> recording, Masks masks) {
  /**
   * On a free port of the loopback interface.
   *
   * @param server {@code postgres://host:port}, {@code postgres://host:port?sslmode=verify-full} or
   *     {@code postgres:///?host=/directory/of/its/socket}
   * @throws IllegalArgumentException if it is no such URL
   */
  public static PgRelayOptions to(String server) {
    RelayOptions relay =
        new RelayOptions(
            List.of("127.0.0.1"), 0, Optional.empty(), Certificate.NONE, ServerUrl.of(server));
    return new PgRelayOptions(relay, Optional.empty(), Masks.NONE);
  }

  private PgRelayOptions with(RelayOptions changed) {
    return new PgRelayOptions(changed, recording, masks);
  }

  public PgRelayOptions withListenAddresses(List<String> addresses) {
    return with(
        new RelayOptions(
            addresses, relay.port(), relay.socketDirectory(), relay.certificate(), relay.server()));
  }

  public PgRelayOptions withPort(int port) {
    return with(
        new RelayOptions(
            relay.listenAddresses(),
            port,
            relay.socketDirectory(),
            relay.certificate(),
            relay.server()));
  }

  public PgRelayOptions withSocketDirectory(Path directory) {
    return with(
        new RelayOptions(
            relay.listenAddresses(),
            relay.port(),
            Optional.of(directory),
            relay.certificate(),
            relay.server()));
  }

  /** Frontends may speak TLS: with a certificate made at the start. */
  public PgRelayOptions withTls() {
    return withCertificate(new Certificate.SelfMade());
  }

  /** Frontends may speak TLS, with a certificate and its key in PEM. */
  public PgRelayOptions withTls(Path certificate, Path key) {
    return withCertificate(new Certificate.Given(certificate, key));
  }

  private PgRelayOptions withCertificate(Certificate certificate) {
    return with(
        new RelayOptions(
            relay.listenAddresses(),
            relay.port(),
            relay.socketDirectory(),
            certificate,
            relay.server()));
  }

  /** All that crosses is written into a file, without its secrets. */
  public PgRelayOptions withRecording(Path file) {
    return new PgRelayOptions(relay, Optional.of(file), masks);
  }

  public PgRelayOptions withMasks(Masks newMasks) {
    return new PgRelayOptions(relay, recording, newMasks);
  }
}
