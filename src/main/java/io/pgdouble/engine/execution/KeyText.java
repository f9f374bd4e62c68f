package io.pgdouble.engine.execution;

import io.pgdouble.type.Types;
import java.util.ArrayList;
import java.util.List;

/** A key as errors show it ({@code genam.c: BuildIndexValueDescription}). */
final class KeyText {
  private KeyText() {}

  static String of(TargetIndex index, RowKey key, Frame frame) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < key.values().length; i++) {
      values.add(value(key.values()[i], index.types()[i], frame));
    }
    return "(" + index.columns() + ")=(" + String.join(", ", values) + ")";
  }

  static String value(Object value, int type, Frame frame) {
    return value == null ? "null" : Types.io(type).output(value, frame.context.types());
  }
}
