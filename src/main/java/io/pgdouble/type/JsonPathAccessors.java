package io.pgdouble.type;

import io.pgdouble.type.JsonPath.Item;
import io.pgdouble.type.JsonPath.Levels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may follow an item: members, subscripts, filters, methods ({@code accessor_op}). */
final class JsonPathAccessors {
  private final JsonPathParser parser;

  JsonPathAccessors(JsonPathParser parser) {
    this.parser = parser;
  }

  Item next() {
    return switch (parser.advance().sign()) {
      case "[" -> subscripts();
      case "?" -> filter();
      default -> member();
    };
  }

  private Item filter() {
    parser.expect("(");
    List<Item> condition = parser.predicate();
    parser.expect(")");
    return new Item(JsonPathKind.FILTER, JsonPath.Nothing.NOTHING, List.of(condition));
  }

  private Item subscripts() {
    if (parser.token().is("*")) {
      parser.advance();
      parser.expect("]");
      return Item.of(JsonPathKind.ANY_ARRAY);
    }
    List<List<Item>> bounds = new ArrayList<>();
    subscript(bounds);
    while (parser.token().is(",")) {
      parser.advance();
      subscript(bounds);
    }
    parser.expect("]");
    return new Item(JsonPathKind.INDEX_ARRAY, JsonPath.Nothing.NOTHING, List.copyOf(bounds));
  }

  private void subscript(List<List<Item>> bounds) {
    bounds.add(parser.expression());
    boolean range = parser.token().is("to");
    if (range) {
      parser.advance();
    }
    bounds.add(range ? parser.expression() : List.of());
  }

  private Item member() {
    JsonPathToken token = parser.token();
    if (token.is("*") && token.is(JsonPathToken.Kind.SIGN)) {
      parser.advance();
      return Item.of(JsonPathKind.ANY_KEY);
    }
    if (token.is("**")) {
      parser.advance();
      return levels();
    }
    return switch (token.kind()) {
      case IDENTIFIER, STRING, KEYWORD -> named(parser.advance());
      case END, SIGN, NUMBER, INTEGER, VARIABLE -> throw parser.fault();
    };
  }

  private Item named(JsonPathToken name) {
    if (parser.token().is("(")) {
      Optional<JsonPathKind> method =
          name.is(JsonPathToken.Kind.KEYWORD) ? method(name.sign()) : Optional.empty();
      return call(method.orElseThrow(parser::unknownMethod));
    }
    return Item.of(JsonPathKind.KEY, new JsonPath.Text(name.text()));
  }

  private static Optional<JsonPathKind> method(String name) {
    return switch (name) {
      case "abs" -> Optional.of(JsonPathKind.ABS);
      case "size" -> Optional.of(JsonPathKind.SIZE);
      case "type" -> Optional.of(JsonPathKind.TYPE);
      case "floor" -> Optional.of(JsonPathKind.FLOOR);
      case "double" -> Optional.of(JsonPathKind.DOUBLE);
      case "ceiling" -> Optional.of(JsonPathKind.CEILING);
      case "keyvalue" -> Optional.of(JsonPathKind.KEYVALUE);
      case "datetime" -> Optional.of(JsonPathKind.DATETIME);
      default -> Optional.empty();
    };
  }

  private Item call(JsonPathKind method) {
    parser.expect("(");
    JsonPath.Operand operand = JsonPath.Nothing.NOTHING;
    if (method == JsonPathKind.DATETIME && parser.token().is(JsonPathToken.Kind.STRING)) {
      operand = new JsonPath.Text(parser.advance().text());
    }
    parser.expect(")");
    return Item.of(method, operand);
  }

  private Item levels() {
    if (!parser.token().is("{")) {
      return Item.of(JsonPathKind.ANY, new Levels(0, Levels.LAST));
    }
    parser.advance();
    long first = level();
    long last = first;
    if (parser.token().is("to")) {
      parser.advance();
      last = level();
    }
    parser.expect("}");
    return Item.of(JsonPathKind.ANY, new Levels(first, last));
  }

  private long level() {
    if (parser.token().is("last")) {
      parser.advance();
      return Levels.LAST;
    }
    String text = parser.expect(JsonPathToken.Kind.INTEGER).text();
    return (Integer) Int4Io.INSTANCE.input(text, -1, null);
  }
}
