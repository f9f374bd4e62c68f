package io.pgdouble.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.engine.function.FunctionDifferences.ResultShape;
import io.pgdouble.error.ReportedError;
import io.pgdouble.reference.SharedReference;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What needs the C library's functions, on numbers told by a seed that can be set with {@code
 * -Dpgdouble.function.seed}; {@code -Dpgdouble.function.numbers} tells how many. Every answer is
 * the server's to the last bit, and of most numbers there is one.
 */
class TranscendentalFunctionsAgreeWithServerTest {
  private static final long SEED = Long.getLong("pgdouble.function.seed", 20_000_101L);
  private static final int NUMBERS = Integer.getInteger("pgdouble.function.numbers", 1000);
  private static final String REFUSED = "0A000";
  private static final List<String> ALL =
      List.of(
          ("sin dsin|cos dcos|tan dtan|cot dcot|asin dasin|acos dacos|atan datan|sind dsind"
                  + "|cosd dcosd|tand dtand|cotd dcotd|asind dasind|acosd dacosd|atand datand"
                  + "|sinh dsinh|cosh dcosh|tanh dtanh|asinh dasinh|acosh dacosh|atanh datanh"
                  + "|erf derf|erfc derfc|cbrt dcbrt|exp dexp|ln dlog1")
              .split("\\|"));

  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = SharedReference.connect();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  /** Of a range of numbers, so many percent are answered. */
  @ParameterizedTest
  @CsvSource({
    "sin,   dsin,   -1000 1000 85",
    "sin,   dsin,   -1e300 1e300 85",
    "cos,   dcos,   -1000 1000 85",
    "tan,   dtan,   -1000 1000 70",
    "cot,   dcot,   -10 10 70",
    "asin,  dasin,  -1 1 85",
    "acos,  dacos,  -1 1 85",
    "atan,  datan,  -50 50 85",
    "sind,  dsind,  -1000 1000 85",
    "cosd,  dcosd,  -1000 1000 85",
    "tand,  dtand,  -400 400 70",
    "cotd,  dcotd,  -400 400 70",
    "asind, dasind, -1 1 85",
    "acosd, dacosd, -1 1 85",
    "atand, datand, -50 50 85",
    "sinh,  dsinh,  22 709 85",
    "cosh,  dcosh,  -709 -22 85",
    "exp,   dexp,   -700 700 85",
    "ln,    dlog1,  0 1e9 85"
  })
  void the_last_bit_is_the_servers(String name, String prosrc, String range) throws SQLException {
    String[] words = range.split(" ");
    double least = Double.parseDouble(words[0]);
    double greatest = Double.parseDouble(words[1]);
    Random random = new Random(SEED);
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < NUMBERS; i++) {
      double scale = i % 4 == 0 && least < 0 && greatest > 0 ? Math.scalb(1.0, -i % 64) : 1;
      numbers.add((least + random.nextDouble() * (greatest - least)) * scale);
    }
    List<String> theirs = theirs(name + "(x)", numbers);
    int answered = 0;
    for (int i = 0; i < NUMBERS; i++) {
      String call = name + "(" + numbers.get(i) + "), seed " + SEED;
      answered += agree(call, ours(prosrc, numbers.get(i)), theirs.get(i));
    }
    assertThat(answered * 100 / NUMBERS).isGreaterThan(Integer.parseInt(words[2]));
  }

  @ParameterizedTest
  @CsvSource({"atan2, datan2", "atan2d, datan2d"})
  void angles_of_points_are_the_servers(String name, String prosrc) throws SQLException {
    Random random = new Random(SEED);
    List<Double> ys = new ArrayList<>(List.of(0.0, -0.0, 1.0, -1.0, 2.0, 1e-300));
    ys.addAll(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    List<Double> xs = new ArrayList<>(ys);
    for (int i = 0; i < NUMBERS / 30; i++) {
      ys.add(random.nextGaussian());
      xs.add(random.nextGaussian() * Math.scalb(1.0, i % 20));
    }
    int answered = 0;
    for (double y : ys) {
      List<String> theirs = theirs(name + "('" + text(y) + "', x)", xs);
      for (int i = 0; i < xs.size(); i++) {
        String call = name + "(" + y + ", " + xs.get(i) + "), seed " + SEED;
        answered += agree(call, ours(prosrc, y, xs.get(i)), theirs.get(i));
      }
    }
    assertThat(answered * 100 / ys.size() / xs.size()).isGreaterThan(80);
  }

  @Test
  void bounds_and_exact_values_are_the_servers() {
    int answered = 0;
    for (String function : ALL) {
      String[] names = function.split(" ");
      for (double number : boundsAndExactValues()) {
        String sql = "SELECT " + names[0] + "('" + text(number) + "'::float8)";
        String theirs = FunctionDifferences.theirs(connection, sql, ResultShape.VALUE);
        answered += agree(sql, ours(names[1], number), theirs.replaceFirst("^=", ""));
      }
    }
    assertThat(answered).isGreaterThan(3000);
  }

  @ParameterizedTest
  @CsvSource({"sind, dsind", "cosd, dcosd", "tand, dtand", "cotd, dcotd"})
  void multiples_of_thirty_and_of_forty_five_degrees_are_always_answered(
      String name, String prosrc) {
    for (int degrees = -720; degrees <= 720; degrees += 15) {
      String ours = ours(prosrc, (double) degrees);
      assertThat(degrees % 30 == 0 || degrees % 45 == 0 ? ours : "")
          .as("%s(%d)", name, degrees)
          .doesNotStartWith(REFUSED);
    }
  }

  private static List<Double> boundsAndExactValues() {
    List<Double> numbers = new ArrayList<>(List.of(0.0, -0.0, Double.NaN));
    String positive =
        "1 0.5 2 8 27 64 0.125 1e-7 1e-8 1e-9 0x1p-27 0x1p-28 0x1p-55 0x1p-56 1e-100"
            + " 1e-300 1e-310 4.9e-324 6 19 22 23 27 28 30 700 709.6 709.7 710 710.4758600739439"
            + " 710.48 1000 1e22 1e300 1.7976931348623157e308 Infinity 1.0000000000000002"
            + " 0.9999999999999999 3 9 0.3333333333333333 0x1p-60 0x1p300 0x1p-300";
    for (String text : positive.split(" ")) {
      numbers.add(Double.parseDouble(text));
      numbers.add(-Double.parseDouble(text));
    }
    for (int degrees = -720; degrees <= 720; degrees += 15) {
      numbers.add((double) degrees);
    }
    return numbers;
  }

  /** One where the double answers, nothing where it refuses. */
  private static int agree(String call, String ours, String theirs) {
    if (ours.startsWith(REFUSED)) {
      return 0;
    }
    assertThat(ours).as(call).isEqualTo(theirs);
    return 1;
  }

  private static String text(double number) {
    return Double.isInfinite(number) ? (number > 0 ? "Infinity" : "-Infinity") : "" + number;
  }

  private static List<String> theirs(String call, List<Double> numbers) throws SQLException {
    List<String> answers = new ArrayList<>();
    String array = String.join(",", numbers.stream().map(x -> text(x)).toList());
    String sql = "SELECT " + call + " FROM unnest('{" + array + "}'::float8[]) x";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  private static String ours(String prosrc, Object... arguments) {
    CallContext context =
        new CallContext(CallSite.of(TypeOid.FLOAT8, TypeOid.FLOAT8), new TestExecution());
    try {
      Object result = Builtins.find(prosrc).orElseThrow().call(context, arguments);
      return Types.io(TypeOid.FLOAT8).output(result, context.types());
    } catch (ReportedError e) {
      return FunctionDifferences.error(e.report());
    }
  }
}
