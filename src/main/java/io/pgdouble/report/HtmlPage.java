package io.pgdouble.report;

import io.pgdouble.conformance.Crosscheck;
import io.pgdouble.conformance.KillTable;
import io.pgdouble.validation.MutationTrial;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A run as one page that needs nothing else: no network, no other file. The page carries the run as
 * JSON and draws a case's ladder when it is opened, so that a thousand cases load at once.
 */
public final class HtmlPage {

  private static final String PLACE_OF_DATA = "/*RESULTS*/null";

  private HtmlPage() {}

  /** The page. */
  public static String of(Crosscheck crosscheck, KillTable mutants, MutationTrial.Table judged) {
    String data = ResultsJson.of(crosscheck, mutants, judged).replace("<", "\\u003c");
    return template().replace(PLACE_OF_DATA, data);
  }

  private static String template() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("crosscheck.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
