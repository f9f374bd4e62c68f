package io.pgdouble.postmaster;

import io.pgdouble.backend.BackendEnvironment;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.fault.Fault;
import io.pgdouble.fault.Faults;
import io.pgdouble.settings.ServerSettings;
import java.util.stream.Collectors;

/** What goes wrong on purpose by the settings. */
final class FaultInUse {
  private FaultInUse() {}

  /**
   * The fault that is asked for.
   *
   * @throws ReportedError FATAL if nobody knows it
   */
  static Fault of(ServerSettings settings) {
    String name = settings.plain(BackendEnvironment.FAULT).orElse(Faults.NONE.name());
    return Faults.named(name).orElseThrow(() -> unknown(name));
  }

  private static ReportedError unknown(String name) {
    String known = Faults.ALL.stream().map(Fault::name).collect(Collectors.joining(", "));
    return ErrorReport.fatal(
            SqlState.INVALID_PARAMETER_VALUE,
            "invalid value for parameter \"" + BackendEnvironment.FAULT + "\": \"" + name + "\"")
        .withHint("Available values: " + known + ".")
        .toException();
  }
}
