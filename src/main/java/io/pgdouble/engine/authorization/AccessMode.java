package io.pgdouble.engine.authorization;

import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Optional;

/** Sets of privileges, with a bit for each ({@code acl.h: AclMode}). */
public final class AccessMode {
  /** None at all. */
  public static final int NONE = 0;

  /** {@code ACL_ALL_RIGHTS_STR}: the letters in the order of the bits. */
  private static final String LETTERS = "arwdDxtXUCTcsAm";

  /** {@code ACL_ALL_RIGHTS_COLUMN}. */
  public static final int OF_COLUMNS = of("arwx");

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
          "TEMP",
          "CONNECT",
          "SET",
          "ALTER SYSTEM",
          "MAINTAIN");

  private AccessMode() {}

  /** Those of an item's text, whether they may be passed on or not. */
  public static int of(String letters) {
    int mode = NONE;
    for (int i = 0; i < letters.length(); i++) {
      int place = LETTERS.indexOf(letters.charAt(i));
      mode |= place < 0 ? NONE : 1 << place;
    }
    return mode;
  }

  /** Those that may be passed on. */
  public static int grantable(String letters) {
    int mode = NONE;
    for (int i = 1; i < letters.length(); i++) {
      mode |= letters.charAt(i) == '*' ? of(letters.substring(i - 1, i)) : NONE;
    }
    return mode;
  }

  /** As an item's text has them. */
  public static String text(int privileges, int options) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LETTERS.length(); i++) {
      if ((privileges & 1 << i) != 0) {
        text.append(LETTERS.charAt(i)).append((options & 1 << i) != 0 ? "*" : "");
      }
    }
    return text.toString();
  }

  /** {@code aclchk.c: string_to_privilege}; the word comes from the lexer, in small letters. */
  public static Optional<Integer> ofWord(String word, int major) {
    if (word.equals("temporary")) {
      return ofWord("temp", major);
    }
    for (int i = 0; i < WORDS.size(); i++) {
      if (WORDS.get(i).equalsIgnoreCase(word)) {
        return Optional.of(1 << i).filter(one -> isKnown(one, major));
      }
    }
    return Optional.empty();
  }

  /** All that a major knows. */
  public static int known(int major) {
    int known = NONE;
    for (int i = 0; i < LETTERS.length(); i++) {
      known |= isKnown(1 << i, major) ? 1 << i : NONE;
    }
    return known;
  }

  private static boolean isKnown(int privilege, int major) {
    if (privilege == of("m")) {
      return MajorChange.MAINTAIN_IS_A_PRIVILEGE.isIn(major);
    }
    return (privilege & of("sA")) == NONE || MajorChange.SETTINGS_MAY_BE_GRANTED.isIn(major);
  }

  /** {@code privilege_to_string}. */
  public static String word(int privilege) {
    return WORDS.get(Integer.numberOfTrailingZeros(privilege));
  }

  /** {@code convert_aclright_to_string}, which differs for one of them. */
  public static String wholeWord(int privilege) {
    return privilege == of("T") ? "TEMPORARY" : word(privilege);
  }

  /**
   * All that there are of a kind of objects.
   *
   * @param kind as the function {@code acldefault} knows it
   */
  public static int all(char kind, int major) {
    boolean maintain = MajorChange.MAINTAIN_IS_A_PRIVILEGE.isIn(major);
    return switch (kind) {
      case 'c' -> OF_COLUMNS;
      case 'r' -> of(maintain ? "arwdDxtm" : "arwdDxt");
      case 's' -> of("rwU");
      case 'd' -> of("CTc");
      case 'n' -> of("UC");
      case 'f' -> of("X");
      case 'L' -> of("rw");
      case 't' -> of("C");
      case 'p' -> of("sA");
      case 'T', 'l', 'F', 'S' -> of("U");
      default -> throw new IllegalArgumentException("no privileges of " + kind);
    };
  }

  /** What everybody may do with it if nothing else is said. */
  public static int ofEverybody(char kind) {
    return switch (kind) {
      case 'd' -> of("Tc");
      case 'f' -> of("X");
      case 'T', 'l' -> of("U");
      default -> NONE;
    };
  }
}
