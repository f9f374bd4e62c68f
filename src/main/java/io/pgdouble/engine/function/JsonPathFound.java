package io.pgdouble.engine.function;

import io.pgdouble.type.Jsonb;
import java.util.ArrayList;
import java.util.List;

/** What a path has found, or that it matters only whether it finds something. */
final class JsonPathFound {
  private final List<Jsonb> values;

  private JsonPathFound(List<Jsonb> values) {
    this.values = values;
  }

  static JsonPathFound all() {
    return new JsonPathFound(new ArrayList<>());
  }

  static JsonPathFound whether() {
    return new JsonPathFound(null);
  }

  boolean isWanted() {
    return values != null;
  }

  void add(Jsonb value) {
    if (values != null) {
      values.add(value);
    }
  }

  List<Jsonb> values() {
    return values;
  }
}
