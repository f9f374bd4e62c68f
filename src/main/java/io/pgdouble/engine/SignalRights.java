package io.pgdouble.engine;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.settings.SettingsHost.Role;
import java.util.Optional;

/** Who may signal whose backends: {@code signalfuncs.c: pg_signal_backend}. */
record SignalRights(EngineSession session) {

  /** Whose query is to be cancelled. */
  void checkCancel(String user) {
    check(user, new Words("cancel", "query", "queries", "canceled"));
  }

  /** Whose process is to be terminated. */
  void checkTerminate(String user) {
    check(user, new Words("terminate", "process", "processes", "terminated"));
  }

  private record Words(String verb, String one, String many, String done) {}

  /** A process that is nobody's may be as important as a superuser's. */
  private void check(String user, Words words) {
    Role current = session.settings().identity().currentUser();
    Optional<Role> owner = session.engine().roles().find(user);
    boolean important = owner.isEmpty() || session.isSuperuser(owner.get());
    if (important && !session.isSuperuser(current)) {
      throw denied(words, ofSuperusers(words), "a superuser to %s superuser %s");
    }
    boolean permitted =
        important
            || session.membership().hasPrivilegesOf(current.oid(), owner.get().oid())
            || session.hasPrivilegesOf("pg_signal_backend");
    if (!permitted) {
      throw denied(words, ofOthers(words), stranger(words));
    }
  }

  private static String ofSuperusers(Words words) {
    return ("Only roles with the SUPERUSER attribute may %s %s of roles with the SUPERUSER"
            + " attribute.")
        .formatted(words.verb(), words.many());
  }

  private static String ofOthers(Words words) {
    return ("Only roles with privileges of the role whose %s is being %s or with privileges of the"
            + " \"pg_signal_backend\" role may %s this %s.")
        .formatted(words.one(), words.done(), words.verb(), words.one());
  }

  private static String stranger(Words words) {
    return "a member of the role whose %s is being %s or member of pg_signal_backend"
        .formatted(words.one(), words.done());
  }

  /**
   * @param before what one had to be until 15, which had no details
   */
  private RuntimeException denied(Words words, String detail, String before) {
    boolean details = MajorChange.ADMIN_OPTION_OF_ROLES.isIn(session.engine().facts().major());
    return details
        ? ErrorReport.error(
                SqlState.INSUFFICIENT_PRIVILEGE,
                "permission denied to " + words.verb() + " " + words.one())
            .withDetail(detail)
            .toException()
        : ErrorReport.error(
                SqlState.INSUFFICIENT_PRIVILEGE,
                "must be " + before.formatted(words.verb(), words.one()))
            .toException();
  }
}
