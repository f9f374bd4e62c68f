package io.pgdouble.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.trace.TraceLine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Step STEP = new Step.Until("A", "ReadyForQuery");

  private static Run run(String... answers) {
    List<Answer> lines =
        Arrays.stream(answers).map(a -> new Answer("A", TraceLine.parse("B 4 " + a))).toList();
    return new Run("server", List.of(new PlayedStep(STEP, lines)), 0);
  }

  @Test
  void equal_runs_are_the_same() {
    assertThat(Comparison.of(run("NoData"), run("NoData")).isSame()).isTrue();
  }

  @Test
  void an_answer_too_many_stands_alone_and_the_others_beside_their_equal() {
    Comparison comparison =
        Comparison.of(run("NoData", "ReadyForQuery I"), run("NoData", "NoData", "ReadyForQuery I"));
    assertThat(comparison.differing()).hasSize(1);
    assertThat(comparison.differing().get(0).rungs())
        .extracting(Comparison.Rung::isSame)
        .containsExactlyInAnyOrder(true, false, true);
    assertThat(comparison.firstDifference()).isEqualTo("expected nothing, got NoData");
  }

  @Test
  void an_answer_with_other_fields_stands_beside_its_namesake() {
    Comparison comparison =
        Comparison.of(run("ReadyForQuery I", "NoData"), run("ReadyForQuery E", "NoData"));
    assertThat(comparison.firstDifference())
        .isEqualTo("expected ReadyForQuery I, got ReadyForQuery E");
    assertThat(comparison.steps().get(0).rungs()).hasSize(2);
  }

  @Test
  void a_step_that_only_one_run_has_differs_if_anything_was_answered() {
    Run longer = new Run("server", List.of(), 0);
    assertThat(Comparison.of(longer, run("NoData")).isSame()).isFalse();
    assertThat(Comparison.of(longer, run()).isSame()).isTrue();
  }

  @Test
  void an_honest_refusal_is_a_verdict_of_its_own() {
    String refusal =
        "ErrorResponse S \"ERROR\" C \"0A000\" M \"pgdouble does not simulate x\" \\x00";
    assertThat(Judge.verdict(Comparison.of(run("NoData"), run(refusal))))
        .isEqualTo(Verdict.REFUSED);
    assertThat(Judge.verdict(Comparison.of(run("NoData"), run("BindComplete"))))
        .isEqualTo(Verdict.DIFFERS);
  }
}
