package io.pgdouble.auth;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.Authentication;
import java.util.List;
import java.util.Optional;

/** What the server does next while it authenticates. */
public sealed interface AuthenticationStep {
  /**
   * Sends requests and waits for an answer.
   *
   * @param requests one, unless something goes wrong on purpose
   */
  record Ask(List<Authentication> requests) implements AuthenticationStep {
    public Ask {
      requests = List.copyOf(requests);
    }

    public Ask(Authentication request) {
      this(List.of(request));
    }
  }

  /**
   * Accepts the frontend.
   *
   * @param before what is sent before AuthenticationOk, such as the end of a SASL exchange
   * @param identity who it has proven to be; empty where nothing was asked
   */
  record Accepted(List<Authentication> before, Optional<Identity> identity)
      implements AuthenticationStep {
    public Accepted {
      before = List.copyOf(before);
    }
  }

  /**
   * Refuses the frontend and ends the connection.
   *
   * @param report FATAL
   * @param logDetail what only the log is told beside it; empty where there is nothing
   * @param proven what the frontend had been accepted for, before it turned out not to do
   * @param reasons LOG, in order, before the report
   */
  record Refused(
      ErrorReport report,
      Optional<String> logDetail,
      Optional<Accepted> proven,
      List<ErrorReport> reasons)
      implements AuthenticationStep {
    public Refused {
      reasons = List.copyOf(reasons);
    }

    /** A refusal of which the log is told what the frontend is. */
    public Refused(ErrorReport report) {
      this(report, Optional.empty(), Optional.empty(), List.of());
    }
  }
}
