package io.pgdouble.backend;

import io.pgdouble.engine.EngineHost;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.CancelRequest;
import java.util.Optional;

/** What a backend asks of the postmaster, at its start and at its end and never in between. */
public interface Supervisor extends EngineHost {
  /**
   * Why the server, in its present state, serves nobody new; empty if it does. {@code postmaster.c:
   * canAcceptConnections}.
   */
  Optional<ErrorReport> refusal();

  /**
   * Gives the backend a slot and makes it known under its pid.
   *
   * @return FATAL if there is none. {@code proc.c: InitProcess}
   */
  Optional<ErrorReport> admit(Backend backend);

  /**
   * Whether the slots that are left are kept for others. {@code postinit.c: InitPostgres}.
   *
   * @return FATAL if they are
   */
  Optional<ErrorReport> reserved(RoleStanding standing);

  /** Routes a CancelRequest; a wrong key goes unnoticed. */
  void cancel(CancelRequest request);

  /** The backend is at its end: its slot is free again if it had one. */
  void reap(Backend backend);

  /** What a role may claim when slots run out. */
  enum RoleStanding {
    SUPERUSER,
    USES_RESERVED_CONNECTIONS,
    ORDINARY
  }
}
