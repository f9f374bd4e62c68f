package io.pgdouble.session;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import java.util.Optional;

/**
 * With which parameters something went wrong, as long as {@code log_parameter_max_length_on_error}
 * lets it be told. Source: {@code params.c: ParamsErrorCallback}.
 */
final class PortalContext {
  private String line;

  /**
   * From now on a portal is at work.
   *
   * @param parameters its own; empty where they are not to be told
   */
  void enter(String portal, Optional<String> parameters) {
    line = parameters.isEmpty() ? null : named(portal) + " with parameters: " + parameters.get();
  }

  /** As it is called in the context of an error. */
  static String named(String portal) {
    return portal.isEmpty() ? "unnamed portal" : "portal \"" + portal + "\"";
  }

  /** It is not at work any more. */
  void leave() {
    line = null;
  }

  /** A report as it is told: who is at work stands behind what was called from there. */
  ErrorReport around(ErrorReport report) {
    return line == null ? report : around(report, line);
  }

  /** The same of any place. */
  static ErrorReport around(ErrorReport report, String place) {
    String where = report.field(ErrorField.WHERE).map(inner -> inner + "\n" + place).orElse(place);
    return report.with(ErrorField.WHERE, where);
  }
}
