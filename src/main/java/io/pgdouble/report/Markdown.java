package io.pgdouble.report;

import io.pgdouble.conformance.Case;
import io.pgdouble.conformance.Crosscheck;
import io.pgdouble.conformance.KillTable;
import io.pgdouble.conformance.Outcome;
import io.pgdouble.conformance.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A run as tables that are read in a terminal as well as in a page. */
public final class Markdown {

  private static final List<String> HEAD =
      List.of("anchor", "cases", "same", "differ", "refused", "not played", "drifted");

  private Markdown() {}

  /** One row for each anchor, and their sum. */
  public static String byAnchor(Crosscheck crosscheck) {
    Map<String, List<Outcome>> anchors = new TreeMap<>();
    for (Outcome outcome : crosscheck.outcomes()) {
      Case played = outcome.played();
      anchors.computeIfAbsent(played.anchor(), a -> new ArrayList<>()).add(outcome);
    }
    List<List<String>> rows = new ArrayList<>();
    anchors.forEach((anchor, outcomes) -> rows.add(row(anchor, outcomes)));
    rows.add(row("all", crosscheck.outcomes()));
    return table(HEAD, rows);
  }

  private static List<String> row(String anchor, List<Outcome> outcomes) {
    return List.of(
        anchor,
        String.valueOf(outcomes.size()),
        count(outcomes, Verdict.SAME),
        count(outcomes, Verdict.DIFFERS),
        count(outcomes, Verdict.REFUSED),
        count(outcomes, Verdict.NOT_PLAYED),
        nonZero(outcomes.stream().filter(Outcome::hasDrifted).count()));
  }

  private static String count(List<Outcome> outcomes, Verdict verdict) {
    return nonZero(outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count());
  }

  private static String nonZero(long count) {
    return count == 0 ? "" : String.valueOf(count);
  }

  /** One row for each mutant: what it does wrong, how many cases found it out, and the first. */
  public static String killTable(KillTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (KillTable.Row row : table.rows()) {
      List<String> killers = row.killers();
      String first = killers.isEmpty() ? "SURVIVED" : killers.get(0);
      rows.add(List.of(row.mutant(), row.fault(), String.valueOf(killers.size()), first));
    }
    return table(List.of("mutant", "fault", "killed by", "for example"), rows);
  }

  /** What came of a run, in one sentence. */
  public static String summary(Crosscheck crosscheck) {
    return String.format(
        Locale.ROOT,
        "%d cases: %d same, %d differ, %d refused, %d not played, %d drifted; "
            + "%s against %s, %.1f s",
        crosscheck.outcomes().size(),
        crosscheck.count(Verdict.SAME),
        crosscheck.count(Verdict.DIFFERS),
        crosscheck.count(Verdict.REFUSED),
        crosscheck.count(Verdict.NOT_PLAYED),
        crosscheck.drifted().size(),
        crosscheck.subject(),
        crosscheck.reference(),
        crosscheck.micros() / 1e6);
  }

  private static String table(List<String> head, List<List<String>> rows) {
    int[] widths = new int[head.size()];
    measure(widths, head);
    rows.forEach(row -> measure(widths, row));
    StringBuilder out = new StringBuilder();
    append(out, widths, head);
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    append(out, widths, rule);
    rows.forEach(row -> append(out, widths, row));
    return out.toString();
  }

  private static void measure(int[] widths, List<String> row) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], row.get(i).length());
    }
  }

  private static void append(StringBuilder out, int[] widths, List<String> row) {
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      boolean number = !cell.isEmpty() && cell.chars().allMatch(Character::isDigit);
      String padding = " ".repeat(widths[i] - cell.length());
      out.append("| ").append(number ? padding + cell : cell + padding).append(' ');
    }
    out.append("|\n");
  }
}
