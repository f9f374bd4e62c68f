package io.pgdouble.engine.command;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.Optional;

/** Databases by their names, and whose they are: {@code dbcommands.c: get_db_info}. */
final class DatabaseRow {
  static final String TABLE = "pg_database";

  private DatabaseRow() {}

  static Optional<FactRow> ifThere(Principal user, String name) {
    return user.facts().table(TABLE).rows().stream()
        .filter(row -> row.text("datname").equals(name))
        .findFirst();
  }

  static FactRow find(Principal user, String name) {
    return ifThere(user, name)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_DATABASE, "database \"" + name + "\" does not exist"));
  }

  static void checkNew(Principal user, String name) {
    if (ifThere(user, name).isPresent()) {
      throw new ReportedError(
          SqlState.DUPLICATE_DATABASE, "database \"" + name + "\" already exists");
    }
  }

  /** {@code object_ownercheck}. */
  static boolean isOwner(Principal user, FactRow database) {
    return user.membership().hasPrivilegesOf(user.oid(), database.oid("datdba"));
  }

  static void checkOwner(Principal user, FactRow database) {
    if (!isOwner(user, database)) {
      throw RoleRights.denied("must be owner of database " + database.text("datname"))
          .toException();
    }
  }

  /** {@code check_can_set_role}: nobody gives a database to whom he cannot become. */
  static void checkMayBecome(Principal user, FactRow owner) {
    boolean set = user.isSince(MajorChange.ADMIN_OPTION_OF_ROLES);
    if (!user.membership().maySet(user.oid(), owner.oid("oid"))) {
      String name = "\"" + owner.text("rolname") + "\"";
      throw RoleRights.denied(
              set ? "must be able to SET ROLE " + name : "must be member of role " + name)
          .toException();
    }
  }

  static void requireCreateDb(Principal user, String whatFor) {
    if (!user.has("rolcreatedb")) {
      throw RoleRights.denied("permission denied to " + whatFor).toException();
    }
  }
}
