package io.pgdouble.engine.function;

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
  private static final long EVERYBODY = 0;

  /** The letters in the server's order, and beside them the words. */
  private static final String LETTERS = "arwdDxtXUCTcsAm";

  private static final List<String> WORDS =
      List.of(
          "INSERT",
          "SELECT",
          "UPDATE",
          "DELETE",
          "TRUNCATE",
          "REFERENCES",
          "TRIGGER",
          "EXECUTE",
          "USAGE",
          "CREATE",
          "TEMPORARY",
          "CONNECT",
          "SET",
          "ALTER SYSTEM",
          "MAINTAIN");

  private static final RowType ROW =
      new RowType(
          TypeOid.RECORD,
          List.of(
              new RowType.Field("grantor", TypeOid.OID, -1),
              new RowType.Field("grantee", TypeOid.OID, -1),
              new RowType.Field("privilege_type", TypeOid.TEXT, -1),
              new RowType.Field("is_grantable", TypeOid.BOOL, -1)));

  private AccessPrivileges() {}

  /** What everybody and the owner may do with a kind of object. */
  private record Defaults(String everybody, String owner) {}

  /** {@code acldefault}. */
  static ArrayValue defaults(CallContext context, String kind, long owner) {
    Defaults defaults = of(kind, context.types().major());
    List<AclItem> items = new ArrayList<>();
    if (!defaults.everybody().isEmpty()) {
      items.add(new AclItem(EVERYBODY, defaults.everybody(), owner));
    }
    if (!defaults.owner().isEmpty()) {
      items.add(new AclItem(owner, defaults.owner(), owner));
    }
    return ArrayValue.of(TypeOid.ACLITEM, items.toArray());
  }

  private static Defaults of(String kind, int major) {
    if (kind.equals("p") && !MajorChange.SETTINGS_MAY_BE_GRANTED.isIn(major)) {
      throw unrecognized(kind);
    }
    boolean maintain = MajorChange.MAINTAIN_IS_A_PRIVILEGE.isIn(major);
    return switch (kind) {
      case "c" -> new Defaults("", "");
      case "r" -> new Defaults("", maintain ? "arwdDxtm" : "arwdDxt");
      case "s" -> new Defaults("", "rwU");
      case "d" -> new Defaults("Tc", "CTc");
      case "f" -> new Defaults("X", "X");
      case "l", "T" -> new Defaults("U", "U");
      case "L" -> new Defaults("", "rw");
      case "n" -> new Defaults("", "UC");
      case "p" -> new Defaults("", "sA");
      case "t" -> new Defaults("", "C");
      case "F", "S" -> new Defaults("", "U");
      default -> throw unrecognized(kind);
    };
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
      throw ErrorReport.notSimulated("several privileges in makeaclitem").toException();
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
    for (int i = 0; i < letters.length(); i++) {
      known.put(WORDS.get(i), letters.charAt(i));
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
      int word = LETTERS.indexOf(privileges.charAt(i));
      if (word >= 0) {
        boolean grantable = privileges.startsWith("*", i + 1);
        rows.add(new RecordValue(ROW, item.grantor(), item.grantee(), WORDS.get(word), grantable));
      }
    }
  }
}
