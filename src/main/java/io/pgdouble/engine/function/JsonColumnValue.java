package io.pgdouble.engine.function;

import io.pgdouble.type.Jsonb;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A JSON value on its way into a column, of {@code json} or {@code jsonb} ({@code JsValue}). */
sealed interface JsonColumnValue {
  boolean isNull();

  boolean isString();

  boolean isArray();

  boolean isObject();

  /** Of an array. */
  List<JsonColumnValue> elements();

  /** Of an object; of several members of a name the last counts. */
  Map<String, JsonColumnValue> members();

  /** The value as one of a scalar type ({@code populate_scalar}). */
  Object scalar(int type, int typmod, TypeEnvironment environment);

  /** A value of {@code json}: all escapes in it are read at once, so all must be readable. */
  static JsonColumnValue ofJson(String text, TypeEnvironment environment) {
    if (text.contains("\\u")) {
      Types.io(TypeOid.JSONB).input(text, -1, environment);
    }
    return new Written(JsonSlices.trimmed(text));
  }

  /** The text of a value without spaces around. */
  record Written(String text) implements JsonColumnValue {
    @Override
    public boolean isNull() {
      return text.equals("null");
    }

    @Override
    public boolean isString() {
      return text.startsWith("\"");
    }

    @Override
    public boolean isArray() {
      return text.startsWith("[");
    }

    @Override
    public boolean isObject() {
      return text.startsWith("{");
    }

    @Override
    public List<JsonColumnValue> elements() {
      return JsonSlices.elements(text).stream().map(e -> (JsonColumnValue) new Written(e)).toList();
    }

    @Override
    public Map<String, JsonColumnValue> members() {
      Map<String, JsonColumnValue> members = new HashMap<>();
      JsonSlices.members(text).forEach(m -> members.put(m.name(), new Written(m.value())));
      return members;
    }

    @Override
    public Object scalar(int type, int typmod, TypeEnvironment environment) {
      return Types.io(type).input(input(type), typmod, environment);
    }

    private String input(int type) {
      if (!isString()) {
        return text;
      }
      String characters = JsonSlices.unescaped(text);
      if (type != TypeOid.JSON && type != TypeOid.JSONB) {
        return characters;
      }
      StringBuilder quoted = new StringBuilder();
      JsonText.quote(characters, quoted);
      return quoted.toString();
    }
  }

  /** A value of {@code jsonb}. */
  record Binary(Jsonb value) implements JsonColumnValue {
    @Override
    public boolean isNull() {
      return value == Jsonb.Null.NULL;
    }

    @Override
    public boolean isString() {
      return value instanceof Jsonb.Text;
    }

    @Override
    public boolean isArray() {
      return value instanceof Jsonb.Array;
    }

    @Override
    public boolean isObject() {
      return value instanceof Jsonb.Object;
    }

    @Override
    public List<JsonColumnValue> elements() {
      return ((Jsonb.Array) value)
          .elements().stream().map(e -> (JsonColumnValue) new Binary(e)).toList();
    }

    @Override
    public Map<String, JsonColumnValue> members() {
      Map<String, JsonColumnValue> members = new HashMap<>();
      ((Jsonb.Object) value).members().forEach(m -> members.put(m.key(), new Binary(m.value())));
      return members;
    }

    @Override
    public Object scalar(int type, int typmod, TypeEnvironment environment) {
      if (type == TypeOid.JSONB) {
        return value;
      }
      boolean characters = value instanceof Jsonb.Text && type != TypeOid.JSON;
      String text = characters ? ((Jsonb.Text) value).value() : Jsonb.write(value);
      return Types.io(type).input(text, typmod, environment);
    }
  }
}
