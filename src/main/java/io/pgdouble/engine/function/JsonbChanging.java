package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.JsonbBuilder;
import java.util.ArrayList;
import java.util.List;

/** {@code jsonb} values made of others. Source: {@code jsonfuncs.c}. */
final class JsonbChanging {
  private JsonbChanging() {}

  /** {@code strtoint}: null for what is no integer. */
  static Integer index(String text) {
    String trimmed = text.stripLeading();
    try {
      return trimmed.isEmpty() ? null : Integer.valueOf(trimmed);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** {@code ||}. */
  static Jsonb concat(Jsonb left, Jsonb right) {
    if (left instanceof Jsonb.Object first && right instanceof Jsonb.Object second) {
      List<Jsonb.Member> members = new ArrayList<>(first.members());
      members.addAll(second.members());
      return JsonbBuilder.object(members);
    }
    List<Jsonb> elements = new ArrayList<>(parts(left));
    elements.addAll(parts(right));
    return new Jsonb.Array(elements);
  }

  private static List<Jsonb> parts(Jsonb value) {
    return value instanceof Jsonb.Array array ? array.elements() : List.of(value);
  }

  /** {@code - text[]}. */
  static Jsonb delete(Jsonb value, ArrayValue keys) {
    if (keys.dimensions().length > 1) {
      throw new ReportedError(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
    }
    return delete(value, java.util.Arrays.asList(keys.elements()));
  }

  /** {@code - text}; nulls among the keys are ignored. */
  static Jsonb delete(Jsonb value, List<?> keys) {
    if (value instanceof Jsonb.Object object) {
      return new Jsonb.Object(
          object.members().stream().filter(m -> !keys.contains(m.key())).toList());
    }
    if (value instanceof Jsonb.Array array) {
      return new Jsonb.Array(
          array.elements().stream()
              .filter(e -> !(e instanceof Jsonb.Text text && keys.contains(text.value())))
              .toList());
    }
    throw JsonbReading.invalid("cannot delete from scalar");
  }

  /** {@code - integer}. */
  static Jsonb delete(Jsonb value, int index) {
    if (value instanceof Jsonb.Object) {
      throw JsonbReading.invalid("cannot delete from object using integer index");
    }
    if (!(value instanceof Jsonb.Array array)) {
      throw JsonbReading.invalid("cannot delete from scalar");
    }
    int size = array.elements().size();
    long at = index < 0 ? index + (long) size : index;
    if (at < 0 || at >= size) {
      return value;
    }
    List<Jsonb> elements = new ArrayList<>(array.elements());
    elements.remove((int) at);
    return new Jsonb.Array(elements);
  }

  /** What a path is followed for. */
  enum Change {
    DELETE,
    REPLACE,
    CREATE,
    INSERT_BEFORE,
    INSERT_AFTER;

    boolean makesNew() {
      return this == CREATE || isInsertion();
    }

    boolean isInsertion() {
      return this == INSERT_BEFORE || this == INSERT_AFTER;
    }
  }

  /**
   * {@code jsonb_set}, {@code jsonb_insert}, {@code #-}.
   *
   * @param replacement ignored where something is deleted
   */
  static Jsonb change(Jsonb value, ArrayValue path, Jsonb replacement, Change change) {
    if (path.dimensions().length > 1) {
      throw new ReportedError(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
    }
    boolean container = value instanceof Jsonb.Array || value instanceof Jsonb.Object;
    if (!container) {
      throw JsonbReading.invalid(
          change == Change.DELETE ? "cannot delete path in scalar" : "cannot set path in scalar");
    }
    if (path.elements().length == 0 || (!change.makesNew() && isEmpty(value))) {
      return value;
    }
    return new PathChange(path.elements(), replacement, change).at(value, 0);
  }

  private static boolean isEmpty(Jsonb value) {
    return value instanceof Jsonb.Array array
        ? array.elements().isEmpty()
        : value instanceof Jsonb.Object object && object.members().isEmpty();
  }

  /** {@code setPath}. */
  private record PathChange(Object[] path, Jsonb replacement, Change change) {

    Jsonb at(Jsonb value, int level) {
      if (path[level] == null) {
        throw new ReportedError(
            SqlState.NULL_VALUE_NOT_ALLOWED,
            "path element at position " + (level + 1) + " is null");
      }
      if (value instanceof Jsonb.Object object) {
        return inObject(object, level);
      }
      return value instanceof Jsonb.Array array ? inArray(array, level) : value;
    }

    private boolean isLast(int level) {
      return level == path.length - 1;
    }

    private Jsonb inObject(Jsonb.Object object, int level) {
      String key = (String) path[level];
      List<Jsonb.Member> members = new ArrayList<>();
      boolean found = false;
      for (Jsonb.Member member : object.members()) {
        if (!member.key().equals(key)) {
          members.add(member);
          continue;
        }
        found = true;
        Jsonb changed = isLast(level) ? replaced() : at(member.value(), level + 1);
        if (changed != null) {
          members.add(new Jsonb.Member(key, changed));
        }
      }
      if (!found && isLast(level) && change.makesNew()) {
        members.add(new Jsonb.Member(key, replacement));
      }
      return JsonbBuilder.object(members);
    }

    /** Null where the member goes. */
    private Jsonb replaced() {
      if (change.isInsertion()) {
        throw ErrorReport.error(SqlState.INVALID_PARAMETER_VALUE, "cannot replace existing key")
            .withHint("Try using the function jsonb_set to replace key value.")
            .toException();
      }
      return change == Change.DELETE ? null : replacement;
    }

    private Jsonb inArray(Jsonb.Array array, int level) {
      Integer index = index((String) path[level]);
      if (index == null) {
        throw new ReportedError(
            SqlState.INVALID_TEXT_REPRESENTATION,
            String.format(
                "path element at position %d is not an integer: \"%s\"", level + 1, path[level]));
      }
      List<Jsonb> elements = new ArrayList<>(array.elements());
      int size = elements.size();
      long at = index < 0 ? index + (long) size : index;
      if (at >= 0 && at < size) {
        changeElement(elements, (int) at, level);
      } else if (isLast(level) && change.makesNew()) {
        elements.add(at < 0 ? 0 : size, replacement);
      }
      return new Jsonb.Array(elements);
    }

    private void changeElement(List<Jsonb> elements, int at, int level) {
      if (!isLast(level)) {
        elements.set(at, at(elements.get(at), level + 1));
        return;
      }
      switch (change) {
        case DELETE -> elements.remove(at);
        case REPLACE, CREATE -> elements.set(at, replacement);
        case INSERT_BEFORE -> elements.add(at, replacement);
        case INSERT_AFTER -> elements.add(at + 1, replacement);
      }
    }
  }

  /** {@code jsonb_set_lax}; not strict. */
  static Jsonb setLax(Object[] a) {
    if (a[0] == null || a[1] == null || a[3] == null) {
      return null;
    }
    Jsonb value = (Jsonb) a[0];
    ArrayValue path = (ArrayValue) a[1];
    Change change = (Boolean) a[3] ? Change.CREATE : Change.REPLACE;
    if (a[4] == null) {
      throw JsonbReading.invalid(
          "null_value_treatment must be \"delete_key\", \"return_target\", "
              + "\"use_json_null\", or \"raise_exception\"");
    }
    if (a[2] != null) {
      return change(value, path, (Jsonb) a[2], change);
    }
    return switch ((String) a[4]) {
      case "raise_exception" -> throw nullValue();
      case "use_json_null" -> change(value, path, Jsonb.Null.NULL, change);
      case "delete_key" -> change(value, path, Jsonb.Null.NULL, Change.DELETE);
      case "return_target" -> value;
      default ->
          throw JsonbReading.invalid(
              "null_value_treatment must be \"delete_key\", \"return_target\", "
                  + "\"use_json_null\", or \"raise_exception\"");
    };
  }

  private static ReportedError nullValue() {
    return ErrorReport.error(SqlState.NULL_VALUE_NOT_ALLOWED, "JSON value must not be null")
        .withDetail("Exception was raised because null_value_treatment is \"raise_exception\".")
        .withHint(
            "To avoid, either change the null_value_treatment argument or ensure that an SQL"
                + " NULL is not passed.")
        .toException();
  }

  /** {@code jsonb_strip_nulls}: members that are null go, at every depth. */
  static Jsonb stripNulls(Jsonb value, Nulls elements) {
    if (value instanceof Jsonb.Object object) {
      return new Jsonb.Object(
          object.members().stream()
              .filter(m -> m.value() != Jsonb.Null.NULL)
              .map(m -> new Jsonb.Member(m.key(), stripNulls(m.value(), elements)))
              .toList());
    }
    return value instanceof Jsonb.Array array
        ? new Jsonb.Array(
            array.elements().stream()
                .filter(one -> elements == Nulls.STAY || one != Jsonb.Null.NULL)
                .map(one -> stripNulls(one, elements))
                .toList())
        : value;
  }

  /** What becomes of elements that are null where members that are go. */
  enum Nulls {
    STAY,
    GO;

    /** From 18 on the second argument says it. */
    static Nulls asked(Object[] arguments) {
      return arguments.length > 1 && (Boolean) arguments[1] ? GO : STAY;
    }
  }
}
