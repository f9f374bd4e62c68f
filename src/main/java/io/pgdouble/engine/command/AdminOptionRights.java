package io.pgdouble.engine.command;

import io.pgdouble.facts.FactRow;
import java.util.LinkedHashMap;
import java.util.Map;

/** Since 16: CREATEROLE and the ADMIN option on the role. */
record AdminOptionRights(Principal user) implements RoleRights {
  private static final String SUPERUSER = "SUPERUSER";

  /** Attributes that nobody gives who has them not. */
  private static final Map<String, String> OWN = own();

  private static Map<String, String> own() {
    Map<String, String> own = new LinkedHashMap<>();
    own.put(RoleOptions.CREATE_DATABASE, "rolcreatedb");
    own.put(RoleOptions.REPLICATION, "rolreplication");
    own.put(RoleOptions.BYPASS_RLS, "rolbypassrls");
    return own;
  }

  private static String word(String option) {
    return switch (option) {
      case RoleOptions.CREATE_DATABASE -> "CREATEDB";
      case RoleOptions.REPLICATION -> "REPLICATION";
      default -> "BYPASSRLS";
    };
  }

  private static void deny(String what, String detail) {
    throw RoleRights.denied("permission denied to " + what + " role")
        .withDetail(detail)
        .toException();
  }

  @Override
  public void create(RoleOptions options) {
    if (user.isSuperuser()) {
      return;
    }
    if (!user.has("rolcreaterole")) {
      deny("create", "Only roles with the CREATEROLE attribute may create roles.");
    }
    if (options.is(RoleOptions.SUPERUSER)) {
      deny("create", onlyCreators(SUPERUSER));
    }
    OWN.forEach(
        (option, column) -> {
          if (options.is(option) && !user.has(column)) {
            deny("create", onlyCreators(word(option)));
          }
        });
  }

  private static String onlyCreators(String attribute) {
    return "Only roles with the %s attribute may create roles with the %s attribute."
        .formatted(attribute, attribute);
  }

  private boolean administers(FactRow role) {
    return user.has("rolcreaterole") && user.membership().isAdmin(user.oid(), role.oid("oid"));
  }

  @Override
  public void alter(FactRow role, RoleOptions options) {
    if (user.isSuperuser()) {
      return;
    }
    if (role.bool("rolsuper")) {
      deny("alter", onlySuperusers("alter"));
    }
    if (options.has(RoleOptions.SUPERUSER)) {
      deny("alter", onlyChangers(SUPERUSER));
    }
    if (administers(role)) {
      OWN.forEach(
          (option, column) -> {
            if (options.has(option) && !user.has(column)) {
              deny("alter", onlyChangers(word(option)));
            }
          });
    } else {
      alterAsStranger(role, options);
    }
    boolean admin = user.membership().isAdmin(user.oid(), role.oid("oid"));
    if (options.has(RoleOptions.MEMBERS) && !admin) {
      deny(
          "alter",
          "Only roles with the ADMIN option on role \"%s\" may add or drop members."
              .formatted(role.text("rolname")));
    }
  }

  private void alterAsStranger(FactRow role, RoleOptions options) {
    if (options.hasOthersThan(RoleOptions.PASSWORD, RoleOptions.MEMBERS)) {
      deny("alter", onlyAdmins(role, "alter"));
    }
    if (options.has(RoleOptions.PASSWORD) && role.oid("oid") != user.oid()) {
      deny(
          "alter",
          "To change another role's password, the current user must have the CREATEROLE attribute"
              + " and the ADMIN option on the role.");
    }
  }

  private static String onlyChangers(String attribute) {
    return "Only roles with the %s attribute may change the %s attribute."
        .formatted(attribute, attribute);
  }

  private static String onlySuperusers(String verb) {
    return "Only roles with the SUPERUSER attribute may %s roles with the SUPERUSER attribute."
        .formatted(verb);
  }

  private static String onlyAdmins(FactRow role, String verb) {
    return ("Only roles with the CREATEROLE attribute and the ADMIN option on role \"%s\""
            + " may %s this role.")
        .formatted(role.text("rolname"), verb);
  }

  @Override
  public void set(FactRow role) {
    if (role.bool("rolsuper") && !user.isSuperuser()) {
      deny("alter", onlySuperusers("alter"));
    }
    if (!role.bool("rolsuper") && !administers(role) && role.oid("oid") != user.oid()) {
      deny("alter", onlyAdmins(role, "alter"));
    }
  }

  @Override
  public void drop() {
    if (!user.has("rolcreaterole")) {
      deny(
          "drop",
          "Only roles with the CREATEROLE attribute and the ADMIN option on the target roles may"
              + " drop roles.");
    }
  }

  @Override
  public void drop(FactRow role) {
    if (role.bool("rolsuper") && !user.isSuperuser()) {
      deny("drop", onlySuperusers("drop"));
    }
    if (!user.membership().isAdmin(user.oid(), role.oid("oid"))) {
      deny("drop", onlyAdmins(role, "drop"));
    }
  }

  @Override
  public void rename(FactRow role) {
    if (role.bool("rolsuper") && !user.isSuperuser()) {
      deny("rename", onlySuperusers("rename"));
    }
    if (!role.bool("rolsuper") && !administers(role)) {
      deny("rename", onlyAdmins(role, "rename"));
    }
  }
}
