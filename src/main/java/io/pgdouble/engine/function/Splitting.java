package io.pgdouble.engine.function;

import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** {@code split_part}, {@code string_to_array}. Source: {@code varlena.c}. */
final class Splitting {
  private Splitting() {}

  static String part(String text, String separator, int field) {
    if (field == 0) {
      throw FunctionErrors.invalidParameter("field position must not be zero");
    }
    if (text.isEmpty()) {
      return "";
    }
    List<String> parts = separator.isEmpty() ? List.of(text) : split(text, separator);
    long index = field > 0 ? field - 1L : parts.size() + (long) field;
    return index >= 0 && index < parts.size() ? parts.get((int) index) : "";
  }

  /** {@code split_text}: null where the text is null. A null separator parts all characters. */
  static ArrayValue array(String text, String separator, String nullText) {
    return text == null
        ? null
        : ArrayValue.of(TypeOid.TEXT, parts(text, separator, nullText).toArray());
  }

  static Iterator<Object> table(String text, String separator, String nullText) {
    return text == null ? null : parts(text, separator, nullText).iterator();
  }

  private static List<Object> parts(String text, String separator, String nullText) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<Object> result = new ArrayList<>();
    if (separator == null) {
      text.codePoints().mapToObj(Character::toString).forEach(result::add);
    } else if (separator.isEmpty()) {
      result.add(text);
    } else {
      result.addAll(split(text, separator));
    }
    result.replaceAll(part -> part.equals(nullText) ? null : part);
    return result;
  }

  private static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
      parts.add(text.substring(start, at));
      start = at + separator.length();
    }
    parts.add(text.substring(start));
    return parts;
  }
}
