package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.List;

/** Parts of {@code jsonb} values. Source: {@code jsonfuncs.c}. */
final class JsonbReading {
  private JsonbReading() {}

  /** Null where the value is no object or has no such key. */
  static Jsonb field(Jsonb value, String key) {
    if (!(value instanceof Jsonb.Object object)) {
      return null;
    }
    for (Jsonb.Member member : object.members()) {
      if (member.key().equals(key)) {
        return member.value();
      }
    }
    return null;
  }

  /** Null where there is none; a scalar by itself is an array of one. */
  static Jsonb element(Jsonb value, int index) {
    if (value instanceof Jsonb.Object) {
      return null;
    }
    List<Jsonb> elements = elementsOf(value);
    long at = index < 0 ? index + (long) elements.size() : index;
    return at >= 0 && at < elements.size() ? elements.get((int) at) : null;
  }

  private static List<Jsonb> elementsOf(Jsonb value) {
    return value instanceof Jsonb.Array array ? array.elements() : List.of(value);
  }

  /** The text of {@code ->>}: of a string its characters, of JSON's null SQL's. */
  static String text(Jsonb value, TypeEnvironment environment) {
    if (value == null || value == Jsonb.Null.NULL) {
      return null;
    }
    return value instanceof Jsonb.Text text
        ? text.value()
        : Types.io(TypeOid.JSONB).output(value, environment);
  }

  /** {@code #>}: null where the path leads nowhere. */
  static Jsonb path(Jsonb value, ArrayValue path) {
    Jsonb current = value;
    for (Object step : path.elements()) {
      if (step == null || current == null) {
        return null;
      }
      current = step(current, (String) step);
    }
    return current;
  }

  private static Jsonb step(Jsonb value, String step) {
    if (value instanceof Jsonb.Object) {
      return field(value, step);
    }
    if (!(value instanceof Jsonb.Array)) {
      return null;
    }
    Integer index = JsonbChanging.index(step);
    return index == null ? null : element(value, index);
  }

  static String typeName(Jsonb value) {
    if (value instanceof Jsonb.Object) {
      return "object";
    }
    if (value instanceof Jsonb.Array) {
      return "array";
    }
    if (value instanceof Jsonb.Text) {
      return "string";
    }
    if (value instanceof Jsonb.Number) {
      return "number";
    }
    return value instanceof Jsonb.Bool ? "boolean" : "null";
  }

  static int arrayLength(Jsonb value) {
    if (value instanceof Jsonb.Array array) {
      return array.elements().size();
    }
    throw value instanceof Jsonb.Object
        ? invalid("cannot get array length of a non-array")
        : invalid("cannot get array length of a scalar");
  }

  static List<Jsonb> elements(Jsonb value) {
    if (value instanceof Jsonb.Array array) {
      return array.elements();
    }
    throw value instanceof Jsonb.Object
        ? invalid("cannot extract elements from an object")
        : invalid("cannot extract elements from a scalar");
  }

  static List<Jsonb.Member> members(Jsonb value, String function) {
    if (value instanceof Jsonb.Object object) {
      return object.members();
    }
    throw invalid("cannot call " + function + " on a non-object");
  }

  static List<Jsonb.Member> keys(Jsonb value) {
    if (value instanceof Jsonb.Object object) {
      return object.members();
    }
    throw invalid(
        "cannot call jsonb_object_keys on "
            + (value instanceof Jsonb.Array ? "an array" : "a scalar"));
  }

  static ReportedError invalid(String message) {
    return FunctionErrors.invalidParameter(message);
  }

  /** {@code ?}: a key of an object, or a string in an array or by itself. */
  static boolean exists(Jsonb value, String key) {
    if (value instanceof Jsonb.Object) {
      return field(value, key) != null;
    }
    return elementsOf(value).contains(new Jsonb.Text(key));
  }

  static boolean existsAny(Jsonb value, ArrayValue keys) {
    for (Object key : keys.elements()) {
      if (key != null && exists(value, (String) key)) {
        return true;
      }
    }
    return false;
  }

  static boolean existsAll(Jsonb value, ArrayValue keys) {
    for (Object key : keys.elements()) {
      if (key != null && !exists(value, (String) key)) {
        return false;
      }
    }
    return true;
  }

  /** {@code @>}. */
  static boolean contains(Jsonb whole, Jsonb part) {
    boolean wholeIsObject = whole instanceof Jsonb.Object;
    if (wholeIsObject != part instanceof Jsonb.Object) {
      return false;
    }
    if (!wholeIsObject && !(whole instanceof Jsonb.Array) && part instanceof Jsonb.Array) {
      return false;
    }
    return wholeIsObject
        ? containsInside(whole, part)
        : containsElements(elementsOf(whole), elementsOf(part));
  }

  private static boolean containsInside(Jsonb whole, Jsonb part) {
    if (whole instanceof Jsonb.Object first && part instanceof Jsonb.Object second) {
      return first.members().size() >= second.members().size()
          && second.members().stream()
              .allMatch(m -> containsMember(field(first, m.key()), m.value()));
    }
    if (whole instanceof Jsonb.Array first && part instanceof Jsonb.Array second) {
      return containsElements(first.elements(), second.elements());
    }
    return whole.equals(part);
  }

  private static boolean containsMember(Jsonb whole, Jsonb part) {
    return whole != null && containsInside(whole, part);
  }

  private static boolean containsElements(List<Jsonb> whole, List<Jsonb> part) {
    return part.stream().allMatch(p -> whole.stream().anyMatch(w -> containsInside(w, p)));
  }
}
