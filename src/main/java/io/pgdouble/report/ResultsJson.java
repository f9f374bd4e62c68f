package io.pgdouble.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pgdouble.conformance.Answer;
import io.pgdouble.conformance.Comparison;
import io.pgdouble.conformance.Comparison.ComparedStep;
import io.pgdouble.conformance.Comparison.Rung;
import io.pgdouble.conformance.Crosscheck;
import io.pgdouble.conformance.KillTable;
import io.pgdouble.conformance.Outcome;
import io.pgdouble.conformance.Step;
import io.pgdouble.conformance.Verdict;
import io.pgdouble.validation.MutationTrial;
import java.util.List;

/** A run as JSON, every message of it. Also what the page is drawn from. */
public final class ResultsJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private ResultsJson() {}

  /**
   * The run, the kill table, if there are any rows in it, and what the judge of conversations
   * catches.
   */
  public static String of(Crosscheck crosscheck, KillTable mutants, MutationTrial.Table judged) {
    ObjectNode root = JSON.createObjectNode();
    root.put("reference", crosscheck.reference());
    root.put("subject", crosscheck.subject());
    root.put("clean", crosscheck.isClean());
    root.put("micros", crosscheck.micros());
    ObjectNode counts = root.putObject("counts");
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict.word(), crosscheck.count(verdict));
    }
    counts.put("drifted", crosscheck.drifted().size());
    ArrayNode cases = root.putArray("cases");
    crosscheck.outcomes().forEach(outcome -> addCase(cases.addObject(), outcome));
    ArrayNode rows = root.putArray("mutants");
    mutants.rows().forEach(row -> addMutant(rows.addObject(), row));
    ArrayNode mutations = root.putArray("mutations");
    judged.mutations().forEach(row -> addMutation(mutations.addObject(), row));
    judged.alterations().forEach(row -> addAlteration(mutations.addObject(), row));
    return write(root);
  }

  private static String write(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers can be written", e);
    }
  }

  private static void addCase(ObjectNode node, Outcome outcome) {
    node.put("address", outcome.played().address());
    node.put("anchor", outcome.played().anchor());
    node.put("title", outcome.played().header().title());
    node.put("verdict", outcome.verdict().word());
    node.put("drifted", outcome.hasDrifted());
    node.put("referenceMicros", outcome.referenceMicros());
    node.put("subjectMicros", outcome.subjectMicros());
    addSteps(node.putArray("steps"), outcome.fidelity());
    if (outcome.hasDrifted()) {
      addSteps(node.putArray("drift"), outcome.drift());
    }
  }

  private static void addSteps(ArrayNode steps, Comparison comparison) {
    for (ComparedStep step : comparison.steps()) {
      ObjectNode node = steps.addObject();
      node.put("step", step.step().text());
      if (step.step() instanceof Step.Send) {
        node.put("send", true);
      }
      if (!step.rungs().isEmpty()) {
        ArrayNode rungs = node.putArray("rungs");
        step.rungs().forEach(rung -> addRung(rungs.addArray(), rung));
      }
    }
  }

  /** One text if both are equal; else both, the one that is missing empty. */
  private static void addRung(ArrayNode node, Rung rung) {
    node.add(text(rung.expected()));
    if (!rung.isSame()) {
      node.add(text(rung.actual()));
    }
  }

  private static String text(List<Answer> answers) {
    return answers.isEmpty() ? "" : answers.get(0).text();
  }

  private static void addMutation(ObjectNode node, MutationTrial.Row row) {
    node.put("side", row.side());
    node.put("message", row.message());
    node.put("done", row.done());
    node.put("tried", row.tried());
    node.put("caught", row.caught());
    ArrayNode rules = node.putArray("rules");
    row.rules().forEach(rule -> rules.add(rule.name()));
    row.reason().filter(why -> row.caught() < row.tried()).ifPresent(why -> node.put("why", why));
  }

  private static void addAlteration(ObjectNode node, MutationTrial.AlteredRow row) {
    node.put("side", row.side());
    node.put("message", row.message());
    node.put("done", row.done());
    node.put("tried", 1);
    node.put("caught", row.caught() ? 1 : 0);
    node.putArray("rules").add(row.rule().name());
  }

  private static void addMutant(ObjectNode node, KillTable.Row row) {
    node.put("mutant", row.mutant());
    node.put("fault", row.fault());
    ArrayNode killers = node.putArray("killers");
    row.killers().forEach(killers::add);
  }
}
