package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import java.text.Normalizer;

/**
 * {@code normalize} and {@code IS NORMALIZED}. Java's Unicode is older than the server's, so a
 * character Java does not know is refused. Source: {@code varlena.c: unicode_normalize_func}.
 */
final class Normalization {
  private Normalization() {}

  static Object normalize(CallContext context, Object[] arguments) {
    Normalizer.Form form = form((String) arguments[1]);
    return Normalizer.normalize(known((String) arguments[0]), form);
  }

  static Object isNormalized(CallContext context, Object[] arguments) {
    Normalizer.Form form = form((String) arguments[1]);
    return Normalizer.isNormalized(known((String) arguments[0]), form);
  }

  private static Normalizer.Form form(String name) {
    for (Normalizer.Form form : Normalizer.Form.values()) {
      if (form.name().equalsIgnoreCase(name)) {
        return form;
      }
    }
    throw FunctionErrors.invalidParameter("invalid normalization form: " + name);
  }

  private static String known(String text) {
    text.codePoints()
        .filter(point -> Character.getType(point) == Character.UNASSIGNED)
        .findFirst()
        .ifPresent(
            point -> {
              throw ErrorReport.notSimulated(
                      String.format("normalization of the character U+%04X in this Java", point))
                  .toException();
            });
    return text;
  }
}
