package io.pgdouble.engine.sql;

/**
 * The numbers of the tokens that are not keywords: single characters are their own number, the rest
 * begins at 256, and the keywords at {@link Keyword#BASE}. A table.
 */
final class Token {
  static final int EOF = 0;
  static final int IDENT = 256;
  static final int FCONST = 257;
  static final int SCONST = 258;
  static final int BCONST = 259;
  static final int XCONST = 260;
  static final int OP = 261;
  static final int ICONST = 262;
  static final int PARAM = 263;
  static final int TYPECAST = 264;
  static final int DOT_DOT = 265;
  static final int COLON_EQUALS = 266;
  static final int EQUALS_GREATER = 267;
  static final int LESS_EQUALS = 268;
  static final int GREATER_EQUALS = 269;
  static final int NOT_EQUALS = 270;

  /** A quoted identifier with Unicode escapes, before the filter has resolved them. */
  static final int UIDENT = 271;

  /** A string with Unicode escapes, before the filter has resolved them. */
  static final int USCONST = 272;

  /** FORMAT before JSON. */
  static final int FORMAT_LA = 273;

  /** NOT before BETWEEN, IN, LIKE, ILIKE or SIMILAR. */
  static final int NOT_LA = 274;

  /** NULLS before FIRST or LAST. */
  static final int NULLS_LA = 275;

  /** WITH before TIME or ORDINALITY. */
  static final int WITH_LA = 276;

  /** WITHOUT before TIME. */
  static final int WITHOUT_LA = 277;

  private Token() {}
}
