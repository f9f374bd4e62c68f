package io.pgdouble.engine.regex;

/**
 * A compiled regular expression. Immutable. Manual: {@code functions-posix-regexp}; server: {@code
 * regcomp.c}, {@code regexec.c}.
 */
public final class Regex {
  private final RegexNode tree;
  private final int groups;

  Regex(RegexNode tree, int groups) {
    this.tree = tree;
    this.groups = groups;
  }

  /**
   * Compiles a pattern.
   *
   * @throws io.pgdouble.error.ReportedError {@code 2201B} as the server reports a bad pattern
   */
  public static Regex compile(String pattern, RegexOptions options) {
    return new RegexParser(pattern, options).parse();
  }

  /** How many capturing parentheses there are. */
  public int groups() {
    return groups;
  }

  /**
   * Finds the first match at or after a position.
   *
   * @param text code points
   * @param from where to begin, from 0; what comes before is seen by {@code ^} and look-behind
   * @return start and end of the match and of each group, in pairs, -1 for a group that caught
   *     nothing; null where there is no match
   */
  public int[] find(int[] text, int from) {
    return from > text.length ? null : new RegexMatch(tree, text, groups).find(from);
  }
}
