package io.pgdouble.engine.analysis;

import io.pgdouble.engine.function.Builtins;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Expressions made of the facts' operators and functions and of literals, most of them of the right
 * types, some not.
 */
final class RandomExpressions {
  private static final Map<Integer, List<String>> LITERALS =
      Map.ofEntries(
          Map.entry(16, List.of("true", "'f'::bool", "NULL::bool")),
          Map.entry(21, List.of("1::int2", "'-32768'::smallint", "7::int2")),
          Map.entry(23, List.of("1", "0", "-5", "2147483647", "NULL::int")),
          Map.entry(20, List.of("3000000000", "1::int8", "-9223372036854775808")),
          Map.entry(700, List.of("1.5::float4", "'NaN'::real", "0::float4")),
          Map.entry(701, List.of("2.25::float8", "'-Infinity'::float8", "0::float8")),
          Map.entry(1700, List.of("1.50", "0.0", "123456789.987654321", "'NaN'::numeric")),
          Map.entry(25, List.of("'abc'::text", "''::text", "NULL::text", "'5'::text")),
          Map.entry(1043, List.of("'abc'::varchar", "'ab'::varchar(1)")),
          Map.entry(1042, List.of("'ab '::char(4)", "'x'::bpchar")),
          Map.entry(19, List.of("'abc'::name")),
          Map.entry(17, List.of("'\\x0102'::bytea", "''::bytea")),
          Map.entry(1082, List.of("date '2020-02-29'", "'infinity'::date")),
          Map.entry(1083, List.of("time '10:20:30.5'")),
          Map.entry(1114, List.of("timestamp '2020-02-29 10:00'", "'-infinity'::timestamp")),
          Map.entry(1184, List.of("timestamptz '2020-02-29 10:00+02'")),
          Map.entry(1186, List.of("interval '1 day 2 hours'", "interval '-1 month'")),
          Map.entry(705, List.of("'1'", "'abc'", "NULL", "'2020-01-01'", "'t'", "''")));

  /**
   * Whose results differ from call to call, or tell of the server itself; and {@code timezone},
   * which does not know zones that are a bare number; and comparisons whose magnitude, beyond its
   * sign, comes from the C library's {@code memcmp}.
   */
  private static final Set<String> UNSTEADY =
      Set.of(
          "timezone",
          "byteacmp",
          "uuid_cmp",
          "bttext_pattern_cmp",
          "btbpchar_pattern_cmp",
          "random",
          "gen_random_uuid",
          "setseed",
          "version",
          "pg_sleep",
          "clock_timestamp");

  private RandomExpressions() {}

  static Arbitrary<String> expressions() {
    Arbitrary<String> flat = compound(anyLiteral());
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, flat),
        net.jqwik.api.Tuple.of(2, compound(Arbitraries.oneOf(flat, anyLiteral()))));
  }

  /** So many statements, always the same. */
  static List<String> some(int count) {
    java.util.Random random = new java.util.Random(count);
    List<String> statements = new ArrayList<>();
    net.jqwik.api.sessions.JqwikSession.run(
        () ->
            expressions().generator(1000).stream(random)
                .limit(count)
                .forEach(made -> statements.add("SELECT " + made.value())));
    return statements;
  }

  private static Arbitrary<String> anyLiteral() {
    List<String> all = new ArrayList<>();
    LITERALS.values().forEach(all::addAll);
    all.sort(String::compareTo);
    return Arbitraries.of(all);
  }

  private static Arbitrary<String> compound(Arbitrary<String> operand) {
    List<Shape> typed = typedShapes();
    Arbitrary<String> right =
        Arbitraries.of(typed).flatMap(shape -> shape.arbitrary(RandomExpressions::literalOf));
    Arbitrary<String> any = Arbitraries.of(typed).flatMap(shape -> shape.arbitrary(t -> operand));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, right), net.jqwik.api.Tuple.of(2, any));
  }

  /** A literal of the type, or one whose type is still open. */
  private static Arbitrary<String> literalOf(int type) {
    List<String> literals = new ArrayList<>(LITERALS.get(type));
    literals.addAll(LITERALS.get(705));
    return Arbitraries.of(literals);
  }

  /** An operator or function with the types of its operands. */
  private record Shape(String before, String between, List<Integer> types, String after) {
    Arbitrary<String> arbitrary(java.util.function.IntFunction<Arbitrary<String>> operands) {
      List<Arbitrary<String>> parts = new ArrayList<>();
      types.forEach(type -> parts.add(operands.apply(type)));
      return Combinators.combine(parts).as(values -> before + String.join(between, values) + after);
    }
  }

  private static List<Shape> typedShapes() {
    List<Shape> shapes = new ArrayList<>();
    for (FactRow row : Facts.of(16).table("pg_operator").rows()) {
      int left = (int) row.oid("oprleft");
      int right = (int) row.oid("oprright");
      boolean binary = LITERALS.containsKey(left) && LITERALS.containsKey(right);
      if (binary && isKnown(row.oid("oprcode"))) {
        shapes.add(new Shape("(", " " + row.text("oprname") + " ", List.of(left, right), ")"));
      } else if (left == 0 && LITERALS.containsKey(right) && isKnown(row.oid("oprcode"))) {
        shapes.add(new Shape("(" + row.text("oprname") + " ", "", List.of(right), ")"));
      }
    }
    addFunctions(shapes);
    return shapes;
  }

  private static boolean isKnown(long function) {
    return Facts.of(16)
        .table("pg_proc")
        .byOid(function)
        .filter(row -> Builtins.find(row.text("prosrc")).isPresent())
        .isPresent();
  }

  private static void addFunctions(List<Shape> shapes) {
    for (FactRow row : Facts.of(16).table("pg_proc").rows()) {
      List<Integer> types = new ArrayList<>();
      for (long type : row.oids("proargtypes")) {
        types.add((int) type);
      }
      boolean usable =
          !types.isEmpty()
              && LITERALS.keySet().containsAll(types)
              && row.letter("prokind") == 'f'
              && row.letter("provolatile") == 'i'
              && !row.bool("proretset")
              && !UNSTEADY.contains(row.text("proname"))
              && Builtins.find(row.text("prosrc")).isPresent();
      if (usable) {
        shapes.add(new Shape("\"" + row.text("proname") + "\"(", ", ", types, ")"));
      }
    }
  }
}
