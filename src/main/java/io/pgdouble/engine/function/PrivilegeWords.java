package io.pgdouble.engine.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of one argument for privileges: {@code acl.c: convert_any_priv_string}. */
final class PrivilegeWords {
  private static final String GRANT_OPTION = " WITH GRANT OPTION";
  private static final String ADMIN_OPTION = " WITH ADMIN OPTION";

  /** What one may be to a role. */
  enum OfRole {
    USAGE,
    MEMBER,
    SET,
    ADMIN
  }

  /** Which of them a major knows. */
  enum Known {
    WITHOUT_SET,
    SET_TOO
  }

  /**
   * A privilege by its letter.
   *
   * @param grantable whether it must be possible to grant it
   */
  record Wanted(char letter, Boolean grantable) {}

  private PrivilegeWords() {}

  static List<Wanted> of(String words, Map<String, Character> known) {
    List<Wanted> wanted = new ArrayList<>();
    for (String word : each(words)) {
      String upper = word.toUpperCase(Locale.ROOT);
      boolean grantable = upper.endsWith(GRANT_OPTION);
      String plain = without(upper, GRANT_OPTION);
      if (!known.containsKey(plain)) {
        throw unrecognized(word);
      }
      wanted.add(new Wanted(known.get(plain), grantable));
    }
    return wanted;
  }

  static List<OfRole> ofRole(String words, Known which) {
    Set<String> known =
        which == Known.SET_TOO ? Set.of("USAGE", "MEMBER", "SET") : Set.of("USAGE", "MEMBER");
    List<OfRole> wanted = new ArrayList<>();
    for (String word : each(words)) {
      String upper = word.toUpperCase(Locale.ROOT);
      String plain = without(without(upper, GRANT_OPTION), ADMIN_OPTION);
      if (!known.contains(plain)) {
        throw unrecognized(word);
      }
      wanted.add(plain.equals(upper) ? OfRole.valueOf(plain) : OfRole.ADMIN);
    }
    return wanted;
  }

  private static String without(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }

  private static List<String> each(String words) {
    List<String> each = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      each.add(Trimming.both(word, " \t\n\r\f\u000b"));
    }
    return each;
  }

  private static RuntimeException unrecognized(String word) {
    return FunctionErrors.invalidParameter("unrecognized privilege type: \"" + word + "\"");
  }
}
