package io.pgdouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every method of {@link DatabaseMetaData} over a schema with objects of many kinds, asked here and
 * of a real server by pgjdbc.
 */
class DatabaseMetaDataAgreesWithTheReferenceTest {
  private static final String DATABASE = "metadata_of_jdbc";

  /** What is said of the connection and not of the database. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("getURL", "getConnection", "unwrap", "isWrapperFor", "getDatabaseProductVersion");

  /** What pgjdbc asks for without an order. */
  private static final String UNORDERED = "getTypeInfo";

  private static final List<String> SCHEMA =
      List.of(
          "CREATE SCHEMA shop",
          "SET search_path = shop",
          "CREATE TYPE shop.colour AS ENUM ('red', 'green')",
          "CREATE DOMAIN shop.positive AS int CHECK (VALUE > 0)",
          "CREATE TYPE shop.pair AS (a int, b text)",
          "CREATE TABLE shop.customer (id serial PRIMARY KEY, name varchar(40) NOT NULL UNIQUE,"
              + " colour shop.colour DEFAULT 'red', rank shop.positive, tags text[],"
              + " pair shop.pair, balance numeric(12, 2) DEFAULT 0, born date,"
              + " seen timestamptz DEFAULT now(),"
              + " data jsonb, raw bytea, code char(3), number bigint GENERATED ALWAYS AS IDENTITY,"
              + " twice int GENERATED ALWAYS AS (1 + 1) STORED, flag bit(4), ratio float8)",
          "COMMENT ON TABLE shop.customer IS 'who buys'",
          "COMMENT ON COLUMN shop.customer.name IS 'how he is called'",
          "CREATE TABLE shop.product (code text, size int, PRIMARY KEY (code, size))",
          "CREATE TABLE shop.purchase (id int PRIMARY KEY, customer int NOT NULL REFERENCES"
              + " shop.customer ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,"
              + " code text, size int, CONSTRAINT of_product FOREIGN KEY (code, size) REFERENCES"
              + " shop.product ON DELETE SET DEFAULT)",
          "CREATE INDEX purchase_partial ON shop.purchase (code DESC) WHERE size > 1",
          "CREATE INDEX customer_lower ON shop.customer (lower(name))",
          "CREATE VIEW shop.rich AS SELECT id, name FROM shop.customer WHERE balance > 100",
          "CREATE MATERIALIZED VIEW shop.poor AS SELECT id FROM shop.customer WHERE balance < 1",
          "CREATE SEQUENCE shop.numbers",
          "CREATE TEMPORARY TABLE visitors (id int)",
          "CREATE FUNCTION shop.add(a int, b int DEFAULT 1, OUT total int) LANGUAGE sql"
              + " AS 'SELECT a + b'",
          "CREATE FUNCTION shop.listed(x int) RETURNS TABLE (a int, b text) LANGUAGE sql"
              + " AS 'SELECT 1, $$x$$::text'",
          "COMMENT ON FUNCTION shop.add(int, int) IS 'a sum'",
          "CREATE PROCEDURE shop.act(INOUT x int) LANGUAGE plpgsql AS 'BEGIN x := 1; END'",
          "GRANT SELECT (name), UPDATE (name) ON shop.customer TO PUBLIC",
          "GRANT SELECT ON shop.product TO PUBLIC");

  /** Arguments by the names of methods that take some; several where it matters. */
  private static final Map<String, List<Object[]>> ARGUMENTS = arguments();

  private static Map<String, List<Object[]>> arguments() {
    Map<String, List<Object[]>> all = new LinkedHashMap<>();
    ofTables(all);
    ofKeys(all);
    ofTypesAndRoutines(all);
    all.put("getSchemas", List.of(new Object[0], new Object[] {null, "sh%"}));
    all.put("supportsConvert", List.of(new Object[0], new Object[] {4, 12}));
    return all;
  }

  private static void ofTables(Map<String, List<Object[]>> all) {
    Object[] tables = {null, "shop", "%"};
    all.put(
        "getTables",
        List.of(
            new Object[] {null, "shop", "%", null},
            new Object[] {null, null, "customer", new String[] {"TABLE", "VIEW"}},
            new Object[] {null, "pg_catalog", "pg_c%", new String[] {"SYSTEM TABLE"}},
            new Object[] {null, null, "visitors", new String[] {"TEMPORARY TABLE"}}));
    all.put(
        "getColumns",
        List.of(
            new Object[] {null, "shop", "%", "%"}, new Object[] {null, null, "pg_class", "rel%"}));
    all.put("getColumnPrivileges", List.<Object[]>of(new Object[] {null, "shop", "customer", "%"}));
    all.put("getTablePrivileges", List.<Object[]>of(tables));
    all.put("getVersionColumns", List.<Object[]>of(new Object[] {null, "shop", "customer"}));
    all.put("getSuperTables", List.<Object[]>of(tables));
    all.put("getPseudoColumns", List.<Object[]>of(new Object[] {null, "shop", "%", "%"}));
  }

  private static void ofKeys(Map<String, List<Object[]>> all) {
    all.put(
        "getPrimaryKeys",
        List.of(new Object[] {null, "shop", "customer"}, new Object[] {null, "shop", "product"}));
    all.put(
        "getImportedKeys",
        List.of(new Object[] {null, "shop", "purchase"}, new Object[] {null, "shop", "product"}));
    all.put(
        "getExportedKeys",
        List.of(new Object[] {null, "shop", "customer"}, new Object[] {null, "shop", "product"}));
    all.put(
        "getCrossReference",
        List.<Object[]>of(new Object[] {null, "shop", "customer", null, "shop", "purchase"}));
    all.put(
        "getIndexInfo",
        List.of(
            new Object[] {null, "shop", "customer", false, true},
            new Object[] {null, "shop", "purchase", true, false}));
    all.put(
        "getBestRowIdentifier",
        List.<Object[]>of(new Object[] {null, "shop", "customer", 2, true}));
  }

  private static void ofTypesAndRoutines(Map<String, List<Object[]>> all) {
    Object[] any = {null, "shop", "%"};
    all.put("getUDTs", List.<Object[]>of(new Object[] {null, "shop", "%", null}));
    all.put("getSuperTypes", List.<Object[]>of(any));
    all.put("getAttributes", List.<Object[]>of(new Object[] {null, "shop", "%", "%"}));
    all.put("getFunctions", List.of(any, new Object[] {null, "pg_catalog", "lower%"}));
    all.put(
        "getFunctionColumns",
        List.of(
            new Object[] {null, "shop", "%", "%"}, new Object[] {null, "pg_catalog", "abs", "%"}));
    all.put("getProcedures", List.<Object[]>of(any));
    all.put("getProcedureColumns", List.<Object[]>of(new Object[] {null, "shop", "%", "%"}));
  }

  @Test
  void every_method_answers_as_it_does_for_a_real_server() throws Exception {
    Reference reference = SharedReference.get();
    String url = "jdbc:postgresql://" + reference.host() + ":" + reference.port() + "/";
    String user = "?user=" + reference.user();
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults());
        Connection there = DriverManager.getConnection(url + "postgres" + user)) {
      String here = server.jdbcUrl();
      run(DriverManager.getConnection(here), List.of("CREATE DATABASE " + DATABASE));
      run(there, List.of("DROP DATABASE IF EXISTS " + DATABASE, "CREATE DATABASE " + DATABASE));
      try (Connection one = DriverManager.getConnection(url + DATABASE + user);
          Connection other =
              DriverManager.getConnection(here.replace("/postgres", "/" + DATABASE))) {
        run(one, SCHEMA);
        run(other, SCHEMA);
        Map<String, List<String>> wanted = answers(one.getMetaData());
        assertThat(wanted).hasSizeGreaterThan(170);
        assertThat(differences(wanted, answers(other.getMetaData()))).isEmpty();
      } finally {
        run(there, List.of("DROP DATABASE " + DATABASE + " WITH (FORCE)"));
      }
    }
  }

  /** The lines that are not the same, by the call. */
  private static List<String> differences(
      Map<String, List<String>> wanted, Map<String, List<String>> found) {
    List<String> differences = new ArrayList<>();
    wanted.forEach(
        (call, lines) -> {
          List<String> missing = new ArrayList<>(lines);
          missing.removeAll(found.get(call));
          List<String> surplus = new ArrayList<>(found.get(call));
          surplus.removeAll(lines);
          if (!lines.equals(found.get(call))) {
            differences.add(call + "\n  wanted " + missing + "\n  found  " + surplus);
          }
        });
    return differences;
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** What each call of a method gives, by the call. */
  private static Map<String, List<String>> answers(DatabaseMetaData metaData)
      throws IllegalAccessException, SQLException {
    Map<String, List<String>> answers = new TreeMap<>();
    List<Method> asked =
        Arrays.stream(DatabaseMetaData.class.getMethods())
            .filter(method -> !OF_THE_CONNECTION.contains(method.getName()))
            .toList();
    for (Method method : asked) {
      for (Object[] arguments : argumentsOf(method)) {
        String call = method.getName() + Arrays.deepToString(arguments);
        answers.put(call, answer(metaData, method, arguments));
      }
    }
    return answers;
  }

  private static List<Object[]> argumentsOf(Method method) {
    int count = method.getParameterCount();
    if (ARGUMENTS.containsKey(method.getName())) {
      return ARGUMENTS.get(method.getName()).stream().filter(one -> one.length == count).toList();
    }
    if (count == 0) {
      return List.<Object[]>of(new Object[0]);
    }
    return List.<Object[]>of(
            new Object[] {ResultSet.TYPE_FORWARD_ONLY},
            new Object[] {ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE})
        .stream()
        .filter(one -> one.length == count)
        .toList();
  }

  private static List<String> answer(DatabaseMetaData metaData, Method method, Object[] arguments)
      throws IllegalAccessException, SQLException {
    try {
      Object found = method.invoke(metaData, arguments);
      List<String> lines =
          found instanceof ResultSet rows ? rows(rows) : List.of(String.valueOf(found));
      return method.getName().equals(UNORDERED) ? lines.stream().sorted().toList() : lines;
    } catch (InvocationTargetException e) {
      return List.of(e.getCause().toString());
    }
  }

  private static List<String> rows(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    Set<String> names = new TreeSet<>();
    while (rows.next()) {
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        String name = rows.getMetaData().getColumnName(i);
        names.add(name);
        values.add(name.equals("SPECIFIC_NAME") ? "…" : masked(rows.getString(i)));
      }
      texts.add(String.join(" | ", values));
    }
    texts.add(0, names.toString());
    return texts;
  }

  /** Numbers of temporary schemas and OIDs of what was just made are each server's own. */
  private static String masked(String value) {
    return value == null ? "null" : value.replaceAll("pg_(toast_)?temp_[0-9]+", "pg_$1temp");
  }
}
