package io.pgdouble.cli;

import io.pgdouble.trace.Masks;
import java.util.List;
import picocli.CommandLine.Option;

/** What a user keeps out of a recording. */
final class MaskArguments {
  @Option(
      names = "--mask-column",
      paramLabel = "REGEX",
      description = "mask the values of the columns with such a name in results")
  private List<String> columns = List.of();

  @Option(
      names = "--mask-parameter",
      paramLabel = "[$N:]REGEX",
      description = {
        "mask the parameters of statements in whose text this is found,",
        "or one of them: '$2:INSERT INTO users'"
      })
  private List<String> parameters = List.of();

  @Option(
      names = "--mask-text",
      paramLabel = "REGEX",
      description = "mask what this matches in statements, values, errors and COPY data")
  private List<String> texts = List.of();

  boolean areGiven() {
    return !(columns.isEmpty() && parameters.isEmpty() && texts.isEmpty());
  }

  Masks masks() {
    Masks masks = Masks.NONE;
    for (String column : columns) {
      masks = masks.withColumn(column);
    }
    for (String parameter : parameters) {
      masks = masks.withParameter(parameter);
    }
    for (String text : texts) {
      masks = masks.withText(text);
    }
    return masks;
  }
}
