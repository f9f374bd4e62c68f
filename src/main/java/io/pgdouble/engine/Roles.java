package io.pgdouble.engine;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.SettingsHost.Role;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The roles of a server, as sessions to come find them. */
final class Roles {
  private static final int UNLIMITED = -1;

  private final Supplier<Facts> facts;

  /** Known without a look at the facts, so that the first session need not read them. */
  private final Role superuser;

  Roles(Supplier<Facts> facts, String superuser) {
    this.facts = facts;
    this.superuser = new Role(Membership.BOOTSTRAP_SUPERUSER, superuser, true);
  }

  /** By its exact name. */
  Optional<Role> find(String name) {
    if (name.equals(superuser.name())) {
      return Optional.of(superuser);
    }
    return find(name, facts.get());
  }

  /** By its exact name, as a transaction sees it. */
  static Optional<Role> find(String name, Facts facts) {
    return facts.table("pg_roles").rows().stream()
        .filter(row -> row.text("rolname").equals(name))
        .findFirst()
        .map(row -> new Role(row.oid("oid"), name, row.bool("rolsuper")));
  }

  /** The name of a role. */
  Optional<String> name(long oid) {
    return oid == Membership.BOOTSTRAP_SUPERUSER
        ? Optional.of(superuser.name())
        : facts.get().table("pg_roles").byOid(oid).map(row -> row.text("rolname"));
  }

  boolean mayLogIn(Role role) {
    return role.oid() == Membership.BOOTSTRAP_SUPERUSER
        || row(role.name()).filter(r -> r.bool("rolcanlogin")).isPresent();
  }

  /** How many sessions it may have at once; below 0 any number. */
  int connectionLimit(Role role) {
    return row(role.name()).map(r -> r.integer("rolconnlimit")).orElse(UNLIMITED);
  }

  /** What is kept of its password; empty where there is no such role. */
  Optional<StoredPassword> password(String name) {
    return row(name)
        .map(
            role ->
                new StoredPassword(
                    role.find("rolpassword"),
                    role.find("rolvaliduntil")
                        .map(micros -> OptionalLong.of(Long.parseLong(micros)))
                        .orElse(OptionalLong.empty())));
  }

  private Optional<FactRow> row(String name) {
    return facts.get().table("pg_roles").rows().stream()
        .filter(row -> row.text("rolname").equals(name))
        .findFirst();
  }
}
