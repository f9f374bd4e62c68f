package io.pgdouble.engine.function;

import io.pgdouble.engine.regex.RegexOptions.Alphabet;

/** What a call's collation means for letters: {@code lc_ctype_is_c}. */
final class CollationFacts {
  private static final int C = 950;
  private static final int POSIX = 951;
  private static final int UCS_BASIC = 962;

  private CollationFacts() {}

  /** Whether only the letters of ASCII have a case. */
  static boolean isAscii(CallContext context) {
    int collation = context.collation();
    return collation == C || collation == POSIX || collation == UCS_BASIC;
  }

  static Alphabet alphabet(CallContext context) {
    return isAscii(context) ? Alphabet.ASCII : Alphabet.UNICODE;
  }

  static String lower(CallContext context, String text) {
    return isAscii(context)
        ? CodePoints.map(text, c -> c < 0x80 ? CaseMapping.lower(c) : c)
        : CaseMapping.lower(text);
  }

  static String upper(CallContext context, String text) {
    return isAscii(context)
        ? CodePoints.map(text, c -> c < 0x80 ? CaseMapping.upper(c) : c)
        : CaseMapping.upper(text);
  }

  /** With collation C a character beyond ASCII parts words. */
  static String initialCapitals(CallContext context, String text) {
    if (!isAscii(context)) {
      return CaseMapping.initialCapitals(text);
    }
    StringBuilder result = new StringBuilder(text.length());
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      int mapped =
          unit < 0x80 ? (inWord ? CaseMapping.lower(unit) : CaseMapping.upper(unit)) : unit;
      result.append((char) mapped);
      inWord = unit < 0x80 && Character.isLetterOrDigit(unit);
    }
    return result.toString();
  }
}
