package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Calls functions here and on a server with the same arguments and compares what both answer: the
 * text of the result, or the SQLSTATE, message, detail and hint of the error.
 */
final class FunctionDifferences {
  private static final String REFUSED = "0A000 pgdouble";

  private static final int[] ELEMENTS = {TypeOid.INT4, TypeOid.TEXT};
  private static final int[] JSON_ELEMENTS = {
    TypeOid.INT4,
    TypeOid.TEXT,
    TypeOid.FLOAT8,
    TypeOid.NUMERIC,
    TypeOid.BOOL,
    TypeOid.DATE,
    TypeOid.TIMESTAMP,
    TypeOid.TIMESTAMPTZ,
    TypeOid.INTERVAL,
    TypeOid.JSON,
    TypeOid.JSONB,
    TypeOid.BYTEA,
    TypeOid.INT4_ARRAY,
    TypeOid.TEXT_ARRAY
  };

  private final Connection connection;
  private final Random random;
  private final TestExecution execution = new TestExecution();
  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> byFunction = new TreeMap<>();
  private int elementType;
  private int compared;
  private int refused;

  FunctionDifferences(Connection connection, long seed) {
    this.connection = connection;
    this.random = new Random(seed);
  }

  /** Whether a function yields one value or rows of them. */
  enum ResultShape {
    VALUE,
    SET
  }

  List<String> differences() {
    return differences;
  }

  /** How many differences by {@code prosrc}. */
  Map<String, Integer> byFunction() {
    return byFunction;
  }

  int compared() {
    return compared;
  }

  int refused() {
    return refused;
  }

  /** Every simulated function, each with at most so many argument lists. */
  void compareAll(int limit, String prosrcPattern) {
    for (FactRow row : Facts.of(16).table("pg_proc").rows()) {
      String prosrc = row.find("prosrc").orElse("");
      Optional<Builtin> builtin = find(row, prosrc);
      if (builtin.isPresent() && prosrc.matches(prosrcPattern)) {
        compare(row, builtin.get(), limit);
      }
    }
  }

  private static Optional<Builtin> find(FactRow row, String prosrc) {
    Optional<Builtin> internal = Builtins.find(prosrc);
    long[] oids = row.oids("proargtypes");
    int[] types = new int[oids.length];
    for (int i = 0; i < oids.length; i++) {
      types[i] = (int) oids[i];
    }
    return internal.isPresent() ? internal : Builtins.findSql(row.text("proname"), types);
  }

  private void compare(FactRow row, Builtin builtin, int limit) {
    boolean polymorphic = row.text("proargtypes").matches("(.* )?(2277|2283|507[789]|2776)( .*)?");
    int[] elements = row.text("prosrc").startsWith("to_json") ? JSON_ELEMENTS : ELEMENTS;
    for (int element : polymorphic ? elements : new int[] {0}) {
      elementType = element;
      compareOne(row, builtin, limit);
    }
  }

  /** The types of a signature, polymorphic ones replaced by some that agree. */
  private int[] types(FactRow row) {
    long[] declared = row.oids("proargtypes");
    int[] types = new int[declared.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = concrete((int) declared[i]);
    }
    return types;
  }

  private int concrete(int type) {
    return switch (type) {
      case TypeOid.ANYARRAY, TypeOid.ANYCOMPATIBLEARRAY -> Types.get(elementType).arrayOid();
      case TypeOid.ANYELEMENT,
          TypeOid.ANYNONARRAY,
          TypeOid.ANYCOMPATIBLE,
          TypeOid.ANYCOMPATIBLENONARRAY ->
          elementType;
      default -> type;
    };
  }

  private void compareOne(FactRow row, Builtin builtin, int limit) {
    int[] types = types(row);
    List<List<String>> lists = List.of(List.of());
    for (int i = 0; i < types.length; i++) {
      List<String> values = new ArrayList<>(FunctionSamples.of(row.text("prosrc"), i, types[i]));
      if (!row.bool("proisstrict") && !values.isEmpty()) {
        values.add(null);
      }
      lists = extended(lists, values, limit);
    }
    for (List<String> list : lists) {
      compare(row, builtin, list);
    }
  }

  private List<List<String>> extended(List<List<String>> lists, List<String> values, int limit) {
    List<List<String>> result = new ArrayList<>();
    for (List<String> list : lists) {
      for (String value : values) {
        List<String> longer = new ArrayList<>(list);
        longer.add(value);
        result.add(longer);
      }
    }
    Collections.shuffle(result, random);
    return result.size() > limit ? result.subList(0, limit) : result;
  }

  private void compare(FactRow row, Builtin builtin, List<String> arguments) {
    String sql = sql(row, arguments);
    String ours = ours(row, builtin, arguments);
    if (ours.startsWith(REFUSED)) {
      refused++;
      return;
    }
    String theirs =
        theirs(connection, sql, row.bool("proretset") ? ResultShape.SET : ResultShape.VALUE);
    compared++;
    if (!ours.equals(theirs) && !agreeInSign(row, ours, theirs)) {
      byFunction.merge(row.text("prosrc"), 1, Integer::sum);
      differences.add(sql + "\n    server: " + theirs + "\n    double: " + ours);
    }
  }

  /** How much {@code memcmp} finds the first bytes to differ by is the C library's affair. */
  private static boolean agreeInSign(FactRow row, String ours, String theirs) {
    return row.text("prosrc").endsWith("cmp")
        && ours.matches("=-?\\d+")
        && theirs.matches("=-?\\d+")
        && Integer.signum(Integer.parseInt(ours.substring(1)))
            == Integer.signum(Integer.parseInt(theirs.substring(1)));
  }

  private String sql(FactRow row, List<String> arguments) {
    int[] types = types(row);
    StringBuilder sql = new StringBuilder("SELECT pg_catalog.\"");
    sql.append(row.text("proname")).append("\"(");
    for (int i = 0; i < types.length; i++) {
      String type = Types.get(types[i]).name();
      boolean spread = i == types.length - 1 && row.oid("provariadic") != 0;
      sql.append(i == 0 ? "" : ", ").append(spread ? "VARIADIC " : "");
      sql.append(arguments.get(i) == null ? "NULL" : Quoting.literal(arguments.get(i)));
      sql.append("::pg_catalog.\"").append(type).append('"');
    }
    return sql.append(row.bool("proretset") ? ") LIMIT 100" : ")").toString();
  }

  private String ours(FactRow row, Builtin builtin, List<String> texts) {
    int[] types = types(row);
    Object[] arguments = new Object[types.length];
    int resultType = concrete((int) row.oid("prorettype"));
    if (!read(types, texts, arguments)) {
      return REFUSED;
    }
    try {
      boolean ofName = Arrays.stream(types).anyMatch(type -> type == TypeOid.NAME);
      int collation = ofName ? 950 : 100;
      CallSite site = new CallSite(types, resultType, collation, CallSite.Variadic.SPREAD);
      Object result = builtin.call(new CallContext(site, execution), arguments);
      return row.bool("proretset") ? rows(resultType, result) : text(resultType, result);
    } catch (ReportedError e) {
      return error(e.report());
    } catch (RuntimeException e) {
      return "crash: " + e + " at " + e.getStackTrace()[0];
    }
  }

  /** What a type's input cannot read is the type room's affair, and tested there. */
  private boolean read(int[] types, List<String> texts, Object[] arguments) {
    try {
      for (int i = 0; i < types.length; i++) {
        arguments[i] =
            texts.get(i) == null
                ? null
                : Types.io(types[i]).input(texts.get(i), -1, execution.types());
      }
      return true;
    } catch (ReportedError e) {
      return false;
    }
  }

  private String rows(int type, Object result) {
    StringBuilder rows = new StringBuilder();
    if (result instanceof Iterator<?> iterator) {
      for (int i = 0; i < 100 && iterator.hasNext(); i++) {
        rows.append(text(type, iterator.next())).append('|');
      }
    }
    return rows.toString();
  }

  private String text(int type, Object value) {
    return value == null ? "NULL" : "=" + Types.io(type).output(value, execution.types());
  }

  static String error(ErrorReport report) {
    return report.code()
        + " "
        + report.message()
        + " / "
        + report.field(ErrorField.DETAIL).orElse("")
        + " / "
        + report.field(ErrorField.HINT).orElse("");
  }

  /** What a server answers to a query of one column. */
  static String theirs(Connection connection, String sql, ResultShape shape) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      StringBuilder text = new StringBuilder();
      int count = 0;
      while (rows.next() && count++ < 100) {
        text.append(rows.getString(1) == null ? "NULL" : "=" + rows.getString(1)).append('|');
      }
      return shape == ResultShape.VALUE && count == 1
          ? text.substring(0, text.length() - 1)
          : text.toString();
    } catch (PSQLException e) {
      ServerErrorMessage message = e.getServerErrorMessage();
      return message == null ? e.toString() : error(message);
    } catch (SQLException e) {
      return e.toString();
    }
  }

  private static String error(ServerErrorMessage message) {
    return message.getSQLState()
        + " "
        + message.getMessage()
        + " / "
        + Optional.ofNullable(message.getDetail()).orElse("")
        + " / "
        + Optional.ofNullable(message.getHint()).orElse("");
  }
}
