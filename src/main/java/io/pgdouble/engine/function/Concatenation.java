package io.pgdouble.engine.function;

import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.Types;

/** {@code concat}, {@code concat_ws}, {@code array_to_string}. Source: {@code varlena.c}. */
final class Concatenation {
  private Concatenation() {}

  static Object concat(CallContext context, Object[] arguments) {
    return join(context, arguments, 0, "");
  }

  static Object concatWithSeparator(CallContext context, Object[] arguments) {
    return arguments[0] == null ? null : join(context, arguments, 1, (String) arguments[0]);
  }

  private static String join(CallContext context, Object[] arguments, int from, String separator) {
    if (context.site().variadicArray() == CallSite.Variadic.ARRAY) {
      ArrayValue array = (ArrayValue) arguments[from];
      return array == null ? null : array(array, separator, null, context.types());
    }
    StringBuilder result = new StringBuilder();
    boolean first = true;
    for (int i = from; i < arguments.length; i++) {
      if (arguments[i] == null) {
        continue;
      }
      result.append(first ? "" : separator);
      first = false;
      result.append(output(context, arguments, i));
    }
    return result.toString();
  }

  static String output(CallContext context, Object[] arguments, int index) {
    return Types.io(context.argumentType(index)).output(arguments[index], context.types());
  }

  /** {@code array_to_text_internal}: null elements are left out where they have no text. */
  static String array(
      ArrayValue array, String separator, String nullText, TypeEnvironment environment) {
    StringBuilder result = new StringBuilder();
    var io = Types.io(array.elementOid());
    boolean first = true;
    for (Object element : array.elements()) {
      if (element == null && nullText == null) {
        continue;
      }
      result.append(first ? "" : separator);
      first = false;
      result.append(element == null ? nullText : io.output(element, environment));
    }
    return result.toString();
  }
}
