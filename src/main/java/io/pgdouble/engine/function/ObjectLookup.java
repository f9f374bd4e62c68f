package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.Types;
import java.util.Optional;
import java.util.Set;

/** {@code to_regclass} and its kin, {@code pg_table_is_visible} and its. Source: regproc.c. */
final class ObjectLookup {
  /** How the input functions report that a name names nothing. */
  private static final Set<String> NOT_FOUND = Set.of("42P01", "42704", "42883", "3F000", "42725");

  private ObjectLookup() {}

  /** Null where the name names nothing. */
  static Object find(CallContext context, int type, Object name) {
    try {
      return require(context, type, name);
    } catch (ReportedError e) {
      if (isSoft(context, e.report().code())) {
        return null;
      }
      throw e;
    }
  }

  private static boolean isSoft(CallContext context, String code) {
    boolean malformed = code.equals(SqlState.INVALID_NAME.code());
    return malformed
        ? MajorChange.SOFT_NAME_ERRORS.isIn(context.types().major())
        : NOT_FOUND.contains(code);
  }

  static Object require(CallContext context, int type, Object name) {
    return Types.io(type).input((String) name, -1, context.types());
  }

  /** Null for an OID of nothing. A name is written with its schema where it is not visible. */
  static Object isVisible(CallContext context, int type, Object oid) {
    Optional<String> name = context.types().objectNames().name(type, (Long) oid);
    return name.isEmpty() ? null : !isQualified(name.get());
  }

  /** Whether a point stands outside quotes and parentheses. */
  private static boolean isQualified(String name) {
    boolean quoted = false;
    for (int i = 0; i < name.length(); i++) {
      char unit = name.charAt(i);
      if (unit == '"') {
        quoted = !quoted;
      } else if (unit == '(' && !quoted) {
        return false;
      } else if (unit == '.' && !quoted) {
        return true;
      }
    }
    return false;
  }

  static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
