package io.pgdouble.postmaster;

import io.pgdouble.error.ReportedError;

/** A server could not start, and whoever reads its log has been told why. */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailure(ReportedError cause) {
    super(cause.getMessage(), cause);
  }
}
