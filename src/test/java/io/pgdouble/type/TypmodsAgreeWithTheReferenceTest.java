package io.pgdouble.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.type.ReferenceValues.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Type modifiers, here and on a real server: what they become, what they are called, what they do.
 */
class TypmodsAgreeWithTheReferenceTest {
  private static final TypeEnvironment ENVIRONMENT = StandardTypeEnvironment.INSTANCE;
  private static final int LAST_BUILTIN_OID = 6200;

  private static final String[] FITTED = {
    "numeric_in|123.456|5,2",
    "numeric_in|999.995|5,2",
    "numeric_in|-999.996|5,2",
    "numeric_in|NaN|5,2",
    "numeric_in|Infinity|5,2",
    "numeric_in|12345|5,-2",
    "numeric_in|9999999|5,-2",
    "numeric_in|0.00012|3,5",
    "numeric_in|0.012|3,5",
    "numeric_in|1|3,3",
    "numeric_in|0|3,3",
    "varcharin|abc  |3",
    "varcharin|abcd|3",
    "bpcharin|ab|4",
    "bpcharin|abcd  |4",
    "bpcharin|abcde|4",
    "varcharin|日本語x|3",
    "timestamp_in|2024-01-15 12:34:56.789|0",
    "timestamp_in|2024-01-15 12:34:56.5|0",
    "timestamp_in|1999-12-31 23:59:59.95|1",
    "time_in|23:59:59.99|1",
    "timestamptz_in|infinity|2",
    "timetz_in|12:00:00.555+02|2",
    "bit_in|101|4",
    "bit_in|101|3",
    "varbit_in|101|2",
    "varbit_in|101|5"
  };

  private final List<String> differences = new ArrayList<>();

  @Test
  void every_type_is_called_what_the_server_calls_it() throws IOException {
    try (ReferenceValues reference = ReferenceValues.open()) {
      for (int oid = 1; oid < LAST_BUILTIN_OID; oid++) {
        if (Types.find(oid).isPresent()) {
          compareNames(oid, reference);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private void compareNames(int oid, ReferenceValues reference) throws IOException {
    int type = oid;
    compare(reference, "format_type(" + oid + ", null)", () -> TypeName.format(type));
    boolean interval = oid == TypeOid.INTERVAL || oid == TypeOid.INTERVAL_ARRAY;
    for (int typmod : interval ? new int[] {-1} : new int[] {-1, 4, 5, 20, 327_686}) {
      String sql = "format_type(" + oid + ", " + typmod + ")";
      compare(reference, sql, () -> TypeName.format(type, typmod));
    }
  }

  @Test
  void numbers_behind_a_type_become_the_modifier_or_the_complaint_of_the_server()
      throws IOException {
    String[] cases = {
      "varchar 0",
      "varchar -1",
      "varchar 10485760",
      "varchar 10485761",
      "varchar 1,2",
      "bpchar 0",
      "bpchar 5",
      "numeric 0",
      "numeric 1001",
      "numeric 5,1001",
      "numeric 5,-1001",
      "numeric 5,2",
      "numeric 1,2,3",
      "numeric 5,-2",
      "numeric 7",
      "timestamp 3",
      "timestamp 1,2",
      "time 3",
      "timetz 1",
      "timestamptz 0",
      "bit 0",
      "bit 5",
      "bit 83886081",
      "varbit 0",
      "varbit 83886080"
    };
    try (ReferenceValues reference = ReferenceValues.open()) {
      for (String one : cases) {
        String[] words = one.split(" ");
        int oid = Types.find(words[0]).orElseThrow().oid();
        String sql = words[0] + "typmodin('{" + words[1] + "}')";
        compare(reference, sql, () -> Integer.toString(Typmods.parse(oid, numbers(words[1]))));
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void every_range_of_intervals_is_named_and_fitted_as_on_the_server() throws IOException {
    try (ReferenceValues reference = ReferenceValues.open()) {
      for (IntervalRange range : IntervalRange.values()) {
        for (String precision : new String[] {"", ",0", ",3"}) {
          compareInterval(range.mask() + precision, reference);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private void compareInterval(String numbers, ReferenceValues reference) throws IOException {
    int typmod = Typmods.parse(TypeOid.INTERVAL, numbers(numbers));
    compare(reference, "intervaltypmodin('{" + numbers + "}')", () -> Integer.toString(typmod));
    compare(
        reference,
        "format_type(1186, " + typmod + ")",
        () -> TypeName.format(TypeOid.INTERVAL, typmod));
    String[] texts = {
      "1 year 2 mons 3 days 04:05:06.789123", "1:2", "5", "-1-2", "3 4:05", "1.5", "-4:05:06.9996"
    };
    for (String text : texts) {
      String sql = "interval_in('" + text + "', 0, " + typmod + ")";
      compare(reference, sql, () -> fitted(TypeOid.INTERVAL, text, typmod));
    }
  }

  @Test
  void a_value_is_fitted_to_a_modifier_or_refused_as_on_the_server() throws IOException {
    try (ReferenceValues reference = ReferenceValues.open()) {
      for (String one : FITTED) {
        String[] parts = one.split("\\|");
        int oid = Types.find(parts[0].replaceAll("_?in$", "")).orElseThrow().oid();
        int typmod = Typmods.parse(oid, numbers(parts[2]));
        String sql = parts[0] + "('" + parts[1] + "', 0, " + typmod + ")";
        compare(reference, sql, () -> fitted(oid, parts[1], typmod));
      }
    }
    assertThat(differences).isEmpty();
  }

  private static String fitted(int oid, String text, int typmod) {
    TypeIo io = Types.io(oid);
    return io.output(io.input(text, typmod, ENVIRONMENT), ENVIRONMENT);
  }

  private static int[] numbers(String list) {
    return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private void compare(ReferenceValues reference, String sql, Supplier<String> ours)
      throws IOException {
    Answer answer = reference.query("SELECT " + sql);
    String expected =
        answer.sqlState().isEmpty()
            ? answer.text()
            : answer.sqlState() + " " + answer.message() + " " + answer.detail();
    String actual;
    try {
      actual = ours.get();
    } catch (ReportedError error) {
      ErrorReport report = error.report();
      String detail = report.field(ErrorField.DETAIL).orElse("null");
      actual = report.code() + " " + report.message() + " " + detail;
    }
    if (!actual.equals(expected)) {
      differences.add(sql + "\n  server " + expected + "\n  ours   " + actual);
    }
  }
}
