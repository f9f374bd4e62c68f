package io.pgdouble.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pgdouble.trace.Recording;
import io.pgdouble.validation.Judgement;
import io.pgdouble.validation.Ruling;
import io.pgdouble.validation.Verdict;
import java.util.Locale;
import java.util.Map;

/** What came of judging recordings, for a program. */
public final class ValidationJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ValidationJson() {}

  /**
   * All files and their verdicts.
   *
   * @param recordings by the files' names
   * @param judged by the same
   */
  public static String of(Map<String, Recording> recordings, Map<String, Judgement> judged) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode files = root.putArray("files");
    judged.forEach(
        (name, judgement) -> {
          ObjectNode file = files.addObject();
          file.put("file", name);
          file.put("conversations", judgement.conversations());
          file.put("messages", judgement.messages());
          ArrayNode verdicts = file.putArray("verdicts");
          Recording recording = recordings.get(name);
          judgement.rulings().forEach(ruling -> add(verdicts.addObject(), ruling, recording));
        });
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers can be written", e);
    }
  }

  private static void add(ObjectNode node, Ruling ruling, Recording recording) {
    Verdict verdict = ruling.verdict();
    node.put("severity", verdict.severity().name().toLowerCase(Locale.ROOT));
    node.put("side", verdict.side().name().toLowerCase(Locale.ROOT));
    node.put("connection", ruling.connection());
    node.put("message", verdict.message());
    node.put("number", verdict.number());
    node.put("place", verdict.place().name());
    node.put("rule", verdict.rule().name());
    node.put("sentence", verdict.rule().sentence());
    node.put("detail", verdict.detail());
    node.put("manual", ValidationText.address(verdict.rule().anchor()));
    node.put("line", ValidationText.line(recording, ruling.event()));
  }
}
