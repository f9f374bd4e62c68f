package io.pgdouble.postmaster;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** What newcomers hear of a server that serves none. {@code postmaster.c: ProcessStartupPacket}. */
final class Refusal {
  private Refusal() {}

  static ErrorReport startingUp() {
    return because("the database system is starting up");
  }

  static ErrorReport shuttingDown() {
    return because("the database system is shutting down");
  }

  static ErrorReport inRecovery() {
    return because("the database system is in recovery mode");
  }

  static ErrorReport notConsistent() {
    return because("the database system is not yet accepting connections")
        .withDetail("Consistent recovery state has not been yet reached.");
  }

  static ErrorReport noHotStandby() {
    return because("the database system is not accepting connections")
        .withDetail("Hot standby mode is disabled.");
  }

  private static ErrorReport because(String text) {
    return ErrorReport.fatal(SqlState.CANNOT_CONNECT_NOW, text);
  }
}
