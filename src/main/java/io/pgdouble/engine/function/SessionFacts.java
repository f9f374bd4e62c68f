package io.pgdouble.engine.function;

import java.util.List;
import java.util.Optional;

/** Who a session is, and what server it runs in: what the session information functions tell. */
public interface SessionFacts {

  /** {@code version()}, the whole text. */
  String versionText();

  /** {@code current_database()}. */
  String database();

  /** {@code current_user}. */
  String currentUser();

  /** How the frontend proved who it is, and as whom; empty where it did not have to. */
  Optional<String> systemUser();

  /** {@code session_user}. */
  String sessionUser();

  /** Whether the current user is one. */
  boolean isSuperuser();

  /** {@code acl.c: has_privs_of_role}: whether the current user may do what a role may. */
  boolean hasPrivilegesOf(String role);

  /** {@code pg_backend_pid()}. */
  int backendPid();

  /** {@code inet_client_addr()} as text without mask; empty for a Unix socket. */
  Optional<String> clientAddress();

  /** {@code inet_client_port()}; empty for a Unix socket. */
  Optional<Integer> clientPort();

  /** {@code inet_server_addr()} as text without mask; empty for a Unix socket. */
  Optional<String> serverAddress();

  /** {@code inet_server_port()}; empty for a Unix socket. */
  Optional<Integer> serverPort();

  /** {@code pg_postmaster_start_time()}: microseconds since 2000-01-01 UTC. */
  long postmasterStartTime();

  /** {@code pg_conf_load_time()}: microseconds since 2000-01-01 UTC. */
  long configurationLoadTime();

  /** Setting {@code log_directory}, whoever asks. */
  String logDirectory();

  /** {@code current_query()}: the text of the frontend's query. */
  String currentQuery();

  /** The schema of the session's temporary objects, once there is one. */
  Optional<String> temporarySchema();

  /** {@code current_schemas(implicit)}: existing schemas of the search path, in order. */
  List<String> schemas(ImplicitSchemas implicit);

  /** Whether schemas that are searched without being named are listed. */
  enum ImplicitSchemas {
    INCLUDED,
    EXCLUDED
  }
}
