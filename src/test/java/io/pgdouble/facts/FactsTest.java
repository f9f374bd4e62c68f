package io.pgdouble.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
  private final Facts facts = Facts.of(16);

  @Test
  void a_type_is_found_by_its_oid_and_read_by_column_name() {
    FactRow int4 = facts.table("pg_type").byOid(23).orElseThrow();
    assertThat(int4.text("typname")).isEqualTo("int4");
    assertThat(int4.integer("typlen")).isEqualTo(4);
    assertThat(int4.letter("typcategory")).isEqualTo('N');
    assertThat(int4.oid("typarray")).isEqualTo(1007);
    assertThat(int4.bool("typbyval")).isTrue();
    assertThat(int4.find("typdefault")).isEmpty();
  }

  @Test
  void every_row_of_every_table_sorted_by_oid_is_found_by_it() {
    for (String name : List.of("pg_type", "pg_operator", "pg_proc", "pg_class", "pg_opclass")) {
      FactTable table = facts.table(name);
      assertThat(table.size()).isPositive();
      assertThat(table.rows())
          .allSatisfy(row -> assertThat(table.byOid(row.oid("oid"))).isPresent());
    }
    assertThat(facts.table("pg_type").byOid(1)).isEmpty();
  }

  @Test
  void argument_types_and_defaults_of_functions_are_lists() {
    FactRow makeInterval = facts.table("pg_proc").byOid(3464).orElseThrow();
    assertThat(makeInterval.text("proname")).isEqualTo("make_interval");
    assertThat(makeInterval.oids("proargtypes")).containsExactly(23, 23, 23, 23, 23, 23, 701);
    assertThat(makeInterval.list("prodefaults"))
        .containsExactly("0", "0", "0", "0", "0", "0", "0.0");
    assertThat(makeInterval.list("proargnames")).startsWith("years", "months").hasSize(7);
  }

  @Test
  void quoted_elements_and_escaped_characters_are_read_as_they_were() {
    FactTable settings = facts.table("pg_settings");
    FactRow isolation =
        settings.rows().stream()
            .filter(row -> row.text("name").equals("transaction_isolation"))
            .findFirst()
            .orElseThrow();
    assertThat(isolation.list("enumvals"))
        .containsExactly("serializable", "repeatable read", "read committed", "read uncommitted");
    assertThat(facts.table("pg_views").row(0).text("definition")).contains("\n");
  }

  @Test
  void an_unknown_table_column_or_version_is_named_in_the_error() {
    assertThatThrownBy(() -> Facts.of(9)).hasMessageContaining("PostgreSQL 9");
    assertThatThrownBy(() -> facts.table("pg_nothing")).hasMessageContaining("pg_nothing");
    assertThatThrownBy(() -> facts.table("pg_type").row(0).text("nothing"))
        .hasMessageContaining("pg_type has no column nothing");
  }
}
