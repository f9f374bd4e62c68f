package io.pgdouble.fault;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.ErrorResponse;
import java.util.Arrays;
import java.util.Optional;

/** A server that could not be reached, or somebody in between: its words are not to be believed. */
final class ErrorForTls extends TlsFault {
  private static byte[] words() {
    BytesWriter out = new BytesWriter();
    out.backend(
        ErrorResponse.of(
            ErrorReport.fatal(SqlState.PROTOCOL_VIOLATION, "nobody has seen who says this")));
    return Arrays.copyOf(out.array(), out.length());
  }

  @Override
  public String name() {
    return "error-for-tls";
  }

  @Override
  public String summary() {
    return "answers SSLRequest with an ErrorResponse, unencrypted";
  }

  @Override
  public Optional<OddReply> replyToTlsRequest() {
    return Optional.of(new OddReply(words(), Then.CLOSE));
  }

  @Override
  public CertificateKind certificate() {
    return CertificateKind.FIT;
  }
}
