package io.pgdouble.auth;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.Authentication;
import java.util.List;

/** What the server does next while it authenticates. */
public sealed interface AuthenticationStep {
  /** Sends a request and waits for its answer. */
  record Ask(Authentication request) implements AuthenticationStep {}

  /**
   * Accepts the frontend.
   *
   * @param before what is sent before AuthenticationOk, such as the end of a SASL exchange
   */
  record Accepted(List<Authentication> before) implements AuthenticationStep {
    public Accepted {
      before = List.copyOf(before);
    }
  }

  /**
   * Refuses the frontend and ends the connection.
   *
   * @param report FATAL
   */
  record Refused(ErrorReport report) implements AuthenticationStep {}
}
