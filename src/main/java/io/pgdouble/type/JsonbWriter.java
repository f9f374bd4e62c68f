package io.pgdouble.type;

import java.util.List;

/** Writes a {@code jsonb}. Server: {@code jsonb.c: JsonbToCString}, {@code json.c: escape_json}. */
final class JsonbWriter {
  private final StringBuilder text = new StringBuilder();

  private JsonbWriter() {}

  static String write(Jsonb value) {
    JsonbWriter writer = new JsonbWriter();
    writer.value(value);
    return writer.text.toString();
  }

  private void value(Jsonb value) {
    if (value instanceof Jsonb.Text string) {
      quote(string.value(), text);
    } else if (value instanceof Jsonb.Number number) {
      text.append(number.value());
    } else if (value instanceof Jsonb.Bool bool) {
      text.append(bool.value());
    } else if (value instanceof Jsonb.Array array) {
      array(array.elements());
    } else if (value instanceof Jsonb.Object object) {
      object(object.members());
    } else {
      text.append("null");
    }
  }

  private void array(List<Jsonb> elements) {
    text.append('[');
    for (int i = 0; i < elements.size(); i++) {
      text.append(i > 0 ? ", " : "");
      value(elements.get(i));
    }
    text.append(']');
  }

  private void object(List<Jsonb.Member> members) {
    text.append('{');
    for (int i = 0; i < members.size(); i++) {
      text.append(i > 0 ? ", " : "");
      quote(members.get(i).key(), text);
      text.append(": ");
      value(members.get(i).value());
    }
    text.append('}');
  }

  /** Appends a JSON string. */
  static void quote(String string, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      int index = "\b\f\n\r\t\"\\".indexOf(c);
      if (index >= 0) {
        text.append('\\').append("bfnrt\"\\".charAt(index));
      } else if (c < ' ') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
