package io.pgdouble.auth;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.PasswordMessage;
import java.util.List;
import java.util.Optional;

/**
 * Believes what the system says of who is at the other end of a Unix socket. Manual: {@code
 * auth-peer}; {@code auth.c: auth_peer}.
 */
final class PeerAuthenticator implements Authenticator {
  private final Attempt attempt;

  PeerAuthenticator(Attempt attempt) {
    this.attempt = attempt;
  }

  @Override
  public AuthenticationStep begin() {
    Peer peer = attempt.connection().host().peer();
    if (peer instanceof Peer.User user) {
      AuthenticationStep.Accepted accepted = attempt.accepted(user.name(), List.of());
      Optional<ErrorReport> objection = attempt.objection(user.name());
      return objection.isPresent() ? attempt.failed(accepted, List.of(objection.get())) : accepted;
    }
    String why = ((Peer.Unknown) peer).why();
    return attempt.failed(
        List.of(ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, why)));
  }

  /** Nothing is asked, so nothing can be answered. */
  @Override
  public AuthenticationStep receive(PasswordMessage answer) {
    return attempt.failed(Optional.empty());
  }
}
