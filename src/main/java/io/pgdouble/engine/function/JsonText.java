package io.pgdouble.engine.function;

import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.ByteaOutput;
import io.pgdouble.type.DateStyle;
import io.pgdouble.type.IntervalStyle;
import io.pgdouble.type.ObjectNames;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import io.pgdouble.type.UserTypes;
import io.pgdouble.type.Zone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL values as the text of {@code json}. Source: {@code json.c: datum_to_json}. */
public final class JsonText {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final Pattern ISO_MOMENT =
      Pattern.compile("([^ ]+) ([0-9:.]+)([-+][0-9:]+)?( BC)?");

  private final TypeEnvironment environment;
  private final StringBuilder text = new StringBuilder();

  private JsonText(TypeEnvironment environment) {
    this.environment = environment;
  }

  /** Line feeds between the elements of arrays, or the members of objects, or none. */
  enum Pretty {
    ARRAY_LINES,
    OBJECT_LINES,
    NONE
  }

  static String of(Object value, int type, TypeEnvironment environment) {
    return of(value, type, environment, Pretty.NONE);
  }

  static String of(Object value, int type, TypeEnvironment environment, Pretty pretty) {
    JsonText json = new JsonText(environment);
    json.value(value, type, pretty);
    return json.text.toString();
  }

  private void value(Object value, int type, Pretty pretty) {
    if (value == null) {
      text.append("null");
    } else if (value instanceof ArrayValue array && isJsonArray(type)) {
      array(array, 0, 0, pretty);
    } else if (value instanceof RecordValue row) {
      row(row, pretty);
    } else {
      scalar(value, type);
    }
  }

  private static boolean isJsonArray(int type) {
    return type != TypeOid.INT2VECTOR && type != TypeOid.OIDVECTOR;
  }

  private void scalar(Object value, int type) {
    switch (type) {
      case TypeOid.BOOL -> text.append(value);
      case TypeOid.INT2,
          TypeOid.INT4,
          TypeOid.INT8,
          TypeOid.FLOAT4,
          TypeOid.FLOAT8,
          TypeOid.NUMERIC -> {
        String output = Types.io(type).output(value, environment);
        text.append(NUMBER.matcher(output).matches() ? output : '"' + output + '"');
      }
      case TypeOid.DATE, TypeOid.TIMESTAMP, TypeOid.TIMESTAMPTZ ->
          text.append('"').append(moment(value, type, environment)).append('"');
      case TypeOid.JSON, TypeOid.JSONB -> text.append(Types.io(type).output(value, environment));
      default -> quote(Types.io(type).output(value, environment), text);
    }
  }

  /** The index of the element that comes next walks along. */
  private int array(ArrayValue array, int dimension, int from, Pretty pretty) {
    int next = from;
    text.append('[');
    int length = array.dimensions().length == 0 ? 0 : array.dimensions()[dimension];
    for (int i = 0; i < length; i++) {
      text.append(i == 0 ? "" : pretty == Pretty.ARRAY_LINES ? ",\n " : ",");
      if (dimension + 1 < array.dimensions().length) {
        next = array(array, dimension + 1, next, Pretty.NONE);
      } else {
        value(array.elements()[next++], array.elementOid(), Pretty.NONE);
      }
    }
    text.append(']');
    return next;
  }

  private void row(RecordValue row, Pretty pretty) {
    text.append('{');
    String separator = "";
    for (int i = 0; i < row.values().length; i++) {
      RowType.Field field = row.type().fields().get(i);
      if (field.dropped()) {
        continue;
      }
      text.append(separator);
      separator = pretty == Pretty.OBJECT_LINES ? ",\n " : ",";
      quote(field.name(), text);
      text.append(':');
      value(row.values()[i], field.typeOid(), Pretty.NONE);
    }
    text.append('}');
  }

  /** {@code escape_json}. */
  public static void quote(String string, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char unit = string.charAt(i);
      int index = "\b\f\n\r\t\"\\".indexOf(unit);
      if (index >= 0) {
        text.append('\\').append("bfnrt\"\\".charAt(index));
      } else if (unit < ' ') {
        text.append(String.format("\\u%04x", (int) unit));
      } else {
        text.append(unit);
      }
    }
    text.append('"');
  }

  /** {@code JsonEncodeDateTime}: ISO 8601, whatever the session's style. */
  static String moment(Object value, int type, TypeEnvironment environment) {
    String iso = Types.io(type).output(value, new IsoEnvironment(environment));
    Matcher matcher = ISO_MOMENT.matcher(iso);
    if (type == TypeOid.DATE || !matcher.matches()) {
      return iso;
    }
    String zone = matcher.group(3) == null ? "" : matcher.group(3);
    String era = matcher.group(4) == null ? "" : matcher.group(4);
    String full = !zone.isEmpty() && zone.indexOf(':') < 0 ? zone + ":00" : zone;
    return matcher.group(1) + "T" + matcher.group(2) + full + era;
  }

  /** The session's environment in ISO style. */
  private record IsoEnvironment(TypeEnvironment session) implements TypeEnvironment {
    @Override
    public DateStyle dateStyle() {
      return DateStyle.ISO_MDY;
    }

    @Override
    public IntervalStyle intervalStyle() {
      return session.intervalStyle();
    }

    @Override
    public Zone timeZone() {
      return session.timeZone();
    }

    @Override
    public int extraFloatDigits() {
      return session.extraFloatDigits();
    }

    @Override
    public ByteaOutput byteaOutput() {
      return session.byteaOutput();
    }

    @Override
    public long transactionStart() {
      return session.transactionStart();
    }

    @Override
    public int major() {
      return session.major();
    }

    @Override
    public void checkPattern(String pattern, String options) {
      session.checkPattern(pattern, options);
    }

    @Override
    public ObjectNames objectNames() {
      return session.objectNames();
    }

    @Override
    public UserTypes userTypes() {
      return session.userTypes();
    }
  }
}
