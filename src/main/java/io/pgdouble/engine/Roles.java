package io.pgdouble.engine;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.SettingsHost.Role;
import java.util.List;
import java.util.Optional;

/** The roles of a server that was just made: its superuser, the predefined ones, and its users. */
final class Roles {
  /** {@code BOOTSTRAP_SUPERUSERID}. */
  private static final long BOOTSTRAP = 10;

  /** {@code FirstNormalObjectId}: databases made by users come from there too. */
  private static final long FIRST_NORMAL = 16_384;

  private final Facts facts;
  private final Role superuser;
  private final List<String> users;

  Roles(Facts facts, EngineOptions options) {
    this.facts = facts;
    this.superuser = new Role(BOOTSTRAP, options.superuser(), true);
    this.users = options.roles();
  }

  /** By its exact name. */
  Optional<Role> find(String name) {
    if (name.equals(superuser.name())) {
      return Optional.of(superuser);
    }
    int user = users.indexOf(name);
    if (user >= 0) {
      return Optional.of(new Role(FIRST_NORMAL + user, name, false));
    }
    return row(name).map(row -> new Role(row.oid("oid"), name, row.bool("rolsuper")));
  }

  /** The name of a role. */
  Optional<String> name(long oid) {
    if (oid >= FIRST_NORMAL && oid < FIRST_NORMAL + users.size()) {
      return Optional.of(users.get((int) (oid - FIRST_NORMAL)));
    }
    return oid == BOOTSTRAP
        ? Optional.of(superuser.name())
        : facts.table("pg_roles").byOid(oid).map(row -> row.text("rolname"));
  }

  boolean mayLogIn(Role role) {
    return role.oid() == BOOTSTRAP
        || role.oid() >= FIRST_NORMAL
        || row(role.name()).filter(r -> r.bool("rolcanlogin")).isPresent();
  }

  private Optional<FactRow> row(String name) {
    return facts.table("pg_roles").rows().stream()
        .filter(row -> row.oid("oid") != BOOTSTRAP && row.text("rolname").equals(name))
        .findFirst();
  }
}
