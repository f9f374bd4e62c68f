package io.pgdouble.engine.function;

import io.pgdouble.engine.authorization.AccessList;
import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.AclItem;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Lists of access privileges. Source: {@code acl.c}. Manual: {@code ddl-priv}. */
final class AccessPrivileges {
  /** What {@code acldefault} knows. */
  private static final String KINDS = "crsdflLnptTFS";

  private static final RowType ROW =
      new RowType(
          TypeOid.RECORD,
          List.of(
              new RowType.Field("grantor", TypeOid.OID, -1),
              new RowType.Field("grantee", TypeOid.OID, -1),
              new RowType.Field("privilege_type", TypeOid.TEXT, -1),
              new RowType.Field("is_grantable", TypeOid.BOOL, -1)));

  private AccessPrivileges() {}

  /** {@code acldefault}. */
  static ArrayValue defaults(CallContext context, String kind, long owner) {
    int major = context.types().major();
    boolean ofLater = kind.equals("p") && !MajorChange.SETTINGS_MAY_BE_GRANTED.isIn(major);
    if (kind.isEmpty() || !KINDS.contains(kind) || ofLater) {
      throw unrecognized(kind);
    }
    List<AclItem> items = AccessList.defaults(kind.charAt(0), owner, major).items();
    return ArrayValue.of(TypeOid.ACLITEM, items.toArray());
  }

  /** The server writes the byte as it is; one beyond ASCII is no character of the encoding. */
  private static ReportedError unrecognized(String kind) {
    if (!kind.chars().allMatch(letter -> letter < 0x80)) {
      return ErrorReport.notSimulated("text that is not valid in the encoding").toException();
    }
    return new ReportedError(
        SqlState.INTERNAL_ERROR, "unrecognized object type abbreviation: " + kind);
  }

  /** {@code makeaclitem}. */
  static Object item(CallContext context, Object[] a) {
    boolean several = ((String) a[2]).contains(",") || ((String) a[2]).contains(" ");
    if (several && !MajorChange.ADMIN_OPTION_OF_ROLES.isIn(context.types().major())) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE, "unrecognized privilege type: \"" + a[2] + "\"");
    }
    int mode = AccessMode.NONE;
    for (PrivilegeWords.Wanted wanted : PrivilegeWords.of((String) a[2], known(context))) {
      if (wanted.grantable()) {
        throw ErrorReport.notSimulated("such a privilege in makeaclitem").toException();
      }
      mode |= AccessMode.of(Character.toString(wanted.letter()));
    }
    int options = (Boolean) a[3] ? mode : AccessMode.NONE;
    return new AclItem((Long) a[0], AccessMode.text(mode, options), (Long) a[1]);
  }

  /** {@code convert_priv_string}. */
  private static Map<String, Character> known(CallContext context) {
    String letters = AccessMode.text(AccessMode.known(context.types().major()), AccessMode.NONE);
    Map<String, Character> known = new HashMap<>();
    for (char letter : letters.toCharArray()) {
      known.put(AccessMode.wholeWord(AccessMode.of(Character.toString(letter))), letter);
    }
    known.put("TEMP", 'T');
    known.put("RULE", ' ');
    return known;
  }

  /** {@code aclexplode}: a row for each privilege. */
  static Iterator<Object> each(ArrayValue items) {
    List<Object> rows = new ArrayList<>();
    for (Object item : items.elements()) {
      add((AclItem) item, rows);
    }
    return rows.iterator();
  }

  private static void add(AclItem item, List<Object> rows) {
    String privileges = item.privileges();
    for (int i = 0; i < privileges.length(); i++) {
      int privilege = AccessMode.of(privileges.substring(i, i + 1));
      if (privilege != AccessMode.NONE) {
        boolean grantable = privileges.startsWith("*", i + 1);
        String word = AccessMode.wholeWord(privilege);
        rows.add(new RecordValue(ROW, item.grantor(), item.grantee(), word, grantable));
      }
    }
  }
}
