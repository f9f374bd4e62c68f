package io.pgdouble.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser's table of keywords is the one learned from the server. */
final class KeywordTest {
  private static List<String> learned(int major) throws IOException {
    try (BufferedReader facts =
        new BufferedReader(
            new InputStreamReader(
                KeywordTest.class.getResourceAsStream(
                    "/io/pgdouble/facts/" + major + "/keywords.tsv"),
                StandardCharsets.UTF_8))) {
      return facts.lines().skip(1).toList();
    }
  }

  private static String ours(String word, int major) {
    int token = Keyword.lookup(word, 0, word.length(), major);
    if (token < 0) {
      return word + " is none";
    }
    boolean colId = Keyword.isColId(token);
    boolean function = Keyword.isTypeFunctionName(token);
    String category = colId ? (function ? "U" : "C") : (function ? "T" : "R");
    return word + "\t" + category + "\t" + (Keyword.isBareColLabel(token) ? "t" : "f");
  }

  /** From 17 on json is no name of a function: the parser refuses JSON() where it is called. */
  private static boolean isJson(String line, int major) {
    return major > 16 && line.startsWith("json\t");
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void every_keyword_has_the_category_the_server_gives_it(int major) throws IOException {
    assertThat(learned(major)).hasSizeGreaterThan(400);
    assertThat(learned(major))
        .filteredOn(line -> !isJson(line, major))
        .allSatisfy(line -> assertThat(ours(line.split("\t")[0], major)).isEqualTo(line));
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17})
  void words_of_later_majors_are_names(int major) throws IOException {
    Set<String> own =
        learned(major).stream().map(line -> line.split("\t")[0]).collect(Collectors.toSet());
    assertThat(learned(18))
        .extracting(line -> line.split("\t")[0])
        .filteredOn(word -> !own.contains(word))
        .isNotEmpty()
        .allSatisfy(word -> assertThat(ours(word, major)).isEqualTo(word + " is none"));
  }

  @Test
  void a_keyword_is_found_in_either_case_and_nothing_else_is() {
    assertThat(Keyword.lookup("x SeLeCt y", 2, 8, 16)).isEqualTo(Keyword.SELECT);
    assertThat(Keyword.lookup("selects", 0, 7, 16)).isEqualTo(-1);
    assertThat(Keyword.lookup("ſelect", 0, 6, 16)).isEqualTo(-1);
  }
}
