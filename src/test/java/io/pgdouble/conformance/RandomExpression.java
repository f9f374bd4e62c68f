package io.pgdouble.conformance;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A well-typed expression over columns. None fails for some rows only: which row a server meets
 * first is its planner's affair.
 *
 * @param columns what can be named
 * @param depth how deep it may still get
 * @param query a subquery of one column of a type, over a scope that sees the columns
 */
record RandomExpression(
    Choices choices, List<Column> columns, int depth, UnaryOperator<String> query) {

  /** A column that an expression can name. */
  record Column(String name, String type) {}

  static final String INT = "int";
  static final String TEXT = "text";
  static final String BOOL = "bool";
  static final String NUMERIC = "numeric";
  static final String DATE = "date";
  static final List<String> TYPES = List.of(INT, TEXT, BOOL, NUMERIC, DATE);

  private RandomExpression deeper() {
    return new RandomExpression(choices, columns, depth - 1, query);
  }

  String of(String type) {
    if (depth <= 0 || choices.below(4) == 0) {
      return leaf(type);
    }
    RandomExpression inner = deeper();
    return switch (choices.below(6)) {
      case 0 -> "coalesce(" + inner.of(type) + ", " + inner.of(type) + ")";
      case 1 -> inner.conditional(type);
      case 2 -> inner.subquery(type);
      default -> inner.own(type);
    };
  }

  private String leaf(String type) {
    List<String> fitting =
        columns.stream().filter(one -> one.type().equals(type)).map(Column::name).toList();
    return fitting.isEmpty() || choices.below(3) == 2 ? literal(type) : choices.of(fitting);
  }

  private String literal(String type) {
    return switch (type) {
      case INT -> choices.of("1", "0", "-3", "7", "NULL::int");
      case TEXT -> choices.of("'a'", "''", "'Bc'", "'x%'", "NULL::text");
      case BOOL -> choices.of("true", "false", "NULL::bool");
      case NUMERIC -> choices.of("1.5", "0.00", "-2.25", "10::numeric", "NULL::numeric");
      default -> choices.of("date '2020-02-29'", "date '1999-12-31'", "NULL::date");
    };
  }

  private String conditional(String type) {
    String condition = of(BOOL);
    return choices.oneIn(2)
        ? "CASE WHEN " + condition + " THEN " + of(type) + " ELSE " + of(type) + " END"
        : "CASE WHEN " + condition + " THEN " + of(type) + " END";
  }

  private String subquery(String type) {
    return "(" + query.apply(type) + ")";
  }

  private String own(String type) {
    return switch (type) {
      case INT -> integer();
      case TEXT -> text();
      case BOOL -> bool();
      case NUMERIC -> numeric();
      default -> date();
    };
  }

  private String both(String type, String operator) {
    return "(" + of(type) + " " + operator + " " + of(type) + ")";
  }

  private String integer() {
    return choices.made(
        () -> both(INT, choices.of("+", "-")),
        () -> "(" + of(INT) + choices.of(" * 2", " % 5", " / 3", " & 6") + ")",
        () -> choices.of("abs", "-", "+") + "(" + of(INT) + ")",
        () -> choices.of("length", "ascii", "octet_length") + "(" + of(TEXT) + ")",
        () -> "nullif(" + of(INT) + ", " + of(INT) + ")",
        () -> choices.of("greatest", "least") + "(" + of(INT) + ", " + of(INT) + ")",
        () -> both(DATE, "-"),
        () -> "extract(" + choices.of("year", "month", "dow") + " FROM " + of(DATE) + ")::int",
        () -> "strpos(" + of(TEXT) + ", " + of(TEXT) + ")",
        () -> "(ARRAY[" + of(INT) + ", " + of(INT) + "])[" + of(INT) + "]",
        () -> "round(" + of(NUMERIC) + ")::int");
  }

  private String text() {
    return choices.made(
        () -> both(TEXT, "||"),
        () -> choices.of("upper", "lower", "trim", "reverse", "initcap") + "(" + of(TEXT) + ")",
        () -> "substr(" + of(TEXT) + ", " + choices.of("1", "2", "-1") + ", 2)",
        () -> "replace(" + of(TEXT) + ", " + of(TEXT) + ", " + of(TEXT) + ")",
        () -> of(choices.of(INT, BOOL, NUMERIC, DATE)) + "::text",
        () -> choices.of("left", "right", "repeat") + "(" + of(TEXT) + ", 2)",
        () -> "concat_ws('-', " + of(TEXT) + ", " + of(choices.of(TYPES)) + ")",
        () -> "to_char(" + of(DATE) + ", '" + choices.of("YYYY-MM", "Day", "Q") + "')",
        () -> "array_to_string(ARRAY[" + of(TEXT) + ", " + of(TEXT) + "], ',', '*')",
        () -> "quote_nullable(" + of(TEXT) + ")",
        () -> "format('%s/%s', " + of(INT) + ", " + of(TEXT) + ")");
  }

  private String bool() {
    String type = choices.of(INT, TEXT, NUMERIC, DATE);
    return choices.made(
        () -> both(type, choices.of("=", "<", ">=", "<>")),
        () -> "(" + of(choices.of(TYPES)) + choices.of(" IS NULL", " IS NOT NULL") + ")",
        () -> "(NOT " + of(BOOL) + ")",
        () -> both(BOOL, choices.of("AND", "OR")),
        () -> "(" + of(type) + " IN (" + of(type) + ", " + of(type) + "))",
        () -> "(" + of(type) + " BETWEEN " + of(type) + " AND " + of(type) + ")",
        () -> "(" + of(TEXT) + choices.of(" LIKE ", " NOT LIKE ", " ILIKE ") + "'%a%')",
        () -> both(type, "IS DISTINCT FROM"),
        () -> "(" + of(BOOL) + choices.of(" IS TRUE", " IS NOT FALSE", " IS UNKNOWN") + ")",
        () -> choices.of("", "NOT ") + "EXISTS (" + query.apply(type) + ")",
        () ->
            "("
                + of(type)
                + choices.of(" IN (", " NOT IN (", " = ANY (")
                + query.apply(type)
                + "))",
        () -> "(" + of(INT) + " < ALL (ARRAY[" + of(INT) + ", " + of(INT) + "]))",
        () -> "((" + of(INT) + ", " + of(TEXT) + ") < (" + of(INT) + ", " + of(TEXT) + "))");
  }

  private String numeric() {
    return choices.made(
        () -> both(NUMERIC, choices.of("+", "-", "*")),
        () -> "round(" + of(NUMERIC) + ", 1)",
        () -> of(INT) + "::numeric",
        () -> "(" + of(NUMERIC) + " / 4)",
        () -> choices.of("abs", "ceil", "floor", "trunc", "sign") + "(" + of(NUMERIC) + ")",
        () -> choices.of("greatest", "least") + "(" + of(NUMERIC) + ", " + of(NUMERIC) + ")",
        () -> "(" + of(INT) + " * 0.5)",
        () -> of(NUMERIC) + "::numeric(12,1)");
  }

  private String date() {
    return choices.made(
        () -> "(" + of(DATE) + choices.of(" + 1", " - 30") + ")",
        () -> "date_trunc('" + choices.of("month", "year") + "', " + of(DATE) + ")::date",
        () -> choices.of("greatest", "least") + "(" + of(DATE) + ", " + of(DATE) + ")",
        () -> "(" + of(DATE) + " + interval '1 month')::date");
  }
}
