package io.pgdouble.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltinsTest {

  @Test
  void the_index_leads_to_every_function_an_area_holds_and_to_no_other() {
    List<String> wrong = new ArrayList<>();
    int found = 0;
    for (FactRow row : Facts.of(16).table("pg_proc").rows()) {
      String prosrc = row.find("prosrc").orElse("");
      FunctionArea indexed = BuiltinIndex.area(prosrc);
      Arrays.stream(FunctionArea.values())
          .filter(area -> (area.find(prosrc) != null) != (area == indexed))
          .forEach(area -> wrong.add(area + " " + prosrc));
      found += indexed == null ? 0 : 1;
    }
    assertThat(wrong).isEmpty();
    assertThat(found).isGreaterThan(800);
  }

  @Test
  void a_function_the_double_does_not_simulate_is_absent() {
    assertThat(Builtins.find("ts_headline_opt")).isEmpty();
    assertThat(Builtins.find("no such function")).isEmpty();
  }

  @Test
  void waiting_and_growing_functions_are_not_light() {
    assertThat(Builtins.find("pg_sleep").orElseThrow().isLight()).isFalse();
    assertThat(Builtins.find("repeat").orElseThrow().isLight()).isFalse();
    assertThat(Builtins.find("generate_series_int4").orElseThrow().isLight()).isFalse();
    assertThat(Builtins.find("int4pl").orElseThrow().isLight()).isTrue();
  }
}
