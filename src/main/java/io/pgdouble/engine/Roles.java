package io.pgdouble.engine;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.SettingsHost.Role;
import java.util.Optional;

/** The roles of a server that was just made: its superuser, the predefined ones, and its users. */
final class Roles {
  /** {@code BOOTSTRAP_SUPERUSERID}. */
  private static final long BOOTSTRAP = 10;

  private final Facts facts;

  /** Known without a look at the facts, so that the first session need not read them. */
  private final Role superuser;

  Roles(Facts facts, String superuser) {
    this.facts = facts;
    this.superuser = new Role(BOOTSTRAP, superuser, true);
  }

  /** By its exact name. */
  Optional<Role> find(String name) {
    if (name.equals(superuser.name())) {
      return Optional.of(superuser);
    }
    return row(name).map(row -> new Role(row.oid("oid"), name, row.bool("rolsuper")));
  }

  /** The name of a role. */
  Optional<String> name(long oid) {
    return oid == BOOTSTRAP
        ? Optional.of(superuser.name())
        : facts.table("pg_roles").byOid(oid).map(row -> row.text("rolname"));
  }

  boolean mayLogIn(Role role) {
    return role.oid() == BOOTSTRAP
        || row(role.name()).filter(r -> r.bool("rolcanlogin")).isPresent();
  }

  private Optional<FactRow> row(String name) {
    return facts.table("pg_roles").rows().stream()
        .filter(row -> row.text("rolname").equals(name))
        .findFirst();
  }
}
