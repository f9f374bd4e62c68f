package io.pgdouble.report;

import io.pgdouble.conformance.Answer;
import io.pgdouble.conformance.Case;
import io.pgdouble.conformance.Comparison;
import io.pgdouble.conformance.Comparison.ComparedStep;
import io.pgdouble.conformance.Comparison.Rung;
import io.pgdouble.conformance.Crosscheck;
import io.pgdouble.conformance.Outcome;
import io.pgdouble.conformance.Step;
import java.util.List;

/**
 * Differences message by message, as plain text: {@code -} what was expected, {@code +} what came,
 * two spaces before what both say. Steps that agree are shown only as far as they led up to it.
 */
public final class DiffText {

  private static final int STEPS_BEFORE = 6;

  private DiffText() {}

  /** The differences of every case that has any. */
  public static String of(Crosscheck crosscheck) {
    StringBuilder out = new StringBuilder();
    for (Outcome outcome : crosscheck.outcomes()) {
      out.append(of(outcome, crosscheck));
    }
    return out.toString();
  }

  /** The differences of one case; empty if it has none. */
  public static String of(Outcome outcome, Crosscheck crosscheck) {
    StringBuilder out = new StringBuilder();
    append(out, outcome.played(), outcome.fidelity(), crosscheck.reference(), crosscheck.subject());
    append(out, outcome.played(), outcome.drift(), "recorded", crosscheck.reference() + " now");
    return out.toString();
  }

  private static void append(
      StringBuilder out, Case played, Comparison comparison, String... sides) {
    if (comparison.isSame()) {
      return;
    }
    out.append(played.address()).append(": ").append(played.header().title()).append('\n');
    out.append("  - ").append(sides[0]).append("\n  + ").append(sides[1]).append('\n');
    List<ComparedStep> steps = comparison.steps();
    int first = steps.indexOf(comparison.differing().get(0));
    for (int i = Math.max(0, first - STEPS_BEFORE); i < steps.size(); i++) {
      append(out, steps.get(i));
    }
    out.append('\n');
  }

  private static void append(StringBuilder out, ComparedStep step) {
    boolean send = step.step() instanceof Step.Send;
    if (send || !step.isSame()) {
      out.append("    ").append(step.step().text()).append('\n');
    }
    if (!step.isSame()) {
      step.rungs().forEach(rung -> append(out, rung));
    }
  }

  private static void append(StringBuilder out, Rung rung) {
    if (rung.isSame()) {
      append(out, "    ", rung.expected());
    } else {
      append(out, "  - ", rung.expected());
      append(out, "  + ", rung.actual());
    }
  }

  private static void append(StringBuilder out, String mark, List<Answer> answers) {
    answers.forEach(answer -> out.append(mark).append(answer.text()).append('\n'));
  }
}
