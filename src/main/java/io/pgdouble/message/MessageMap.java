package io.pgdouble.message;

import io.pgdouble.error.ErrorReport;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages as maps of their fields, ready to become JSON or YAML. See {@link MessageJson}. */
public final class MessageMap {
  private static final String NAME = "is";
  private static final String HEX = "hex";

  private MessageMap() {}

  /** A map with the message's name first and its fields in wire order. */
  public static Map<String, Object> of(Message message) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(NAME, MessageText.name(message));
    map.putAll(fields((Record) message));
    return map;
  }

  /**
   * The message of such a map.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Message toMessage(Map<?, ?> map) {
    Class<?> type = kind(String.valueOf(map.get(NAME)), Message.class);
    if (type == MalformedMessage.class) {
      char code = ((String) map.get("type")).charAt(0);
      return MessageDictionary.decode(code, bytes(map.get("body")), ClientEncoding.UTF8);
    }
    return (Message) record(type, map);
  }

  private static Class<?> kind(String name, Class<?> family) {
    for (Class<?> member : family.getPermittedSubclasses()) {
      Class<?> found = member.isSealed() ? kind(name, member) : member;
      if (found.getSimpleName().equals(name)) {
        return found;
      }
    }
    if (family == Message.class) {
      throw new IllegalArgumentException("no message is called " + name);
    }
    return family;
  }

  private static Map<String, Object> fields(Record value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      if (component.getType() != ErrorReport.class) {
        fields.put(component.getName(), plain(get(component, value)));
      }
    }
    return fields;
  }

  private static Object get(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object plain(Object value) {
    if (value instanceof byte[] bytes) {
      return plainBytes(bytes);
    }
    if (value instanceof Character c) {
      return String.valueOf((char) c);
    }
    if (value instanceof Record nested) {
      return fields(nested);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(MessageMap::plain).toList();
    }
    return value != null && value.getClass().isArray() ? plainArray(value) : value;
  }

  private static List<Object> plainArray(Object array) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      list.add(plain(Array.get(array, i)));
    }
    return list;
  }

  private static Object plainBytes(byte[] bytes) {
    for (byte b : bytes) {
      if (b < ' ' || b > '~') {
        return Map.of(HEX, HexFormat.of().formatHex(bytes));
      }
    }
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private static Object record(Class<?> type, Map<?, ?> map) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = field(map.get(components[i].getName()), components[i].getGenericType());
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + map, e);
    }
  }

  private static Object field(Object value, Type type) {
    if (type == byte[].class) {
      return bytes(value);
    }
    if (type instanceof ParameterizedType list) {
      Type element = list.getActualTypeArguments()[0];
      return ((List<?>) value).stream().map(each -> field(each, element)).toList();
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isArray()) {
      return array((List<?>) value, plain.getComponentType());
    }
    if (plain.isRecord()) {
      return record(plain, (Map<?, ?>) value);
    }
    return scalar(value, plain);
  }

  private static Object scalar(Object value, Class<?> type) {
    if (type == char.class) {
      return ((String) value).charAt(0);
    }
    if (type == byte.class) {
      return ((Number) value).byteValue();
    }
    if (type == short.class) {
      return ((Number) value).shortValue();
    }
    if (type == long.class) {
      return ((Number) value).longValue();
    }
    return type == int.class ? (Object) ((Number) value).intValue() : value;
  }

  private static Object array(List<?> list, Class<?> element) {
    Object array = Array.newInstance(element, list.size());
    for (int i = 0; i < list.size(); i++) {
      Array.set(array, i, field(list.get(i), element));
    }
    return array;
  }

  private static byte[] bytes(Object value) {
    if (value instanceof Map<?, ?> hex) {
      return HexFormat.of().parseHex((String) hex.get(HEX));
    }
    return value == null ? null : ((String) value).getBytes(StandardCharsets.US_ASCII);
  }
}
