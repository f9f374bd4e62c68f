package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what {@link NodeWriter} wrote, by the declared types of the records' components. */
final class NodeReader {
  private static final Map<Class<?>, Function<String, Object>> WORDS =
      Map.of(
          int.class, Integer::valueOf,
          long.class, Long::valueOf,
          boolean.class, Boolean::valueOf,
          Integer.class, Integer::valueOf,
          char.class, word -> word.charAt(0));

  private final NodeTypes types;
  private final NodeScanner scanner;
  private final Function<RelationEntry, Optional<Query>> views;

  NodeReader(NodeTypes types, String text, Function<RelationEntry, Optional<Query>> views) {
    this.types = types;
    this.views = views;
    this.scanner = new NodeScanner(text);
  }

  <T> T read(Class<T> type) {
    return type.cast(value(type));
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[0];
      return generic.getRawType() == List.class ? list(element) : optional(element);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return scanner.string();
    }
    if (WORDS.containsKey(plain)) {
      return WORDS.get(plain).apply(scanner.word());
    }
    if (NodeTypes.isEntry(plain)) {
      return types.entry(plain, Integer.parseUnsignedInt(scanner.word()));
    }
    return plain.isEnum() ? constant(plain, scanner.word()) : node(plain);
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> ((Enum<?>) one).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Object> list(Type element) {
    List<Object> list = new ArrayList<>();
    scanner.expect('[');
    while (scanner.peek() != ']') {
      list.add(value(element));
    }
    scanner.expect(']');
    return List.copyOf(list);
  }

  private Optional<Object> optional(Type element) {
    if (scanner.peek() == '~') {
      scanner.word();
      return Optional.empty();
    }
    return Optional.of(value(element));
  }

  private Object node(Class<?> declared) {
    scanner.expect('(');
    Class<?> type = named(declared, scanner.word()).orElseThrow();
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] =
          components[i].getType() == Object.class && type == Expression.Const.class
              ? types.value((Integer) values[0], scanner.string())
              : value(components[i].getGenericType());
    }
    scanner.expect(')');
    Object node = made(type, values);
    return node instanceof RangeEntry.Relation relation ? withBody(relation) : node;
  }

  private RangeEntry.Relation withBody(RangeEntry.Relation entry) {
    return entry.body().isPresent()
        ? entry
        : new RangeEntry.Relation(
            entry.name(),
            entry.relation(),
            views.apply(entry.relation()),
            entry.columns(),
            entry.inh());
  }

  private static Optional<Class<?>> named(Class<?> declared, String name) {
    if (declared.isRecord()) {
      return Optional.<Class<?>>of(declared).filter(one -> one.getSimpleName().equals(name));
    }
    return Arrays.stream(declared.getPermittedSubclasses())
        .map(one -> named(one, name))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Object made(Class<?> type, Object[] values) {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      return constructor.newInstance(values);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
