package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Runs aggregates here and on a server over the same rows and compares what both answer. */
final class AggregateDifferences {
  private final Connection connection;
  private final Random random;
  private final TestExecution execution = new TestExecution();
  private final List<String> differences = new ArrayList<>();
  private int compared;

  AggregateDifferences(Connection connection, long seed) {
    this.connection = connection;
    this.random = new Random(seed);
  }

  List<String> differences() {
    return differences;
  }

  private static final Set<Integer> MADE =
      Set.of(TypeOid.ANYENUM, TypeOid.ANYRANGE, TypeOid.ANYMULTIRANGE);

  int compared() {
    return compared;
  }

  /** Every simulated aggregate over so many sets of rows. */
  void compareAll(int rounds) {
    for (FactRow row : Facts.of(16).table("pg_aggregate").rows()) {
      Optional<Aggregate> aggregate = find(row);
      if (aggregate.isPresent() && row.letter("aggkind") == 'n' && !isOfMadeTypes(row)) {
        compare(procedure(row.oid("aggfnoid")), aggregate.get(), rounds);
      }
    }
  }

  /** Enums are made by cases; of ranges a test of their own makes values. */
  private static boolean isOfMadeTypes(FactRow row) {
    long[] declared = procedure(row.oid("aggfnoid")).oids("proargtypes");
    return Arrays.stream(declared).anyMatch(type -> MADE.contains((int) type));
  }

  private void compare(FactRow function, Aggregate aggregate, int rounds) {
    for (int i = 0; i < rounds; i++) {
      compareRows(function, aggregate, i % 6);
    }
  }

  static Optional<Aggregate> find(FactRow row) {
    String last = row.oid("aggfinalfn") == 0 ? "-" : source(row.oid("aggfinalfn"));
    return Aggregates.find(source(row.oid("aggtransfn")), last);
  }

  private static String source(long oid) {
    return procedure(oid).text("prosrc");
  }

  private static FactRow procedure(long oid) {
    return Facts.of(16).table("pg_proc").byOid(oid).orElseThrow();
  }

  private int concrete(int type) {
    return switch (type) {
      case TypeOid.ANYARRAY -> TypeOid.INT4_ARRAY;
      case TypeOid.ANYELEMENT, TypeOid.ANYNONARRAY, TypeOid.ANY -> TypeOid.TEXT;
      default -> type;
    };
  }

  private void compareRows(FactRow function, Aggregate aggregate, int rowCount) {
    long[] declared = function.oids("proargtypes");
    int[] types = new int[declared.length];
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      types[i] = concrete((int) declared[i]);
    }
    for (int i = 0; i < rowCount; i++) {
      rows.add(row(types));
    }
    String sql = sql(function, types, rows);
    String ours = ours(function, aggregate, types, rows);
    String theirs =
        FunctionDifferences.theirs(connection, sql, FunctionDifferences.ResultShape.VALUE);
    compared++;
    if (!ours.equals(theirs) && !ours.startsWith("0A000 pgdouble")) {
      differences.add(sql + "\n    server: " + theirs + "\n    double: " + ours);
    }
  }

  private List<String> row(int[] types) {
    List<String> row = new ArrayList<>();
    for (int type : types) {
      List<String> samples = FunctionSamples.of("", 0, type);
      boolean none = samples.isEmpty() || random.nextInt(8) == 0;
      row.add(none ? null : samples.get(random.nextInt(samples.size())));
    }
    return row;
  }

  private static String sql(FactRow function, int[] types, List<List<String>> rows) {
    StringBuilder call = new StringBuilder();
    StringBuilder selects = new StringBuilder();
    for (int i = 0; i < types.length; i++) {
      call.append(i == 0 ? "" : ", ").append("c").append(i);
    }
    for (int r = -1; r < rows.size(); r++) {
      selects.append(r < 0 ? "SELECT 0 AS n" : " UNION ALL SELECT " + (r + 1));
      for (int i = 0; i < types.length; i++) {
        String value = r < 0 ? null : rows.get(r).get(i);
        selects.append(", ").append(value == null ? "NULL" : Quoting.literal(value));
        selects.append("::pg_catalog.\"").append(Types.get(types[i]).name()).append("\" AS c");
        selects.append(i);
      }
    }
    String name = function.text("proname");
    return "SELECT pg_catalog.\""
        + name
        + "\"("
        + (types.length == 0 ? "*" : call)
        + ") FROM (SELECT * FROM ("
        + selects
        + ") u WHERE n > 0 ORDER BY n) t";
  }

  private String ours(FactRow function, Aggregate aggregate, int[] types, List<List<String>> rows) {
    int declared = (int) function.oid("prorettype");
    int result =
        declared == TypeOid.ANYARRAY && types[0] == TypeOid.TEXT
            ? TypeOid.TEXT_ARRAY
            : concrete(declared);
    try {
      CallContext context = new CallContext(CallSite.of(result, types), execution);
      Accumulator accumulator = aggregate.start(context);
      for (List<String> row : rows) {
        accumulator.add(values(types, row));
      }
      Object value = accumulator.result();
      return value == null ? "NULL" : "=" + Types.io(result).output(value, execution.types());
    } catch (ReportedError e) {
      return FunctionDifferences.error(e.report());
    } catch (RuntimeException e) {
      return "crash: " + e + " at " + e.getStackTrace()[0];
    }
  }

  private Object[] values(int[] types, List<String> row) {
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      String text = row.get(i);
      values[i] = text == null ? null : Types.io(types[i]).input(text, -1, execution.types());
    }
    return values;
  }
}
