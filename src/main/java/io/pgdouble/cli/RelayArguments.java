package io.pgdouble.cli;

import io.pgdouble.PgRelay;
import io.pgdouble.PgRelayOptions;
import io.pgdouble.relay.Certificate;
import io.pgdouble.relay.RelayOptions;
import io.pgdouble.relay.ServerUrl;
import io.pgdouble.trace.Masks;
import io.pgdouble.validation.Severity;
import io.pgdouble.validation.VerdictBook;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import sun.misc.Signal;

/** What all commands are told that relay to a server. */
final class RelayArguments {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = {
        "the server: postgres://host:port, with ?sslmode=require, verify-ca or verify-full",
        "(and sslrootcert) for TLS, or postgres:///?host=/directory&port=5432 for its socket"
      })
  private String server = "";

  @Option(
      names = {"-h", "--listen-addresses", "--host"},
      split = ",",
      defaultValue = "localhost",
      description = "names or addresses to listen on (default: ${DEFAULT-VALUE})")
  private List<String> listenAddresses = List.of();

  @Option(
      names = {"-p", "--port"},
      defaultValue = "5433",
      description = "port; 0 lets the system choose (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = {"-k", "--socket-directory"},
      description = "directory of the Unix socket (default: none)")
  private Optional<Path> socketDirectory = Optional.empty();

  @Option(
      names = "--tls",
      description = "speak TLS with frontends that ask for it, with a certificate made now")
  private boolean tls;

  @Option(names = "--tls-cert", paramLabel = "FILE", description = "a certificate for it, in PEM")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--tls-key", paramLabel = "FILE", description = "the key of the certificate")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--validate",
      description = "tell of what either side does against the protocol; exit status 1 if any")
  private boolean validate;

  private Certificate certificate() {
    if (certificate.isPresent() != key.isPresent()) {
      throw new IllegalArgumentException(
          "found one of --tls-cert and --tls-key (expected: both, or --tls)");
    }
    if (certificate.isPresent() && key.isPresent()) {
      return new Certificate.Given(certificate.get(), key.get());
    }
    return tls ? new Certificate.SelfMade() : Certificate.NONE;
  }

  PgRelayOptions options() {
    return new PgRelayOptions(
        new RelayOptions(
            listenAddresses, port, socketDirectory, certificate(), ServerUrl.of(server)),
        Optional.empty(),
        Masks.NONE);
  }

  /** Relays until a signal stops it. */
  int run(PgRelayOptions options, PrintStream out) throws InterruptedException {
    VerdictBook verdicts = new VerdictBook();
    verdicts.follow(System.err::println);
    run(() -> validate ? PgRelay.start(options, verdicts) : PgRelay.start(options), out);
    return verdicts.count(Severity.VIOLATION) == 0 ? 0 : 1;
  }

  /** The same with a relay that is started in its own way. */
  void run(Supplier<PgRelay> start, PrintStream out) throws InterruptedException {
    String host = listenAddresses.isEmpty() ? "localhost" : listenAddresses.get(0);
    relay(start, out, "pgdouble relays to " + ServerUrl.of(server), host);
  }

  /**
   * Runs a relay until a signal stops it.
   *
   * @param what it does, for the line that says where it listens
   */
  static void relay(Supplier<PgRelay> start, PrintStream out, String what, String host)
      throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    for (String signal : List.of("TERM", "INT")) {
      Signal.handle(new Signal(signal), s -> stop.countDown());
    }
    try (PgRelay relay = start.get()) {
      out.printf(
          "%s, and is ready to accept connections: postgresql://%s:%d%n", what, host, relay.port());
      out.flush();
      stop.await();
    }
  }
}
