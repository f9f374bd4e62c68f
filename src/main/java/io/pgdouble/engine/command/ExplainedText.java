package io.pgdouble.engine.command;

import io.pgdouble.engine.execution.PlanNode;
import io.pgdouble.engine.function.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.StringJoiner;

/**
 * A plan in the formats of EXPLAIN. Each of its parts says whose it is: nobody shall take it for
 * one of PostgreSQL's.
 *
 * @param rows how many there were, where the plan was run
 */
record ExplainedText(PlanNode plan, OptionalLong rows) {
  private static final String OWN = "pgdouble ";
  private static final String XML_BEGIN =
      "<explain xmlns=\"http://www.postgresql.org/2009/explain\">\n";
  private static final String XML_END = "</explain>";

  List<String> lines(ExplainOptions.Format format) {
    return switch (format) {
      case TEXT -> text();
      case XML ->
          List.of(XML_BEGIN + "  <Query>\n" + xml(plan, 2, rows) + "  </Query>\n" + XML_END);
      case JSON -> List.of("[\n  {\n    \"Plan\": " + json(plan, 2, rows) + "\n  }\n]");
      case YAML -> List.of("- Plan: " + yaml(plan, 2, rows));
    };
  }

  /** What is said where there is nothing but a label ({@code ExplainDummyGroup}). */
  static List<String> ofLabel(String label, ExplainOptions.Format format) {
    return switch (format) {
      case TEXT -> List.of();
      case XML -> List.of(XML_BEGIN + "  <" + label.replace(' ', '-') + " />\n" + XML_END);
      case JSON -> List.of("[\n  \"" + label + "\"\n]");
      case YAML -> List.of("- \"" + label + "\"");
    };
  }

  private List<String> text() {
    List<String> lines = new ArrayList<>();
    text(plan, 0, lines);
    String first = lines.get(0);
    lines.set(0, rows.isEmpty() ? first : first + " (actual rows=" + rows.getAsLong() + ")");
    return lines;
  }

  private static void text(PlanNode node, int depth, List<String> lines) {
    String arrow = depth == 0 ? "" : " ".repeat(6 * depth - 4) + "->  ";
    String object = node.object().map(name -> " on " + name).orElse("");
    lines.add(arrow + OWN + node.type() + object);
    node.inputs().forEach(input -> text(input, depth + 1, lines));
  }

  private static String xml(PlanNode node, int depth, OptionalLong rows) {
    String indent = "  ".repeat(depth);
    StringBuilder xml = new StringBuilder(indent + "<Plan>\n");
    properties(node, rows)
        .forEach(one -> xml.append(indent).append("  ").append(one.xml()).append('\n'));
    if (!node.inputs().isEmpty()) {
      xml.append(indent).append("  <Plans>\n");
      node.inputs().forEach(input -> xml.append(xml(input, depth + 2, OptionalLong.empty())));
      xml.append(indent).append("  </Plans>\n");
    }
    return xml.append(indent).append("</Plan>\n").toString();
  }

  private static String json(PlanNode node, int depth, OptionalLong rows) {
    String indent = "\n" + "  ".repeat(depth);
    StringJoiner members = new StringJoiner("," + indent + "  ", "{" + indent + "  ", indent + "}");
    properties(node, rows).forEach(one -> members.add(one.json()));
    if (!node.inputs().isEmpty()) {
      String line = indent + "    ";
      StringJoiner plans = new StringJoiner("," + line, "\"Plans\": [" + line, indent + "  ]");
      node.inputs().forEach(input -> plans.add(json(input, depth + 2, OptionalLong.empty())));
      members.add(plans.toString());
    }
    return members.toString();
  }

  private static String yaml(PlanNode node, int depth, OptionalLong rows) {
    String indent = "\n" + "  ".repeat(depth);
    StringBuilder yaml = new StringBuilder();
    properties(node, rows).forEach(one -> yaml.append(indent).append(one.yaml()));
    if (!node.inputs().isEmpty()) {
      yaml.append(indent).append("Plans:");
      for (PlanNode input : node.inputs()) {
        String properties = yaml(input, depth + 2, OptionalLong.empty());
        yaml.append(indent).append("  - ").append(properties.strip());
      }
    }
    return yaml.toString();
  }

  private static List<Property> properties(PlanNode node, OptionalLong rows) {
    List<Property> properties = new ArrayList<>();
    properties.add(new Property("Node Type", OWN + node.type()));
    node.object().ifPresent(name -> properties.add(new Property("Object Name", name)));
    rows.ifPresent(count -> properties.add(new Property("Actual Rows", count)));
    return properties;
  }

  /** Something said of a part: a text or a number. */
  private record Property(String name, Object value) {
    String json() {
      return "\"" + name + "\": " + jsonValue();
    }

    String yaml() {
      return name + ": " + jsonValue();
    }

    private String jsonValue() {
      if (!(value instanceof String text)) {
        return value.toString();
      }
      StringBuilder quoted = new StringBuilder();
      JsonText.quote(text, quoted);
      return quoted.toString();
    }

    String xml() {
      String tag = name.replace(' ', '-');
      String text = value.toString().replace("&", "&amp;").replace("<", "&lt;");
      return "<" + tag + ">" + text.replace(">", "&gt;") + "</" + tag + ">";
    }
  }
}
