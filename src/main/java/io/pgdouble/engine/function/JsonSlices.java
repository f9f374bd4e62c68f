package io.pgdouble.engine.function;

import io.pgdouble.type.Jsonb;
import io.pgdouble.type.StandardTypeEnvironment;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code json} text, which is known to be valid, cut into the texts of its parts, just as they
 * were written. Source: {@code jsonfuncs.c: get_worker}.
 */
final class JsonSlices {
  private final String text;
  private int at;

  private JsonSlices(String text) {
    this.text = text;
    skipSpace();
  }

  /**
   * A member of an object.
   *
   * @param name without escapes
   * @param value as it was written
   */
  record Member(String name, String value) {}

  /** The first character that is no space: it tells the kind of the value. */
  static char kind(String json) {
    JsonSlices slices = new JsonSlices(json);
    return slices.text.charAt(slices.at);
  }

  static boolean isObject(String json) {
    return kind(json) == '{';
  }

  static boolean isArray(String json) {
    return kind(json) == '[';
  }

  static List<String> elements(String array) {
    JsonSlices slices = new JsonSlices(array);
    List<String> elements = new ArrayList<>();
    while (slices.hasNext(']')) {
      elements.add(slices.value());
    }
    return elements;
  }

  static List<Member> members(String object) {
    JsonSlices slices = new JsonSlices(object);
    List<Member> members = new ArrayList<>();
    while (slices.hasNext('}')) {
      String name = unescaped(slices.value());
      slices.at++;
      slices.skipSpace();
      members.add(new Member(name, slices.value()));
    }
    return members;
  }

  /** The characters of a string's text. */
  static String unescaped(String string) {
    if (string.indexOf('\\') < 0) {
      return string.substring(1, string.length() - 1);
    }
    Object value = Types.io(TypeOid.JSONB).input(string, -1, StandardTypeEnvironment.INSTANCE);
    return ((Jsonb.Text) value).value();
  }

  /** The text of a value without the spaces around it. */
  static String trimmed(String json) {
    return new JsonSlices(json).value();
  }

  /** Moves past an opening bracket or a comma to what follows; false at the end. */
  private boolean hasNext(char end) {
    if (text.charAt(at) == end) {
      return false;
    }
    at++;
    skipSpace();
    return text.charAt(at) != end;
  }

  private String value() {
    int start = at;
    skipValue();
    String value = text.substring(start, at);
    skipSpace();
    return value;
  }

  private void skipValue() {
    int depth = 0;
    do {
      char unit = text.charAt(at);
      if (unit == '"') {
        skipString();
      } else if (unit == '{' || unit == '[') {
        depth++;
        at++;
      } else if (unit == '}' || unit == ']') {
        depth--;
        at++;
      } else if (depth == 0) {
        skipScalar();
      } else {
        at++;
      }
    } while (depth > 0);
  }

  private void skipString() {
    at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipScalar() {
    while (at < text.length() && ",]}: \t\n\r".indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
