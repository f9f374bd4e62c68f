package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** Who may become whom: {@code variable.c: check_session_authorization, check_role}. */
final class RoleChecks {
  static final String NO_ROLE = "none";

  private RoleChecks() {}

  private static SettingsHost.Role known(SettingCheck.Request request) {
    if (request.source().isOfServer()) {
      throw request.refused();
    }
    return request
        .session()
        .host()
        .role(request.text())
        .orElseThrow(
            () ->
                ErrorReport.error(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "role \"" + request.text() + "\" does not exist")
                    .toException());
  }

  static Object sessionAuthorization(SettingCheck.Request request) {
    SettingsHost.Role role = known(request);
    SettingsHost.Role user = request.session().identity().authenticated();
    if (role.oid() != user.oid() && !user.superuser()) {
      throw denied("permission denied to set session authorization \"" + role.name() + "\"")
          .toException();
    }
    return request.value();
  }

  static Object role(SettingCheck.Request request) {
    if (request.text().equals(NO_ROLE)) {
      return request.value();
    }
    SettingsHost.Role role = known(request);
    SettingsHost.Role user = request.session().identity().sessionUser();
    boolean same = role.oid() == user.oid();
    if (!same && !user.superuser() && !request.session().host().maySetRole(user, role)) {
      throw denied("permission denied to set role \"" + role.name() + "\"").toException();
    }
    return request.value();
  }

  /** {@code guc.h: GUC_NOT_WHILE_SEC_REST}. */
  static void checkNotActing(Setting setting, Change change, SessionIdentity identity) {
    boolean identifies =
        setting.name().equals("role") || setting.name().equals("session_authorization");
    if (identifies && identity.isActing() && change.source() == SettingSource.SESSION) {
      throw denied(
              "cannot set parameter \"" + setting.name() + "\" within security-definer function")
          .toException();
    }
  }

  private static ErrorReport denied(String text) {
    return ErrorReport.error(SqlState.INSUFFICIENT_PRIVILEGE, text);
  }
}
