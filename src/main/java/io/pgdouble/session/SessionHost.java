package io.pgdouble.session;

import io.pgdouble.engine.BackendHost;
import io.pgdouble.log.LoggingProcess;

/** What a session asks of the process it runs in: what the engine asks, and a log. */
public interface SessionHost extends BackendHost {

  /** The process as the server's log knows it. */
  LoggingProcess log();
}
