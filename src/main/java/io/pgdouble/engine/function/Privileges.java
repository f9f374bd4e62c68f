package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeOid;
import java.util.Locale;
import java.util.Set;

/**
 * {@code has_…_privilege}: a superuser has all of them, so what is left is to check the words and
 * whether the object exists. Other roles are not simulated. Source: {@code acl.c}.
 */
public final class Privileges {
  private static final Set<String> DATABASE = Set.of("CREATE", "TEMPORARY", "TEMP", "CONNECT");
  private static final Set<String> ROLE = Set.of("USAGE", "MEMBER");
  private static final Set<String> ROLE_WITH_SET = Set.of("USAGE", "MEMBER", "SET");
  private static final Set<String> SCHEMA = Set.of("CREATE", "USAGE");
  private static final Set<String> TABLE =
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");
  private static final Set<String> TABLE_WITH_MAINTAIN =
      Set.of(
          "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN");
  private static final String GRANT_OPTION = " WITH GRANT OPTION";
  private static final String ADMIN_OPTION = " WITH ADMIN OPTION";

  private Privileges() {}

  /** {@code pg_has_role}. */
  static Object role(CallContext context, String name, String words) {
    ObjectLookup.require(
        context, TypeOid.REGROLE, Quoting.identifier(name, context.execution().facts()));
    return role(context, words);
  }

  /** A role that is not there is nobody a superuser could not be. */
  static Object role(CallContext context, String words) {
    boolean set = MajorChange.ROLES_ARE_GRANTED_WITH_SET.isIn(context.types().major());
    check(words, set ? ROLE_WITH_SET : ROLE, GRANT_OPTION, ADMIN_OPTION);
    superuser(context);
    return true;
  }

  static Object database(CallContext context, String name, String words) {
    if (!context.execution().hasDatabase(name)) {
      throw new ReportedError(
          SqlState.UNDEFINED_DATABASE, "database \"" + name + "\" does not exist");
    }
    superuser(context);
    return check(words, DATABASE, GRANT_OPTION);
  }

  static Object schema(CallContext context, String name, String words) {
    Object oid =
        ObjectLookup.require(
            context, TypeOid.REGNAMESPACE, Quoting.identifier(name, context.execution().facts()));
    return schema(context, (Long) oid, words);
  }

  static Object schema(CallContext context, long oid, String words) {
    superuser(context);
    check(words, SCHEMA, GRANT_OPTION);
    return exists(context, TypeOid.REGNAMESPACE, oid);
  }

  static Object table(CallContext context, String name, String words) {
    if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
      // Here a number is no OID, as it would be for regclass.
      throw new ReportedError(SqlState.UNDEFINED_TABLE, "relation \"" + name + "\" does not exist");
    }
    Object oid = ObjectLookup.require(context, TypeOid.REGCLASS, name);
    return table(context, (Long) oid, words);
  }

  static Object table(CallContext context, long oid, String words) {
    superuser(context);
    boolean maintain = MajorChange.MAINTAIN_IS_A_PRIVILEGE.isIn(context.types().major());
    check(words, maintain ? TABLE_WITH_MAINTAIN : TABLE, GRANT_OPTION);
    return exists(context, TypeOid.REGCLASS, oid);
  }

  private static void superuser(CallContext context) {
    requireSuperuser(context.execution());
  }

  /** Refuses what depends on privileges that were granted. */
  public static void requireSuperuser(ExecutionContext context) {
    if (context.setting("is_superuser").filter("on"::equals).isEmpty()) {
      throw ErrorReport.notSimulated("privileges of roles that are no superusers").toException();
    }
  }

  private static Object exists(CallContext context, int type, long oid) {
    return context.types().objectNames().name(type, oid).isPresent() ? Boolean.TRUE : null;
  }

  /** {@code convert_any_priv_string}. */
  private static boolean check(String words, Set<String> known, String... options) {
    for (String word : words.split(",", -1)) {
      String trimmed = Trimming.both(word, " \t\n\r\f\u000b");
      String upper = trimmed.toUpperCase(Locale.ROOT);
      if (!known.contains(without(upper, options))) {
        throw FunctionErrors.invalidParameter("unrecognized privilege type: \"" + trimmed + "\"");
      }
    }
    return true;
  }

  private static String without(String word, String... options) {
    for (String option : options) {
      if (word.endsWith(option)) {
        return word.substring(0, word.length() - option.length());
      }
    }
    return word;
  }
}
