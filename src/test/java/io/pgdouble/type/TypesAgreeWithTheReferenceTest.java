package io.pgdouble.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.type.ReferenceValues.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each input of the case files, here and on a real server: the same value or the same complaint.
 */
@EnabledIfEnvironmentVariable(named = "PGDOUBLE_REFERENCE_PORT", matches = "\\d+")
class TypesAgreeWithTheReferenceTest {
  @ParameterizedTest
  @ValueSource(strings = {"numbers.cases", "texts.cases", "datetimes.cases", "arrays.cases"})
  void every_input_gives_the_value_or_the_complaint_of_the_server(String file) throws IOException {
    TypeCases cases = TypeCases.read(file);
    List<String> differences = new ArrayList<>();
    try (ReferenceValues reference = open()) {
      List<String> settings = List.of("none");
      for (TypeCases.Case one : cases.cases()) {
        if (!one.settings().equals(settings)) {
          settings = one.settings();
          SettingsEnvironment.apply(settings, reference);
        }
        compare(one, reference, differences);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(cases.cases()).hasSizeGreaterThan(50);
  }

  private static void compare(
      TypeCases.Case one, ReferenceValues reference, List<String> differences) throws IOException {
    Answer expected = reference.ask(one.oid(), one.input());
    Answer actual;
    try {
      actual = OurValues.ask(one.oid(), one.input(), SettingsEnvironment.of(one.settings()));
    } catch (RuntimeException | AssertionError e) {
      actual = new Answer(e.toString(), e.getStackTrace()[0].toString(), "", "", "", "", "");
    }
    if (!expected.equals(actual)) {
      differences.add(
          "\n"
              + one.settings()
              + " "
              + TypeName.format(one.oid())
              + " <"
              + one.input()
              + ">\n  server "
              + expected
              + "\n  ours   "
              + actual);
    }
  }

  private static ReferenceValues open() throws IOException {
    return new ReferenceValues(
        "127.0.0.1", Integer.parseInt(System.getenv("PGDOUBLE_REFERENCE_PORT")));
  }
}
