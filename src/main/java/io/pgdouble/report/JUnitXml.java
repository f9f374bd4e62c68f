package io.pgdouble.report;

import io.pgdouble.conformance.Crosscheck;
import io.pgdouble.conformance.Outcome;
import io.pgdouble.conformance.Verdict;
import java.util.Locale;

/** A run in the form that build servers read: a test case for each case, by anchor. */
public final class JUnitXml {

  private JUnitXml() {}

  /** The run as one test suite. */
  public static String of(Crosscheck crosscheck) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    long failures = crosscheck.outcomes().stream().filter(outcome -> !outcome.isClean()).count();
    out.append(
        String.format(
            Locale.ROOT,
            "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" skipped=\"%d\" time=\"%.3f\">%n",
            escape(crosscheck.subject() + " against " + crosscheck.reference()),
            crosscheck.outcomes().size(),
            failures,
            crosscheck.count(Verdict.NOT_PLAYED),
            crosscheck.micros() / 1e6));
    crosscheck.outcomes().forEach(outcome -> append(out, outcome, crosscheck));
    return out.append("</testsuite>\n").toString();
  }

  private static void append(StringBuilder out, Outcome outcome, Crosscheck crosscheck) {
    out.append(
        String.format(
            Locale.ROOT,
            "  <testcase classname=\"%s\" name=\"%s\" time=\"%.6f\">%n",
            escape(outcome.played().anchor()),
            escape(outcome.played().name()),
            outcome.subjectMicros() / 1e6));
    if (!outcome.isClean()) {
      String first = outcome.fidelity().firstDifference();
      String message =
          first.isEmpty() ? "recorded answers: " + outcome.drift().firstDifference() : first;
      out.append("    <failure message=\"").append(escape(message)).append("\">");
      out.append(escape(DiffText.of(outcome, crosscheck))).append("</failure>\n");
    } else if (outcome.verdict() == Verdict.NOT_PLAYED) {
      out.append("    <skipped/>\n");
    }
    out.append("  </testcase>\n");
  }

  /** XML has no way to say most control characters, so they are shown as what they are called. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n', '\t' -> out.append("&#").append(c).append(';');
                default -> {
                  boolean legal = c >= 0x20 && c != 0xfffe && c != 0xffff;
                  out.append(legal ? Character.toString(c) : "\\x" + Integer.toHexString(c));
                }
              }
            });
    return out.toString();
  }
}
