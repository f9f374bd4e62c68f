package io.pgdouble.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {
  @Test
  void every_paragraph_becomes_a_query_below_the_header() {
    String script =
        """
        -- title: Two statements
        -- majors: 14-18

        SELECT 'a"\\b',
        \t2

        -- not a title: this is sent
        SELECT 3;
        """;
    assertThat(SqlScript.toCase(script))
        .isEqualTo(
            """
            pgdouble-trace 1
            title\tTwo statements
            majors\t14-18

            A\tconnect
            A\tF\tQuery\t"SELECT 'a\\"\\\\b',\\n\\x092"
            A\tuntil\tReadyForQuery
            A\tF\tQuery\t"-- not a title: this is sent\\nSELECT 3;"
            A\tuntil\tReadyForQuery
            """);
  }

  @Test
  void the_case_can_be_read() {
    Case read = CaseReader.read("a/b", SqlScript.toCase("-- title: One\n\nSELECT 1\n"));
    assertThat(read.header().title()).isEqualTo("One");
    assertThat(read.header().majors().contains(16)).isTrue();
  }
}
