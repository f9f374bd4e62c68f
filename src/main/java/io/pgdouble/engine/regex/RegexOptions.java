package io.pgdouble.engine.regex;

/**
 * How a pattern is read and matched.
 *
 * @param ignoreCase {@code REG_ICASE}
 * @param newlineStops {@code REG_NLSTOP}: dots and complemented brackets do not match a newline
 * @param newlineAnchors {@code REG_NLANCH}: anchors also match at newlines
 * @param expanded {@code REG_EXPANDED}: white space and comments are ignored
 * @param syntax which of the dialects
 * @param alphabet which characters are letters
 */
public record RegexOptions(
    boolean ignoreCase,
    boolean newlineStops,
    boolean newlineAnchors,
    boolean expanded,
    Syntax syntax,
    Alphabet alphabet) {

  /** Which characters have a class and a case. */
  public enum Alphabet {
    /** Those of {@code C.UTF-8}. */
    UNICODE,
    /** Those of collation {@code C}. */
    ASCII
  }

  /** What the characters of a pattern mean. */
  public enum Syntax {
    ADVANCED,
    EXTENDED,
    BASIC,
    LITERAL
  }

  /** Advanced, with case, without regard to newlines. */
  public static final RegexOptions DEFAULT =
      new RegexOptions(false, false, false, false, Syntax.ADVANCED, Alphabet.UNICODE);

  /** The same, ignoring case. */
  public static final RegexOptions IGNORE_CASE =
      new RegexOptions(true, false, false, false, Syntax.ADVANCED, Alphabet.UNICODE);

  /**
   * One option letter applied, as {@code (?i)} and function arguments use them.
   *
   * @return null for a letter that is no option
   */
  public RegexOptions with(int letter) {
    return switch (letter) {
      case 'b' -> withSyntax(Syntax.BASIC);
      case 'c' -> new RegexOptions(false, newlineStops, newlineAnchors, expanded, syntax, alphabet);
      case 'e' -> withSyntax(Syntax.EXTENDED);
      case 'i' -> new RegexOptions(true, newlineStops, newlineAnchors, expanded, syntax, alphabet);
      case 'm', 'n' -> new RegexOptions(ignoreCase, true, true, expanded, syntax, alphabet);
      case 'p' -> new RegexOptions(ignoreCase, true, false, expanded, syntax, alphabet);
      case 'q' -> withSyntax(Syntax.LITERAL);
      case 's' -> new RegexOptions(ignoreCase, false, false, expanded, syntax, alphabet);
      case 't' ->
          new RegexOptions(ignoreCase, newlineStops, newlineAnchors, false, syntax, alphabet);
      case 'w' -> new RegexOptions(ignoreCase, false, true, expanded, syntax, alphabet);
      case 'x' ->
          new RegexOptions(ignoreCase, newlineStops, newlineAnchors, true, syntax, alphabet);
      default -> null;
    };
  }

  RegexOptions withSyntax(Syntax other) {
    return new RegexOptions(ignoreCase, newlineStops, newlineAnchors, expanded, other, alphabet);
  }

  /** The same in another alphabet. */
  public RegexOptions in(Alphabet other) {
    return new RegexOptions(ignoreCase, newlineStops, newlineAnchors, expanded, syntax, other);
  }
}
