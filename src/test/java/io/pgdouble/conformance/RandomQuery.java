package io.pgdouble.conformance;

import io.pgdouble.conformance.RandomExpression.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A query over the tables of {@link RandomScript}. Its rows come in one order only: those that
 * compare equal may still look different, as 1.5 and 1.50 do, and are ordered by their looks.
 */
final class RandomQuery {
  private static final int DEPTH = 3;

  private final Choices choices;
  private int names;

  RandomQuery(Choices choices) {
    this.choices = choices;
  }

  /** A whole statement. */
  String statement() {
    List<String> types = types();
    String body = choices.below(5) == 1 ? with(types) : queries(types);
    String all = IntStream.rangeClosed(1, types.size()).mapToObj(this::key).collect(joined());
    String some = choices.of("", "", " LIMIT 3", " OFFSET 1", " LIMIT 2 OFFSET 1");
    return "SELECT * FROM (" + body + ") AS r ORDER BY " + all + ", r::text" + some;
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  private String key(int number) {
    return number + choices.of("", "", " DESC", " NULLS FIRST", " DESC NULLS LAST");
  }

  private List<String> types() {
    List<String> types = new ArrayList<>();
    int count = 1 + choices.below(3);
    for (int i = 0; i < count; i++) {
      types.add(choices.of(RandomExpression.TYPES));
    }
    return types;
  }

  private String name(String prefix) {
    return prefix + ++names;
  }

  private String with(List<String> types) {
    String name = name("w");
    List<String> columns = IntStream.range(0, types.size()).mapToObj(i -> "c" + i).toList();
    List<Column> scope = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      scope.add(new Column(name + "." + columns.get(i), types.get(i)));
    }
    String listed = String.join(", ", columns);
    String beginning = "WITH " + name + "(" + listed + ") AS (" + select(types, List.of()) + ") ";
    return beginning + "SELECT " + list(types, scope) + " FROM " + name + where(scope);
  }

  /** Of rows that are taken for the same, which one stays is the planner's affair. */
  private String queries(List<String> types) {
    boolean lookAlike = !types.contains(RandomExpression.NUMERIC);
    return lookAlike && choices.below(4) == 1 ? setOperation(types) : select(types, List.of());
  }

  private String setOperation(List<String> types) {
    String operation =
        choices.of(
            " UNION ", " UNION ALL ", " INTERSECT ", " EXCEPT ", " INTERSECT ALL ", " EXCEPT ALL ");
    return select(types, List.of()) + operation + select(types, List.of());
  }

  private RandomExpression expression(List<Column> scope) {
    return new RandomExpression(choices, scope, DEPTH, type -> lone(type, scope));
  }

  /** A subquery of one row at most, and one column. */
  private String lone(String type, List<Column> outer) {
    From from = table();
    List<Column> scope = new ArrayList<>(from.columns());
    scope.addAll(outer);
    RandomExpression inner = new RandomExpression(choices, scope, 1, this::constant);
    String value = inner.of(type);
    String aggregate = type.equals(RandomExpression.BOOL) ? "bool_and" : choices.of("min", "max");
    return "SELECT "
        + aggregate
        + "("
        + value
        + ") FROM "
        + from.text()
        + " WHERE "
        + inner.of(RandomExpression.BOOL);
  }

  private String constant(String type) {
    return "SELECT " + new RandomExpression(choices, List.of(), 0, one -> "").of(type);
  }

  private String list(List<String> types, List<Column> scope) {
    return types.stream()
        .map(type -> expression(scope).of(type) + " AS " + name("x"))
        .collect(joined());
  }

  private String where(List<Column> scope) {
    return choices.oneIn(2) ? " WHERE " + expression(scope).of(RandomExpression.BOOL) : "";
  }

  private String select(List<String> types, List<Column> outer) {
    From from = from();
    List<Column> scope = new ArrayList<>(from.columns());
    scope.addAll(outer);
    boolean lookAlike = !types.contains(RandomExpression.NUMERIC);
    String distinct = lookAlike && choices.below(4) == 1 ? "DISTINCT " : "";
    return switch (choices.below(4)) {
      case 1 -> grouped(types, from, scope);
      case 2 -> windowed(types, from, scope);
      default -> "SELECT " + distinct + list(types, scope) + " FROM " + from.text() + where(scope);
    };
  }

  private String grouped(List<String> types, From from, List<Column> scope) {
    Column key = scope.get(choices.below(scope.size()));
    Column other = scope.get(choices.below(scope.size()));
    String keys =
        choices.made(
            () -> key.name() + ", " + other.name(),
            () -> "ROLLUP (" + key.name() + ", " + other.name() + ")",
            () -> "CUBE (" + key.name() + ", " + other.name() + ")",
            () -> "GROUPING SETS ((" + key.name() + "), (" + other.name() + "), ())");
    RandomExpression plain = new RandomExpression(choices, scope, 2, this::constant);
    List<Column> grouped = List.of(key, other);
    String values =
        types.stream()
            .map(type -> value(type, grouped, plain) + " AS " + name("g"))
            .collect(joined());
    String having = choices.oneIn(3) ? " HAVING count(*) > 1" : "";
    return "SELECT "
        + values
        + " FROM "
        + from.text()
        + where(scope)
        + " GROUP BY "
        + keys
        + having;
  }

  private String value(String type, List<Column> grouped, RandomExpression plain) {
    if (choices.oneIn(3)) {
      return new RandomExpression(choices, grouped, 1, this::constant).of(type);
    }
    String filter =
        choices.oneIn(4) ? " FILTER (WHERE " + plain.of(RandomExpression.BOOL) + ")" : "";
    String distinct = choices.of("", "DISTINCT ");
    return switch (type) {
      case RandomExpression.INT ->
          "count("
              + distinct
              + plain.of(choices.of(RandomExpression.TYPES))
              + ")"
              + filter
              + "::int";
      case RandomExpression.BOOL ->
          choices.of("bool_and", "bool_or", "every") + "(" + plain.of(type) + ")" + filter;
      case RandomExpression.NUMERIC ->
          choices.of("sum", "avg", "max") + "(" + distinct + plain.of(type) + ")" + filter;
      case RandomExpression.TEXT -> collected(plain.of(type)) + filter;
      default -> choices.of("min", "max") + "(" + plain.of(type) + ")" + filter;
    };
  }

  private String collected(String value) {
    return choices.oneIn(2)
        ? "max(" + value + ")"
        : "string_agg(" + value + ", ',' ORDER BY " + value + ")";
  }

  private String windowed(List<String> types, From from, List<Column> scope) {
    RandomExpression plain = new RandomExpression(choices, scope, 1, this::constant);
    String partition = plain.of(choices.of(RandomExpression.TYPES));
    String order = from.key() + choices.of("", " DESC");
    String window = " OVER (PARTITION BY " + partition + " ORDER BY " + order + frame() + ")";
    String values =
        types.stream()
            .map(type -> over(type, plain, window) + " AS " + name("o"))
            .collect(joined());
    return "SELECT " + values + " FROM " + from.text() + where(scope);
  }

  private String frame() {
    return choices.of(
        "",
        " ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING",
        " ROWS UNBOUNDED PRECEDING",
        " RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING",
        " GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW");
  }

  private String over(String type, RandomExpression plain, String window) {
    String value = plain.of(type);
    return switch (type) {
      case RandomExpression.INT ->
          choices.of("row_number()", "rank()", "dense_rank()", "count(*)", "ntile(2)")
              + window
              + "::int";
      case RandomExpression.NUMERIC ->
          choices.of("sum", "avg", "last_value") + "(" + value + ")" + window;
      default -> choices.of("lag", "lead", "first_value") + "(" + value + ")" + window;
    };
  }

  /**
   * What stands behind FROM.
   *
   * @param key columns that tell each row from every other
   */
  private record From(String text, List<Column> columns, String key) {}

  private From from() {
    return switch (choices.below(6)) {
      case 1, 2 -> joined(table(), table());
      case 3 -> lateral(table());
      case 4 -> values();
      default -> table();
    };
  }

  private From table() {
    boolean first = choices.below(2) == 0;
    String alias = name(first ? "p" : "q");
    String table = first ? RandomScript.PEOPLE : RandomScript.ORDERS;
    List<Column> columns =
        (first ? RandomScript.PEOPLE_COLUMNS : RandomScript.ORDERS_COLUMNS)
            .stream().map(one -> new Column(alias + "." + one.name(), one.type())).toList();
    return new From(table + " " + alias, columns, alias + ".id");
  }

  private From joined(From left, From right) {
    List<Column> both = new ArrayList<>(left.columns());
    both.addAll(right.columns());
    String key = left.key() + ", " + right.key();
    String sameKey = left.columns().get(1).name() + " = " + right.columns().get(1).name();
    String condition =
        choices.oneIn(3)
            ? sameKey
                + " AND "
                + new RandomExpression(choices, both, 1, this::constant).of(RandomExpression.BOOL)
            : sameKey;
    String text =
        choices.made(
            () -> left.text() + " JOIN " + right.text() + " ON " + condition,
            () -> left.text() + " LEFT JOIN " + right.text() + " ON " + condition,
            () -> left.text() + " RIGHT JOIN " + right.text() + " ON " + condition,
            () -> left.text() + " FULL JOIN " + right.text() + " ON " + sameKey,
            () -> left.text() + " CROSS JOIN " + right.text());
    return new From(text, both, key);
  }

  private From lateral(From left) {
    String alias = name("l");
    String type = choices.of(RandomExpression.TYPES);
    String inner =
        "SELECT " + new RandomExpression(choices, left.columns(), 2, this::constant).of(type);
    List<Column> columns = new ArrayList<>(left.columns());
    columns.add(new Column(alias + ".v", type));
    return new From(
        left.text() + ", LATERAL (" + inner + ") AS " + alias + "(v)", columns, left.key());
  }

  private From values() {
    String alias = name("v");
    RandomExpression constants = new RandomExpression(choices, List.of(), 1, this::constant);
    String rows =
        IntStream.range(0, 1 + choices.below(3))
            .mapToObj(
                i ->
                    "("
                        + i
                        + ", "
                        + constants.of(RandomExpression.INT)
                        + ", "
                        + constants.of(RandomExpression.TEXT)
                        + ")")
            .collect(joined());
    List<Column> columns =
        List.of(
            new Column(alias + ".id", RandomExpression.INT),
            new Column(alias + ".n", RandomExpression.INT),
            new Column(alias + ".s", RandomExpression.TEXT));
    return new From("(VALUES " + rows + ") AS " + alias + "(id, n, s)", columns, alias + ".id");
  }
}
