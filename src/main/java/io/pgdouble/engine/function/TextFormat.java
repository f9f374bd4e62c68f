package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;

/** {@code format()}. Manual: {@code functions-string-format}; source: {@code text_format}. */
final class TextFormat {
  private static final String HINT = "For a single \"%\" use \"%%\".";

  private final CallContext context;
  private final String format;

  /** The values to format, from 1; the format itself stands at 0. */
  private final Object[] values;

  private final int elementType;
  private final StringBuilder result = new StringBuilder();
  private int position;
  private int next = 1;

  private boolean leftAligned;
  private int width;
  private int widthPosition;
  private int argumentPosition;

  private TextFormat(CallContext context, Object[] values, int elementType) {
    this.context = context;
    this.format = (String) values[0];
    this.values = values;
    this.elementType = elementType;
  }

  static Object format(CallContext context, Object[] arguments) {
    if (arguments[0] == null) {
      return null;
    }
    if (context.site().variadicArray() == CallSite.Variadic.SPREAD) {
      return new TextFormat(context, arguments, 0).format();
    }
    ArrayValue array = (ArrayValue) arguments[1];
    Object[] elements = array == null ? new Object[0] : array.elements();
    Object[] values = new Object[elements.length + 1];
    values[0] = arguments[0];
    System.arraycopy(elements, 0, values, 1, elements.length);
    return new TextFormat(context, values, array == null ? 0 : array.elementOid()).format();
  }

  private String format() {
    while (position < format.length()) {
      char unit = format.charAt(position);
      if (unit == '%') {
        advance();
        specifier();
      } else {
        result.append(unit);
      }
      position++;
    }
    return result.toString();
  }

  private char current() {
    return format.charAt(position);
  }

  private void advance() {
    position++;
    if (position >= format.length()) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE, "unterminated format() type specifier")
          .withHint(HINT)
          .toException();
    }
  }

  private void specifier() {
    if (current() == '%') {
      result.append('%');
      return;
    }
    parse();
    int conversion = format.codePointAt(position);
    if ("sIL".indexOf(conversion) < 0) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE,
              "unrecognized format() type specifier \"" + Character.toString(conversion) + "\"")
          .withHint(HINT)
          .toException();
    }
    if (widthPosition >= 0) {
      next = widthPosition > 0 ? widthPosition : next;
      width = width(take());
    }
    next = argumentPosition > 0 ? argumentPosition : next;
    convert((char) conversion, take());
  }

  /** {@code text_format_parse_format}. */
  private void parse() {
    argumentPosition = -1;
    widthPosition = -1;
    leftAligned = false;
    width = 0;
    int number = digits();
    if (number >= 0 && current() != '$') {
      width = number;
      return;
    }
    if (number >= 0) {
      argumentPosition = positive(number);
      advance();
    }
    while (current() == '-') {
      leftAligned = true;
      advance();
    }
    if (current() == '*') {
      advance();
      indirectWidth();
    } else {
      width = Math.max(digits(), 0);
    }
  }

  private void indirectWidth() {
    int number = digits();
    if (number < 0) {
      widthPosition = 0;
      return;
    }
    if (current() != '$') {
      throw FunctionErrors.invalidParameter("width argument position must be ended by \"$\"");
    }
    widthPosition = positive(number);
    advance();
  }

  private static int positive(int number) {
    if (number == 0) {
      throw FunctionErrors.invalidParameter(
          "format specifies argument 0, but arguments are numbered from 1");
    }
    return number;
  }

  /** -1 where there are none. */
  private int digits() {
    long value = -1;
    while (current() >= '0' && current() <= '9') {
      value = Math.max(value, 0) * 10 + current() - '0';
      if (value > Integer.MAX_VALUE) {
        throw outOfRange();
      }
      advance();
    }
    return (int) value;
  }

  private static ReportedError outOfRange() {
    return FunctionErrors.range("number is out of range");
  }

  private int take() {
    if (next >= values.length) {
      throw FunctionErrors.invalidParameter("too few arguments for format()");
    }
    return next++;
  }

  private int type(int index) {
    return elementType != 0 ? elementType : context.argumentType(index);
  }

  private String text(int index) {
    return Types.io(type(index)).output(values[index], context.types());
  }

  private int width(int index) {
    Object value = values[index];
    if (value == null) {
      return 0;
    }
    return value instanceof Integer || value instanceof Short
        ? ((Number) value).intValue()
        : (Integer) Types.io(TypeOid.INT4).input(text(index), -1, context.types());
  }

  private void convert(char conversion, int index) {
    if (values[index] != null) {
      String text = text(index);
      append(
          switch (conversion) {
            case 'I' -> Quoting.identifier(text, context.execution().facts());
            case 'L' -> Quoting.literal(text);
            default -> text;
          });
    } else if (conversion == 'I') {
      throw new ReportedError(
          SqlState.NULL_VALUE_NOT_ALLOWED, "null values cannot be formatted as an SQL identifier");
    } else {
      append(conversion == 'L' ? "NULL" : "");
    }
  }

  private void append(String text) {
    if (width == Integer.MIN_VALUE) {
      throw outOfRange();
    }
    int missing = Math.abs(width) - CodePoints.length(text);
    Strings.checkLength(Math.max(missing, 0));
    String padding = " ".repeat(Math.max(missing, 0));
    result.append(leftAligned || width < 0 ? text + padding : padding + text);
  }
}
