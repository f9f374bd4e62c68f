package io.pgdouble.engine.function;

import io.pgdouble.engine.function.RegexCall.Extent;
import io.pgdouble.engine.function.RegexCall.Flags;
import java.util.Iterator;

/** The checks of the optional arguments of regular expression functions. Source: regexp.c. */
final class RegexArguments {
  private RegexArguments() {}

  private static int number(Object[] a, int index, int otherwise) {
    return index < a.length ? (Integer) a[index] : otherwise;
  }

  private static Flags flags(Object[] a, int index) {
    return index < a.length ? Flags.of((String) a[index]) : Flags.NONE;
  }

  private static int atLeast(int least, int value, String parameter) {
    if (value < least) {
      throw FunctionErrors.invalidParameter(
          "invalid value for parameter \"" + parameter + "\": " + value);
    }
    return value;
  }

  static Flags matchFlags(Object[] a) {
    Flags flags = Flags.of((String) a[2]);
    if (flags.global()) {
      throw Flags.withoutGlobal("regexp_match")
          .withHint("Use the regexp_matches function instead.")
          .toException();
    }
    return flags;
  }

  static Iterator<Object> allMatches(CallContext c, Object[] a) {
    Flags flags = Flags.of((String) a[2]);
    return RegexFunctions.call(c, a, flags)
        .allParts(flags.global() ? Extent.ALL : Extent.FIRST)
        .iterator();
  }

  static int count(CallContext c, Object[] a) {
    int start = atLeast(1, number(a, 2, 1), "start");
    Flags flags = flags(a, 3).onlyOne("regexp_count");
    return RegexFunctions.call(c, a, flags).matches(start - 1, Extent.ALL).size();
  }

  /** Text, pattern, start, which match, which end, flags, which group. */
  static int position(CallContext c, Object[] a) {
    int start = atLeast(1, number(a, 2, 1), "start");
    int which = atLeast(1, number(a, 3, 1), "n");
    int end = number(a, 4, 0);
    if (end != 0 && end != 1) {
      throw FunctionErrors.invalidParameter("invalid value for parameter \"endoption\": " + end);
    }
    int group = atLeast(0, number(a, 6, 0), "subexpr");
    Flags flags = flags(a, 5).onlyOne("regexp_instr");
    return RegexFunctions.call(c, a, flags).position(start, which, end, group);
  }

  /** Text, pattern, start, which match, flags, which group. */
  static String substring(CallContext c, Object[] a) {
    int start = atLeast(1, number(a, 2, 1), "start");
    int which = atLeast(1, number(a, 3, 1), "n");
    int group = atLeast(0, number(a, 5, 0), "subexpr");
    Flags flags = flags(a, 4).onlyOne("regexp_substr");
    return RegexFunctions.call(c, a, flags).substring(start, which, group);
  }

  static String replace(CallContext c, Object[] a) {
    String letters = (String) a[3];
    if (!letters.isEmpty() && letters.charAt(0) >= '0' && letters.charAt(0) <= '9') {
      throw Flags.invalidOption(letters.charAt(0))
          .withHint(
              "If you meant to use regexp_replace() with a start parameter, cast the fourth"
                  + " argument to integer explicitly.")
          .toException();
    }
    Flags flags = Flags.of(letters);
    return RegexFunctions.call(c, a, flags).replace((String) a[2], 0, flags.global() ? 0 : 1);
  }

  /** Text, pattern, replacement, start, which match, flags. */
  static String replaceFrom(CallContext c, Object[] a) {
    int start = atLeast(1, number(a, 3, 1), "start");
    int which = atLeast(0, number(a, 4, 1), "n");
    Flags flags = flags(a, 5);
    return RegexFunctions.call(c, a, flags).replace((String) a[2], start - 1, which);
  }
}
