package io.pgdouble.engine.function;

import io.pgdouble.type.JsonPath.Item;
import java.util.List;

/** A place in a chain of items; behind the last one there is nothing more to do. */
record JsonPathStep(List<Item> chain, int index) {

  static JsonPathStep first(List<Item> chain) {
    return new JsonPathStep(chain, 0);
  }

  boolean isEnd() {
    return index == chain.size();
  }

  Item item() {
    return chain.get(index);
  }

  JsonPathStep next() {
    return new JsonPathStep(chain, index + 1);
  }

  boolean hasNext() {
    return index + 1 < chain.size();
  }
}
