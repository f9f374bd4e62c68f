package io.pgdouble.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.type.ReferenceValues.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each input of the case files, here and on a real server: the same value or complaint. */
class TypesAgreeWithTheReferenceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"numbers.cases", "texts.cases", "datetimes.cases", "arrays.cases", "jsons.cases"})
  void every_text_gives_the_value_or_the_complaint_of_the_server(String file) throws IOException {
    TypeCases cases = TypeCases.read(file);
    List<String> differences = new ArrayList<>();
    try (ReferenceValues reference = ReferenceValues.open()) {
      List<String> settings = List.of("none");
      for (TypeCases.Case one : cases.cases()) {
        if (!one.settings().equals(settings)) {
          settings = one.settings();
          SettingsEnvironment.apply(settings, reference);
        }
        TypeEnvironment environment = SettingsEnvironment.of(settings);
        Answer expected = reference.ask(one.oid(), one.input());
        compare(one, expected, OurValues.ask(one.oid(), one.input(), environment), differences);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(cases.cases()).hasSizeGreaterThan(100);
  }

  @Test
  void every_binary_body_gives_the_value_or_the_complaint_of_the_server() throws IOException {
    TypeCases cases = TypeCases.read("binaries.cases");
    List<String> differences = new ArrayList<>();
    try (ReferenceValues reference = ReferenceValues.open()) {
      for (TypeCases.Case one : cases.cases()) {
        byte[] body = HexFormat.of().parseHex(one.input().replace(" ", ""));
        Answer expected = reference.askBinary(one.oid(), body);
        TypeEnvironment environment = StandardTypeEnvironment.INSTANCE;
        compare(one, expected, OurValues.askBinary(one.oid(), body, environment), differences);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(cases.cases()).hasSizeGreaterThan(100);
  }

  private static void compare(
      TypeCases.Case one, Answer expected, Answer actual, List<String> differences) {
    if (!expected.equals(actual)) {
      String what = one.settings() + " " + TypeName.format(one.oid()) + " <" + one.input() + ">";
      differences.add(what + "\n  server " + expected + "\n  ours   " + actual);
    }
  }
}
