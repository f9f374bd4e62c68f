package io.pgdouble.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pgdouble.trace.Recording;
import io.pgdouble.validation.Judgement;
import io.pgdouble.validation.Ruling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A conversation as one page that needs nothing else, and draws its ladder from its own data. */
public final class LadderPage {
  private static final String PLACE_OF_DATA = "/*LADDER*/null";
  private static final ObjectMapper JSON = new ObjectMapper();

  private LadderPage() {}

  /**
   * The page.
   *
   * @param title the file's name
   */
  public static String of(String title, Recording recording, Judgement judgement) {
    ObjectNode root = JSON.createObjectNode();
    root.put("title", title);
    root.put("conversations", judgement.conversations());
    ArrayNode steps = root.putArray("steps");
    LadderStep.of(recording, judgement).forEach(step -> add(steps.addObject(), step));
    try {
      String data = JSON.writeValueAsString(root).replace("<", "\\u003c");
      return template().replace(PLACE_OF_DATA, data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers can be written", e);
    }
  }

  private static void add(ObjectNode node, LadderStep step) {
    node.put("t", step.micros());
    node.put("c", step.connection());
    node.put("k", step.kind().name().toLowerCase(Locale.ROOT));
    node.put("n", step.name());
    node.put("x", step.columns());
    if (!step.rulings().isEmpty()) {
      ArrayNode rulings = node.putArray("v");
      step.rulings().forEach(ruling -> add(rulings.addObject(), ruling));
    }
  }

  private static void add(ObjectNode node, Ruling ruling) {
    node.put("s", ruling.verdict().severity().name().toLowerCase(Locale.ROOT));
    node.put("x", ruling.verdict().text());
    node.put("a", ValidationText.address(ruling.verdict().rule().anchor()));
  }

  private static String template() {
    try (InputStream in = LadderPage.class.getResourceAsStream("ladder.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
