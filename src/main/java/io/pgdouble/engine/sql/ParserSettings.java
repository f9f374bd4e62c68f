package io.pgdouble.engine.sql;

/**
 * The settings that reach the lexer, as they were when the query string arrived.
 *
 * @param standardConformingStrings whether a backslash in a plain literal is just a character
 * @param backslashQuote whether {@code \'} may stand in an escape string
 * @param escapeStringWarning whether a backslash in a plain literal is warned of, where {@code
 *     standardConformingStrings} is off
 * @param safeClientEncoding whether {@code client_encoding} cannot hide a quote inside a character,
 *     which {@code backslash_quote = safe_encoding} asks
 * @param major the server's major version, 14 to 18
 */
public record ParserSettings(
    boolean standardConformingStrings,
    BackslashQuote backslashQuote,
    boolean escapeStringWarning,
    boolean safeClientEncoding,
    int major) {
  /** Every setting as the server starts with it. */
  public static final ParserSettings DEFAULTS =
      new ParserSettings(true, BackslashQuote.SAFE_ENCODING, true, true, 16);

  /** Written out, as is the next: a record's own cost the first session milliseconds. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ParserSettings that
        && major == that.major
        && backslashQuote == that.backslashQuote
        && flags() == that.flags();
  }

  @Override
  public int hashCode() {
    return 31 * (31 * major + backslashQuote.ordinal()) + flags();
  }

  private int flags() {
    return (standardConformingStrings ? 1 : 0)
        + (escapeStringWarning ? 2 : 0)
        + (safeClientEncoding ? 4 : 0);
  }

  /** The same of another major. */
  public ParserSettings withMajor(int other) {
    return new ParserSettings(
        standardConformingStrings, backslashQuote, escapeStringWarning, safeClientEncoding, other);
  }
}
