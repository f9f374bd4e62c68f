package io.pgdouble.engine.command;

import io.pgdouble.facts.FactRow;

/** Before 16: who has CREATEROLE may do nearly anything with those who are no superusers. */
record CreateRoleRights(Principal user) implements RoleRights {
  private static final String CREATE_ROLE = "rolcreaterole";

  private void requireSuperuser(String whatFor) {
    require(user.isSuperuser(), "must be superuser to " + whatFor);
  }

  private static void require(Boolean permitted, String message) {
    if (!permitted) {
      throw RoleRights.denied(message).toException();
    }
  }

  @Override
  public void create(RoleOptions options) {
    if (options.is(RoleOptions.SUPERUSER)) {
      requireSuperuser("create superusers");
    } else if (options.is(RoleOptions.REPLICATION)) {
      requireSuperuser("create replication users");
    } else if (options.is(RoleOptions.BYPASS_RLS)) {
      requireSuperuser("create bypassrls users");
    } else {
      require(user.has(CREATE_ROLE), "permission denied to create role");
    }
  }

  @Override
  public void alter(FactRow role, RoleOptions options) {
    if (role.bool("rolsuper") || options.has(RoleOptions.SUPERUSER)) {
      requireSuperuser("alter superuser roles or change superuser attribute");
    } else if (role.bool("rolreplication") || options.has(RoleOptions.REPLICATION)) {
      requireSuperuser("alter replication roles or change replication attribute");
    } else if (options.has(RoleOptions.BYPASS_RLS)) {
      requireSuperuser("change bypassrls attribute");
    } else if (!user.has(CREATE_ROLE)) {
      boolean ownPassword =
          options.has(RoleOptions.PASSWORD)
              && !options.hasOthersThan(RoleOptions.PASSWORD)
              && role.oid("oid") == user.oid();
      require(ownPassword, "permission denied");
    }
  }

  @Override
  public void set(FactRow role) {
    if (role.bool("rolsuper")) {
      requireSuperuser("alter superusers");
    } else {
      require(user.has(CREATE_ROLE) || role.oid("oid") == user.oid(), "permission denied");
    }
  }

  @Override
  public void drop() {
    require(user.has(CREATE_ROLE), "permission denied to drop role");
  }

  @Override
  public void drop(FactRow role) {
    if (role.bool("rolsuper")) {
      requireSuperuser("drop superusers");
    }
  }

  @Override
  public void rename(FactRow role) {
    if (role.bool("rolsuper")) {
      requireSuperuser("rename superusers");
    } else {
      require(user.has(CREATE_ROLE), "permission denied to rename role");
    }
  }
}
