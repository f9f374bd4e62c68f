package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;

/**
 * aclitem, as far as the server itself writes it: what does not look like it is refused. Server:
 * {@code acl.c: aclitemin}.
 */
final class AclItemIo implements TypeIo {
  static final AclItemIo INSTANCE = new AclItemIo();

  /** {@code acl.h: ACL_ALL_RIGHTS_STR}, in the order of the output. */
  private static final String LETTERS = "arwdDxtXUCTcsAm";

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    int equals = text.lastIndexOf('=');
    int slash = text.indexOf('/', Math.max(equals, 0));
    boolean plain = equals >= 0 && slash > equals && text.indexOf(' ') < 0;
    if (!plain || !isInOrder(text.substring(equals + 1, slash), letters(environment.major()))) {
      throw ErrorReport.notSimulated("this value of type aclitem").toException();
    }
    return new AclItem(
        equals == 0 ? 0 : role(text.substring(0, equals), environment),
        text.substring(equals + 1, slash),
        role(text.substring(slash + 1), environment));
  }

  private static String letters(int major) {
    if (MajorChange.MAINTAIN_IS_A_PRIVILEGE.isIn(major)) {
      return LETTERS;
    }
    int known = MajorChange.SETTINGS_MAY_BE_GRANTED.isIn(major) ? 14 : 12;
    return LETTERS.substring(0, known);
  }

  private static boolean isInOrder(String privileges, String letters) {
    int last = -1;
    for (int i = 0; i < privileges.length(); i++) {
      char letter = privileges.charAt(i);
      boolean option = letter == '*' && i > 0 && privileges.charAt(i - 1) != '*';
      int place = option ? last : letters.indexOf(letter);
      if (!option && place <= last) {
        return false;
      }
      last = place;
    }
    return true;
  }

  private static long role(String name, TypeEnvironment environment) {
    return environment.objectNames().resolve(TypeOid.REGROLE, name);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    AclItem item = (AclItem) value;
    String grantee = item.grantee() == 0 ? "" : name(item.grantee(), environment);
    return grantee + "=" + item.privileges() + "/" + name(item.grantor(), environment);
  }

  /** {@code putid}: quotes where there is more than letters, digits and underscores. */
  private static String name(long role, TypeEnvironment environment) {
    String quoted =
        environment.objectNames().name(TypeOid.REGROLE, role).orElse(Long.toString(role));
    String bare = quoted.startsWith("\"") ? quoted.substring(1, quoted.length() - 1) : quoted;
    return bare.matches("[A-Za-z0-9_]+") ? bare : "\"" + bare + "\"";
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    throw binary("input");
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    throw binary("output");
  }

  private static ReportedError binary(String direction) {
    return new ReportedError(
        SqlState.UNDEFINED_FUNCTION,
        "no binary " + direction + " function available for type aclitem");
  }
}
