package io.pgdouble.type;

/** The kinds of a path's items ({@code JsonPathItemType}), with their signs. A table. */
public enum JsonPathKind {
  NULL("null"),
  STRING(""),
  NUMERIC(""),
  BOOL(""),
  VARIABLE("$"),
  ROOT("$"),
  CURRENT("@"),
  LAST("last"),
  AND("&&"),
  OR("||"),
  NOT("!"),
  IS_UNKNOWN("is unknown"),
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  GREATER(">"),
  LESS_OR_EQUAL("<="),
  GREATER_OR_EQUAL(">="),
  STARTS_WITH("starts with"),
  LIKE_REGEX("like_regex"),
  EXISTS("exists"),
  ADD("+"),
  SUB("-"),
  MUL("*"),
  DIV("/"),
  MOD("%"),
  PLUS("+"),
  MINUS("-"),
  ANY_ARRAY("[*]"),
  ANY_KEY("*"),
  INDEX_ARRAY("[]"),
  ANY("**"),
  KEY(""),
  FILTER("?"),
  TYPE("type"),
  SIZE("size"),
  ABS("abs"),
  FLOOR("floor"),
  CEILING("ceiling"),
  DOUBLE("double"),
  DATETIME("datetime"),
  KEYVALUE("keyvalue");

  private final String sign;

  JsonPathKind(String sign) {
    this.sign = sign;
  }

  /** As texts and messages show it ({@code jspOperationName}). */
  public String sign() {
    return sign;
  }

  /** How strongly it binds ({@code operationPriority}). */
  int priority() {
    return switch (this) {
      case OR -> 0;
      case AND -> 1;
      case EQUAL, NOT_EQUAL, LESS, GREATER, LESS_OR_EQUAL, GREATER_OR_EQUAL, STARTS_WITH -> 2;
      case ADD, SUB -> 3;
      case MUL, DIV, MOD -> 4;
      case PLUS, MINUS -> 5;
      case NULL,
          STRING,
          NUMERIC,
          BOOL,
          VARIABLE,
          ROOT,
          CURRENT,
          LAST,
          NOT,
          IS_UNKNOWN,
          LIKE_REGEX,
          EXISTS,
          ANY_ARRAY,
          ANY_KEY,
          INDEX_ARRAY,
          ANY,
          KEY,
          FILTER,
          TYPE,
          SIZE,
          ABS,
          FLOOR,
          CEILING,
          DOUBLE,
          DATETIME,
          KEYVALUE ->
          6;
    };
  }

  /** Whether it is a predicate: true, false or unknown. A table. */
  public boolean isPredicate() {
    return switch (this) {
      case AND,
          OR,
          NOT,
          IS_UNKNOWN,
          EQUAL,
          NOT_EQUAL,
          LESS,
          GREATER,
          LESS_OR_EQUAL,
          GREATER_OR_EQUAL,
          STARTS_WITH,
          LIKE_REGEX,
          EXISTS ->
          true;
      case NULL,
          STRING,
          NUMERIC,
          BOOL,
          VARIABLE,
          ROOT,
          CURRENT,
          LAST,
          ADD,
          SUB,
          MUL,
          DIV,
          MOD,
          PLUS,
          MINUS,
          ANY_ARRAY,
          ANY_KEY,
          INDEX_ARRAY,
          ANY,
          KEY,
          FILTER,
          TYPE,
          SIZE,
          ABS,
          FLOOR,
          CEILING,
          DOUBLE,
          DATETIME,
          KEYVALUE ->
          false;
    };
  }
}
