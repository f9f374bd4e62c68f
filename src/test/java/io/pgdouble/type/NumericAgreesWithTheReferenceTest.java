package io.pgdouble.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.error.ReportedError;
import io.pgdouble.type.ReferenceValues.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Arithmetic on every pair of a list of numbers, here and on a real server, scales included. */
class NumericAgreesWithTheReferenceTest {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "2",
          "7",
          "10",
          "0.5",
          "1.5",
          "-2.5",
          "0.00001",
          "123456789.123456789",
          "1e10",
          "1e-10",
          "12345678901234567890",
          "0.9999",
          "1.0001",
          "1.1",
          "0.9",
          "9999",
          "10000",
          "NaN",
          "Infinity",
          "-Infinity",
          "3.14159265358979323846",
          "0.00",
          "1.000",
          "33.3333",
          "-7.25",
          "64",
          "0.3333333333333333333");

  private static final Map<String, BinaryOperator<Numeric>> OF_TWO =
      Map.of(
          "%s + %s", Numeric::add,
          "%s - %s", Numeric::subtract,
          "%s * %s", Numeric::multiply,
          "%s / %s", Numeric::divide,
          "%s %% %s", Numeric::mod,
          "div(%s, %s)", Numeric::divideTruncated,
          "log(%s, %s)", (base, number) -> number.log(base),
          "power(%s, %s)", (a, b) -> a.power(b, 16));

  private static final Map<String, UnaryOperator<Numeric>> OF_ONE =
      Map.of(
          "sqrt(%s)", Numeric::sqrt,
          "ln(%s)", Numeric::ln,
          "exp(%s)", Numeric::exp,
          "ceil(%s)", Numeric::ceil,
          "floor(%s)", Numeric::floor,
          "abs(%s)", Numeric::abs,
          "trim_scale(%s)", Numeric::trimScale,
          "round(%s, 2)", number -> number.round(2),
          "round(%s, -1)", number -> number.round(-1),
          "trunc(%s, 1)", number -> number.trunc(1));

  private final List<String> differences = new ArrayList<>();

  @Test
  void operators_and_functions_of_two_numbers_give_what_the_server_gives() throws IOException {
    try (ReferenceValues reference = ReferenceValues.open()) {
      for (String one : NUMBERS) {
        compareWithAll(one, reference);
      }
    }
    assertThat(differences).isEmpty();
  }

  private void compareWithAll(String one, ReferenceValues reference) throws IOException {
    for (String other : NUMBERS) {
      for (Map.Entry<String, BinaryOperator<Numeric>> entry : OF_TWO.entrySet()) {
        String sql = String.format(entry.getKey(), literal(one), literal(other));
        BinaryOperator<Numeric> ours = entry.getValue();
        UnaryOperator<Numeric> applied = number -> ours.apply(number, Numeric.parse(other));
        compare(reference.query("SELECT " + sql), sql, result(applied, one));
      }
    }
  }

  @Test
  void functions_of_one_number_give_what_the_server_gives() throws IOException {
    try (ReferenceValues reference = ReferenceValues.open()) {
      for (String one : NUMBERS) {
        for (Map.Entry<String, UnaryOperator<Numeric>> entry : OF_ONE.entrySet()) {
          String sql = String.format(entry.getKey(), literal(one));
          compare(reference.query("SELECT " + sql), sql, result(entry.getValue(), one));
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private void compare(Answer answer, String sql, String ours) {
    String expected =
        answer.sqlState().isEmpty() ? answer.text() : answer.sqlState() + " " + answer.message();
    if (!ours.equals(expected)) {
      differences.add(sql + "\n  server " + expected + "\n  ours   " + ours);
    }
  }

  private static String literal(String number) {
    return "'" + number + "'::numeric";
  }

  private static String result(UnaryOperator<Numeric> operation, String number) {
    try {
      return operation.apply(Numeric.parse(number)).toString();
    } catch (ReportedError error) {
      return error.report().code() + " " + error.report().message();
    }
  }
}
