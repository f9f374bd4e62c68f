package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import java.util.Optional;

/** One way in which a server may be wrong. Immutable, and for any number of connections. */
public interface Fault {
  /** What a test and a command line call it. */
  String name();

  /** What the server does, in a line. */
  String summary();

  /** Who authenticates in place of the one who is due. */
  Authenticator authenticator(Authenticator due);

  /** What an SSLRequest is answered with; empty where it is answered as it should be. */
  Optional<OddReply> replyToTlsRequest();

  /** What the certificate is that the server makes for itself. */
  CertificateKind certificate();

  /** What a certificate of the server's own may be. */
  enum CertificateKind {
    FIT,
    EXPIRED,
    OF_ANOTHER_HOST
  }

  /** An answer to SSLRequest that is none. */
  record OddReply(byte[] bytes, Then then) {}

  /** What happens behind an odd reply. */
  enum Then {
    CLOSE,
    WAIT
  }
}
