package io.pgdouble.engine.function;

import io.pgdouble.engine.regex.Regex;
import io.pgdouble.engine.regex.RegexOptions;
import io.pgdouble.engine.regex.RegexOptions.Alphabet;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;

/**
 * One call of a regular expression function: a text, a pattern, its options. Source: {@code
 * regexp.c}.
 */
final class RegexCall {
  private final int[] text;
  private final Regex regex;

  private RegexCall(String text, Regex regex) {
    this.text = text.codePoints().toArray();
    this.regex = regex;
  }

  /** Options of a function's last argument. */
  record Flags(RegexOptions options, boolean global) {
    static final Flags NONE = new Flags(RegexOptions.DEFAULT, false);

    /** {@code parse_re_flags}. */
    static Flags of(String letters) {
      RegexOptions options = RegexOptions.DEFAULT;
      boolean global = false;
      for (int i = 0; i < letters.length(); ) {
        int letter = letters.codePointAt(i);
        i += Character.charCount(letter);
        RegexOptions changed = letter == 'g' ? options : options.with(letter);
        global |= letter == 'g';
        if (changed == null) {
          throw invalidOption(letter).toException();
        }
        options = changed;
      }
      return new Flags(options, global);
    }

    Flags in(Alphabet alphabet) {
      return new Flags(options.in(alphabet), global);
    }

    static ErrorReport invalidOption(int letter) {
      return ErrorReport.error(
          SqlState.INVALID_PARAMETER_VALUE,
          "invalid regular expression option: \"" + Character.toString(letter) + "\"");
    }

    /**
     * @throws ReportedError {@code 22023} where every match was asked of a function for one
     */
    Flags onlyOne(String function) {
      if (global) {
        throw withoutGlobal(function).toException();
      }
      return this;
    }

    static ErrorReport withoutGlobal(String function) {
      return ErrorReport.error(
          SqlState.INVALID_PARAMETER_VALUE, function + "() does not support the \"global\" option");
    }
  }

  static RegexCall of(String text, String pattern, Flags flags) {
    return new RegexCall(text, Regex.compile(pattern, flags.options()));
  }

  static boolean matches(String text, String pattern, RegexOptions options) {
    return Regex.compile(pattern, options).find(text.codePoints().toArray(), 0) != null;
  }

  boolean matches() {
    return regex.find(text, 0) != null;
  }

  private String slice(int[] match, int group) {
    int start = match[group * 2];
    return start < 0 ? null : new String(text, start, match[group * 2 + 1] - start);
  }

  /** {@code substring(text from pattern)}: the first group, or all where there is none. */
  String substring() {
    int[] match = regex.find(text, 0);
    return match == null ? null : slice(match, regex.groups() > 0 ? 1 : 0);
  }

  /** The groups of a match, or all of it where there are none. */
  private ArrayValue parts(int[] match) {
    int groups = regex.groups();
    Object[] parts = new Object[Math.max(groups, 1)];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = slice(match, groups == 0 ? 0 : i + 1);
    }
    return ArrayValue.of(TypeOid.TEXT, parts);
  }

  ArrayValue firstParts() {
    int[] match = regex.find(text, 0);
    return match == null ? null : parts(match);
  }

  List<Object> allParts(Extent extent) {
    List<Object> result = new ArrayList<>();
    for (int[] match : matches(0, extent)) {
      result.add(parts(match));
    }
    return result;
  }

  /** Which matches are wanted. */
  enum Extent {
    FIRST,
    ALL,
    /** All but empty ones at the ends and right after another. */
    SPLITTING
  }

  /** {@code setup_regexp_matches}. */
  List<int[]> matches(int from, Extent extent) {
    List<int[]> found = new ArrayList<>();
    int previousEnd = 0;
    int start = from;
    while (start <= text.length) {
      int[] match = regex.find(text, start);
      if (match == null) {
        break;
      }
      boolean counts = match[0] < text.length && match[1] > previousEnd;
      if (extent != Extent.SPLITTING || counts) {
        found.add(match);
      }
      previousEnd = match[1];
      if (extent == Extent.FIRST) {
        break;
      }
      start = match[0] == match[1] ? previousEnd + 1 : previousEnd;
    }
    return found;
  }

  /** {@code regexp_split_to_array}. */
  List<Object> split() {
    List<Object> parts = new ArrayList<>();
    int start = 0;
    for (int[] match : matches(0, Extent.SPLITTING)) {
      parts.add(new String(text, start, match[0] - start));
      start = match[1];
    }
    parts.add(new String(text, start, text.length - start));
    return parts;
  }

  /**
   * {@code regexp_instr}: 0 where there is no such match or group.
   *
   * @param a start, which match, 0 for its start or 1 for its end, which group
   */
  int position(int start, int which, int end, int group) {
    List<int[]> found = matches(start - 1, Extent.ALL);
    if (which > found.size() || group > regex.groups()) {
      return 0;
    }
    int place = found.get(which - 1)[group * 2 + end];
    return place < 0 ? 0 : place + 1;
  }

  /** {@code regexp_substr}; null where there is no such match or group. */
  String substring(int start, int which, int group) {
    List<int[]> found = matches(start - 1, Extent.ALL);
    return which > found.size() || group > regex.groups()
        ? null
        : slice(found.get(which - 1), group);
  }

  /**
   * {@code replace_text_regexp}.
   *
   * @param which the match to replace, from 1; 0 for all
   */
  String replace(String replacement, int start, int which) {
    StringBuilder result = new StringBuilder();
    int copied = 0;
    int count = 0;
    int from = start;
    while (from <= text.length) {
      int[] match = regex.find(text, from);
      if (match == null) {
        break;
      }
      from = match[0] == match[1] ? match[1] + 1 : match[1];
      count++;
      if (which > 0 && count != which) {
        continue;
      }
      result.append(new String(text, copied, match[0] - copied));
      appendReplacement(result, replacement, match);
      copied = match[1];
      if (which > 0) {
        break;
      }
    }
    return result.append(new String(text, copied, text.length - copied)).toString();
  }

  /** {@code appendStringInfoRegexpSubstr}. */
  private void appendReplacement(StringBuilder result, String replacement, int[] match) {
    for (int i = 0; i < replacement.length(); i++) {
      char unit = replacement.charAt(i);
      char following = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
      if (unit != '\\' || following == 0) {
        result.append(unit);
      } else if (following == '\\') {
        result.append('\\');
        i++;
      } else if (following == '&' || (following >= '1' && following <= '9')) {
        int group = following == '&' ? 0 : following - '0';
        String caught = group <= regex.groups() ? slice(match, group) : null;
        result.append(caught == null ? "" : caught);
        i++;
      } else {
        result.append(unit);
      }
    }
  }
}
