package io.pgdouble.message;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary messages, made from the shapes of their records: a new record needs no entry here. */
public final class AnyMessage {
  private AnyMessage() {}

  /** Any message a frontend may send, but for those that cannot be read. */
  public static Arbitrary<FrontendMessage> ofFrontend() {
    return anyOf(FrontendMessage.class);
  }

  public static Arbitrary<BackendMessage> ofBackend() {
    return anyOf(BackendMessage.class);
  }

  public static Arbitrary<StartupPacket> ofStartup() {
    return anyOf(StartupPacket.class);
  }

  /** Anything that travels inside another message. */
  public static Arbitrary<Payload> ofPayload() {
    return anyOf(Payload.class);
  }

  /** The records of a sealed family. */
  static List<Class<?>> kinds(Class<?> family) {
    List<Class<?>> kinds = new ArrayList<>();
    for (Class<?> member : family.getPermittedSubclasses()) {
      if (member.isRecord()) {
        kinds.add(member);
      } else {
        kinds.addAll(kinds(member));
      }
    }
    kinds.remove(MalformedMessage.class);
    return kinds;
  }

  private static <T> Arbitrary<T> anyOf(Class<T> family) {
    List<Arbitrary<T>> kinds = new ArrayList<>();
    for (Class<?> kind : kinds(family)) {
      kinds.add(ofKind(kind).map(family::cast));
    }
    return Arbitraries.oneOf(kinds);
  }

  /** Any message of one kind. */
  static Arbitrary<Object> ofKind(Class<?> kind) {
    List<Arbitrary<Object>> fields = new ArrayList<>();
    RecordComponent[] components = kind.getRecordComponents();
    for (RecordComponent component : components) {
      Arbitrary<?> any = AnyLogical.field(kind, component).orElseGet(() -> field(kind, component));
      fields.add(any.map(value -> value));
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return Combinators.combine(fields).as(values -> make(kind, types, values.toArray()));
  }

  private static Object make(Class<?> kind, Class<?>[] types, Object[] values) {
    try {
      Constructor<?> constructor = kind.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the protocol narrows: salts and keys of four bytes, names that are not empty. */
  private static Arbitrary<?> field(Class<?> kind, RecordComponent component) {
    if (kind == AuthenticationMD5Password.class) {
      return Arbitraries.bytes().array(byte[].class).ofSize(4);
    }
    if (component.getName().equals("secretKey")) {
      return Arbitraries.bytes().array(byte[].class).ofMinSize(4).ofMaxSize(256);
    }
    if (kind == SASLInitialResponse.class && component.getType() == byte[].class) {
      return ofType(byte[].class).injectNull(0.2);
    }
    if (kind == StartupMessage.class && component.getName().equals("major")) {
      return Arbitraries.just(3);
    }
    if (kind == StartupMessage.class && component.getName().equals("minor")) {
      return Arbitraries.integers().between(0, 0xffff);
    }
    if (kind == AuthenticationSASL.class
        || kind == StartupMessage.Parameter.class && component.getName().equals("name")) {
      return kind == AuthenticationSASL.class
          ? string().ofMinLength(1).list().ofMaxSize(4)
          : string().ofMinLength(1);
    }
    return ofType(component.getGenericType());
  }

  private static net.jqwik.api.arbitraries.StringArbitrary string() {
    return Arbitraries.strings().withCharRange('\1', '\ud7ff');
  }

  private static Arbitrary<?> ofType(Type type) {
    if (type instanceof ParameterizedType list) {
      return ofType(list.getActualTypeArguments()[0]).list().ofMaxSize(5);
    }
    if (type == String.class) {
      return string();
    }
    if (type == char.class) {
      return Arbitraries.chars().range('\1', '\u00ff');
    }
    if (type == byte[].class) {
      return Arbitraries.bytes().array(byte[].class).ofMaxSize(50);
    }
    if (type == byte[][].class) {
      return Arbitraries.bytes()
          .array(byte[].class)
          .ofMaxSize(20)
          .injectNull(0.2)
          .array(byte[][].class)
          .ofMaxSize(6);
    }
    return ofScalars((Class<?>) type);
  }

  private static Arbitrary<?> ofScalars(Class<?> type) {
    if (type == long.class) {
      return Arbitraries.longs();
    }
    if (type == int.class) {
      return Arbitraries.integers();
    }
    if (type == short.class) {
      return Arbitraries.shorts();
    }
    if (type == byte.class) {
      return Arbitraries.bytes();
    }
    if (type == int[].class) {
      return Arbitraries.integers().array(int[].class).ofMaxSize(6);
    }
    if (type == short[].class) {
      return Arbitraries.shorts().array(short[].class).ofMaxSize(6);
    }
    return ofKind(type);
  }
}
