package io.pgdouble.type;

import io.pgdouble.type.JsonPath.Item;
import io.pgdouble.type.JsonPath.Levels;
import java.util.List;

/** The text of a path ({@code printJsonPathItem}). */
final class JsonPathWriter {
  private final StringBuilder text = new StringBuilder();

  private JsonPathWriter() {}

  static String write(JsonPath path) {
    JsonPathWriter writer = new JsonPathWriter();
    if (path.mode() == JsonPath.Mode.STRICT) {
      writer.text.append("strict ");
    }
    writer.chain(path.items(), Brackets.PUT);
    return writer.text.toString();
  }

  /** Whether an operator stands in parentheses. */
  private enum Brackets {
    PUT,
    LEFT_OUT
  }

  private void chain(List<Item> items, Brackets brackets) {
    for (int i = 0; i < items.size(); i++) {
      item(items, i, i == 0 ? brackets : Brackets.PUT);
    }
  }

  private void item(List<Item> items, int index, Brackets brackets) {
    Item item = items.get(index);
    switch (item.kind()) {
      case NULL, ROOT, CURRENT, LAST, ANY_ARRAY -> text.append(item.kind().sign());
      case STRING -> JsonbWriter.quote(item.text(), text);
      case BOOL -> text.append(((JsonPath.Truth) item.operand()).value());
      case NUMERIC -> number(item, index + 1 < items.size() ? Brackets.PUT : Brackets.LEFT_OUT);
      case VARIABLE -> JsonbWriter.quote(item.text(), text.append('$'));
      case KEY -> JsonbWriter.quote(item.text(), dot(index));
      case ANY_KEY -> dot(index).append('*');
      case ANY -> levels((Levels) item.operand(), index);
      case INDEX_ARRAY -> subscripts(item.arguments());
      case FILTER -> enclosed("?(", item, ")");
      case EXISTS -> enclosed("exists (", item, ")");
      case NOT -> enclosed("!(", item, ")");
      case IS_UNKNOWN -> enclosed("(", item, ") is unknown");
      case TYPE, SIZE, ABS, FLOOR, CEILING, DOUBLE, KEYVALUE, DATETIME -> method(item);
      case PLUS,
          MINUS,
          ADD,
          SUB,
          MUL,
          DIV,
          MOD,
          AND,
          OR,
          EQUAL,
          NOT_EQUAL,
          LESS,
          GREATER,
          LESS_OR_EQUAL,
          GREATER_OR_EQUAL,
          STARTS_WITH,
          LIKE_REGEX ->
          operator(item, brackets);
    }
  }

  private StringBuilder dot(int index) {
    return index > 0 ? text.append('.') : text;
  }

  private void number(Item item, Brackets brackets) {
    Numeric value = ((JsonPath.Number) item.operand()).value();
    text.append(brackets == Brackets.PUT ? "(" : "");
    text.append(value);
    text.append(brackets == Brackets.PUT ? ")" : "");
  }

  private void enclosed(String before, Item item, String after) {
    text.append(before);
    chain(item.arguments().get(0), Brackets.LEFT_OUT);
    text.append(after);
  }

  private void method(Item item) {
    text.append('.').append(item.kind().sign()).append('(');
    if (item.operand() instanceof JsonPath.Text template) {
      JsonbWriter.quote(template.value(), text);
    }
    text.append(')');
  }

  private void operator(Item item, Brackets brackets) {
    text.append(brackets == Brackets.PUT ? "(" : "");
    if (item.kind() == JsonPathKind.PLUS || item.kind() == JsonPathKind.MINUS) {
      text.append(item.kind().sign());
      operand(item, 0);
    } else {
      operand(item, 0);
      text.append(' ').append(item.kind().sign()).append(' ');
      right(item);
    }
    text.append(brackets == Brackets.PUT ? ")" : "");
  }

  private void right(Item item) {
    if (!(item.operand() instanceof JsonPath.Pattern pattern)) {
      operand(item, 1);
      return;
    }
    JsonbWriter.quote(pattern.pattern(), text);
    if (!pattern.flags().isEmpty()) {
      text.append(" flag \"").append(pattern.flags()).append('"');
    }
  }

  private void operand(Item item, int index) {
    List<Item> operand = item.arguments().get(index);
    boolean weaker = operand.get(0).kind().priority() <= item.kind().priority();
    chain(operand, weaker ? Brackets.PUT : Brackets.LEFT_OUT);
  }

  private void subscripts(List<List<Item>> bounds) {
    text.append('[');
    for (int i = 0; i < bounds.size(); i += 2) {
      text.append(i > 0 ? "," : "");
      chain(bounds.get(i), Brackets.LEFT_OUT);
      if (!bounds.get(i + 1).isEmpty()) {
        text.append(" to ");
        chain(bounds.get(i + 1), Brackets.LEFT_OUT);
      }
    }
    text.append(']');
  }

  private void levels(Levels levels, int index) {
    dot(index).append("**");
    if (levels.first() == 0 && levels.last() == Levels.LAST) {
      return;
    }
    text.append('{').append(level(levels.first()));
    if (levels.first() != levels.last()) {
      text.append(" to ").append(level(levels.last()));
    }
    text.append('}');
  }

  private static String level(long level) {
    return level == Levels.LAST ? "last" : Long.toString(level);
  }
}
