package io.pgdouble.engine;

import io.pgdouble.engine.command.ServerConfiguration;
import io.pgdouble.engine.function.Recovery;
import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.error.ErrorReport;
import java.util.List;
import java.util.Optional;

/**
 * What the engine asks of the server around it: one for each server, told apart from {@link
 * BackendHost}, which is one for each backend. Called by many sessions at once.
 */
public interface EngineHost {

  /**
   * Whether the connection slots that are left are kept for others. {@code postinit.c:
   * InitPostgres}.
   *
   * @return FATAL if they are
   */
  Optional<ErrorReport> reserved(RoleStanding standing);

  /** What a role may claim when slots run out. */
  enum RoleStanding {
    SUPERUSER,
    USES_RESERVED_CONNECTIONS,
    ORDINARY
  }

  /** Every server process, in the order of their start: the rows of {@code pg_stat_activity}. */
  List<BackendActivity> activity();

  /**
   * {@code pg_cancel_backend}: sends SIGINT.
   *
   * @return false where no backend has this pid
   */
  boolean cancelBackend(int pid);

  /**
   * {@code pg_terminate_backend}: sends SIGTERM, does not wait.
   *
   * @return false where no backend has this pid
   */
  boolean terminateBackend(int pid);

  /**
   * {@code pg_reload_conf}: sends SIGHUP to the postmaster.
   *
   * @return false where the signal could not be sent
   */
  boolean reloadConfiguration();

  /** Whether and how the server recovers. */
  Recovery recovery();

  /** The files the server is configured by. */
  ServerConfiguration configuration();

  /** The files of the machine it runs on. */
  ServerFileSystem files();

  /** {@code pg_postmaster_start_time}: microseconds since 2000-01-01 00:00 UTC. */
  long postmasterStart();
}
