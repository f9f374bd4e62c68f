package io.pgdouble.conformance;

import io.pgdouble.trace.Notation;
import io.pgdouble.trace.TraceLine;
import java.util.Optional;

/**
 * The differences that are tolerated in every case, and no others:
 *
 * <ul>
 *   <li>a backend's process id: written as {@code ${A.pid}} if the case knows its owner;
 *   <li>a cancel key: {@code ${A.key}}, its length still told by the message's;
 *   <li>the OID of a table or a type that a user made (16384 and above): {@code NNNN};
 *   <li>the values of an error's fields F, L and R, and the length they give it: {@code SSSS}; each
 *       field must be there;
 *   <li>the minor of {@code server_version}.
 * </ul>
 *
 * What a case tolerates beyond these it names in its header.
 */
final class CaseNotation implements Notation {

  private static final int FIRST_NORMAL_OBJECT_ID = 16384;

  private final CaseHeader header;
  private final Backends backends;

  CaseNotation(CaseHeader header, Backends backends) {
    this.header = header;
    this.backends = backends;
  }

  /** The line with the masks of this case. */
  TraceLine mask(TraceLine line) {
    TraceLine masked = line;
    for (Mask mask : header.masks()) {
      masked = mask.apply(masked);
    }
    return masked;
  }

  @Override
  public String pid(int pid) {
    return backends.ownerOf(pid).map(owner -> "${" + owner + ".pid}").orElse("NNNN");
  }

  @Override
  public String key(byte[] key) {
    return backends.ownerOf(key).map(owner -> "${" + owner + ".key}").orElse("NNNN");
  }

  @Override
  public String oid(int oid) {
    boolean ours = Integer.compareUnsigned(oid, FIRST_NORMAL_OBJECT_ID) >= 0;
    return ours ? "NNNN" : String.valueOf(oid);
  }

  @Override
  public String field(byte code, String text) {
    return code == 'F' || code == 'L' || code == 'R' ? "\"SSSS\"" : text;
  }

  @Override
  public String parameter(String name, String value) {
    boolean version = name.equals("server_version");
    return version ? value.replaceFirst("\\..*\"", ".*\"") : value;
  }

  @Override
  public String value(String text) {
    if (!header.tolerances().contains(Tolerance.PID_VALUES) || !text.matches("\\d+ '\\d+'")) {
      return text;
    }
    String digits = text.substring(text.indexOf('\'') + 1, text.length() - 1);
    Optional<String> owner = backends.ownerOf(digits);
    return owner.map(name -> "NN '${" + name + ".pid}'").orElse(text);
  }
}
