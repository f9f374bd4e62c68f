package io.pgdouble.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parser's table of keywords is the one learned from the server. */
final class KeywordTest {
  private static List<String> learned() throws IOException {
    try (BufferedReader facts =
        new BufferedReader(
            new InputStreamReader(
                KeywordTest.class.getResourceAsStream("/io/pgdouble/facts/16/keywords.tsv"),
                StandardCharsets.UTF_8))) {
      return facts.lines().skip(1).toList();
    }
  }

  private static String ours(String word) {
    int token = Keyword.lookup(word, 0, word.length());
    boolean colId = Keyword.isColId(token);
    boolean function = Keyword.isTypeFunctionName(token);
    String category = colId ? (function ? "U" : "C") : (function ? "T" : "R");
    return word + "\t" + category + "\t" + (Keyword.isBareColLabel(token) ? "t" : "f");
  }

  @Test
  void every_keyword_has_the_category_the_server_gives_it() throws IOException {
    assertThat(learned()).hasSizeGreaterThan(400);
    assertThat(learned()).allSatisfy(line -> assertThat(ours(line.split("\t")[0])).isEqualTo(line));
  }

  @Test
  void a_keyword_is_found_in_either_case_and_nothing_else_is() {
    assertThat(Keyword.lookup("x SeLeCt y", 2, 8)).isEqualTo(Keyword.SELECT);
    assertThat(Keyword.lookup("selects", 0, 7)).isEqualTo(-1);
    assertThat(Keyword.lookup("ſelect", 0, 6)).isEqualTo(-1);
  }
}
