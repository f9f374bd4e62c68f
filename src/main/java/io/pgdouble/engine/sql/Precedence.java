package io.pgdouble.engine.sql;

/**
 * How tightly operators bind, loosest first ({@code gram.y}: the {@code %left}, {@code %right} and
 * {@code %nonassoc} lines).
 */
final class Precedence {
  static final int NONE = 0;
  static final int OR = 1;
  static final int AND = 2;
  static final int NOT = 3;

  /** Not associative. */
  static final int IS = 4;

  /** Not associative. */
  static final int COMPARISON = 5;

  /** LIKE, IN, BETWEEN and their kin; not associative. */
  static final int LIKE = 6;

  static final int OPERATOR = 7;
  static final int SUM = 8;
  static final int PRODUCT = 9;
  static final int POWER = 10;
  static final int AT = 11;
  static final int COLLATE = 12;
  static final int UNARY_MINUS = 13;
  static final int TYPECAST = 14;

  private Precedence() {}

  /** The level of a token that can go on after a complete operand; NONE if it cannot. */
  static int of(int kind) {
    return switch (kind) {
      case Keyword.OR -> OR;
      case Keyword.AND -> AND;
      case Keyword.IS, Keyword.ISNULL, Keyword.NOTNULL -> IS;
      case Keyword.LIKE, Keyword.ILIKE, Keyword.SIMILAR -> LIKE;
      case Keyword.BETWEEN, Keyword.IN, Token.NOT_LA -> LIKE;
      case Keyword.AT -> AT;
      case Keyword.COLLATE -> COLLATE;
      default -> ofOperator(kind);
    };
  }

  /** The same for the restricted expressions ({@code b_expr}). */
  static int ofRestricted(int kind) {
    return kind == Keyword.IS ? IS : ofOperator(kind);
  }

  private static int ofOperator(int kind) {
    return switch (kind) {
      case '<', '>', '=' -> COMPARISON;
      case Token.LESS_EQUALS, Token.GREATER_EQUALS, Token.NOT_EQUALS -> COMPARISON;
      case Token.OP, Keyword.OPERATOR -> OPERATOR;
      case '+', '-' -> SUM;
      case '*', '/', '%' -> PRODUCT;
      case '^' -> POWER;
      case Token.TYPECAST -> TYPECAST;
      default -> NONE;
    };
  }
}
