package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.TypeOid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a sequence does ({@code sequence.c: init_params}). */
final class SequenceOptions {
  private final Map<String, DefElem> given = new HashMap<>();
  private final String what;

  /**
   * @param what the thing whose type is complained of: sequence, or identity column
   */
  SequenceOptions(List<DefElem> options, String what) {
    this.what = what;
    for (DefElem option : options) {
      if (given.putIfAbsent(option.name(), option) != null) {
        throw DefinitionOptions.at(option, "conflicting or redundant options");
      }
    }
    DefElem named = given.get("sequence_name");
    if (named != null) {
      throw DefinitionOptions.at(named, "invalid sequence option SEQUENCE NAME");
    }
  }

  /** A sequence in numbers ({@code pg_sequence}). */
  record Values(
      int type, long start, long increment, long max, long min, long cache, boolean cycle) {

    static Values of(FactRow row) {
      return new Values(
          (int) row.oid("seqtypid"),
          Long.parseLong(row.text("seqstart")),
          Long.parseLong(row.text("seqincrement")),
          Long.parseLong(row.text("seqmax")),
          Long.parseLong(row.text("seqmin")),
          Long.parseLong(row.text("seqcache")),
          row.bool("seqcycle"));
    }

    Map<String, String> row() {
      Map<String, String> row = new HashMap<>();
      row.put("seqtypid", Integer.toString(type));
      row.put("seqstart", Long.toString(start));
      row.put("seqincrement", Long.toString(increment));
      row.put("seqmax", Long.toString(max));
      row.put("seqmin", Long.toString(min));
      row.put("seqcache", Long.toString(cache));
      row.put("seqcycle", cycle ? "t" : "f");
      return row;
    }
  }

  Optional<Node> ownedBy() {
    return Optional.ofNullable(given.get("owned_by")).flatMap(DefElem::arg);
  }

  /** Where it is to go on, if it is told so. */
  Optional<Long> restart(Values values) {
    if (!given.containsKey("restart")) {
      return Optional.empty();
    }
    long value = number("restart").orElse(values.start());
    checkWithin("RESTART value", value, new Limits.Bounds(values.max(), values.min()));
    return Optional.of(value);
  }

  boolean isNothingButOwner() {
    return given.size() == 1 && given.containsKey("owned_by");
  }

  /** The values of a new sequence. */
  Values fresh(SessionMemory memory) {
    int type = type(memory).orElse(TypeOid.INT8);
    return complete(type, Optional.empty());
  }

  /** The values of a new sequence for a column of a type. */
  Values ofType(int type) {
    return complete(type, Optional.empty());
  }

  /** The values of a sequence that has some. */
  Values changed(SessionMemory memory, Values before) {
    return complete(type(memory).orElse(before.type()), Optional.of(before));
  }

  private Values complete(int type, Optional<Values> before) {
    long increment = number("increment").orElse(before.map(Values::increment).orElse(1L));
    if (increment == 0) {
      throw wrong("INCREMENT must not be zero");
    }
    boolean cycle = flag("cycle").orElse(before.map(Values::cycle).orElse(false));
    Limits limits = new Limits(type, before);
    boolean up = increment > 0 || limits.maxFollowsType();
    boolean down = increment < 0 || limits.minFollowsType();
    long max = limit("maxvalue", limits.max(), up ? limits.greatest() : -1);
    long min = limit("minvalue", limits.min(), down ? limits.least() : 1);
    limits.check(max, min);
    long start =
        number("start").orElse(before.map(Values::start).orElse(increment > 0 ? min : max));
    checkWithin("START value", start, new Limits.Bounds(max, min));
    long cache = number("cache").orElse(before.map(Values::cache).orElse(1L));
    if (cache <= 0) {
      throw wrong("CACHE (" + cache + ") must be greater than zero");
    }
    return new Values(type, start, increment, max, min, cache, cycle);
  }

  private static void checkWithin(String word, long value, Limits.Bounds bounds) {
    if (value < bounds.min()) {
      throw wrong(word + " (" + value + ") cannot be less than MINVALUE (" + bounds.min() + ")");
    }
    if (value > bounds.max()) {
      throw wrong(word + " (" + value + ") cannot be greater than MAXVALUE (" + bounds.max() + ")");
    }
  }

  /** A limit that was given, or that stays, or that the type has. */
  private long limit(String name, Optional<Long> before, long natural) {
    DefElem option = given.get(name);
    if (option != null && option.arg().isPresent()) {
      return value(option.arg().get());
    }
    return option == null && before.isPresent() ? before.get() : natural;
  }

  private Optional<Integer> type(SessionMemory memory) {
    DefElem option = given.get("as");
    if (option == null) {
      return Optional.empty();
    }
    TypeName name = (TypeName) option.arg().orElseThrow();
    int type = TypeNames.resolve(name, memory.analysis(memory.execution())).type();
    checkType(type, what);
    return Optional.of(type);
  }

  static void checkType(int type, String what) {
    if (type != TypeOid.INT2 && type != TypeOid.INT4 && type != TypeOid.INT8) {
      throw wrong(what + " type must be smallint, integer, or bigint");
    }
  }

  private Optional<Long> number(String name) {
    return Optional.ofNullable(given.get(name)).flatMap(DefElem::arg).map(SequenceOptions::value);
  }

  private Optional<Boolean> flag(String name) {
    return Optional.ofNullable(given.get(name))
        .flatMap(DefElem::arg)
        .map(value -> ((BooleanValue) value).value());
  }

  private static long value(Node value) {
    if (value instanceof IntegerValue number) {
      return number.value();
    }
    String text = ((FloatValue) value).text();
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ReportedError(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
          "value \"" + text + "\" is out of range for type bigint");
    }
  }

  static ReportedError wrong(String message) {
    return new ReportedError(SqlState.INVALID_PARAMETER_VALUE, message);
  }

  /** How far the values of a type reach, and those of a sequence that was there before. */
  private record Limits(int type, Optional<Values> before) {
    record Bounds(long max, long min) {}

    long greatest() {
      return greatest(type);
    }

    private static long greatest(int type) {
      return switch (type) {
        case TypeOid.INT2 -> Short.MAX_VALUE;
        case TypeOid.INT4 -> Integer.MAX_VALUE;
        default -> Long.MAX_VALUE;
      };
    }

    long least() {
      return -greatest() - 1;
    }

    /** With another type, a limit that was the former type's becomes the new one's. */
    Optional<Long> max() {
      return before.filter(one -> !maxFollowsType()).map(Values::max);
    }

    Optional<Long> min() {
      return before.filter(one -> !minFollowsType()).map(Values::min);
    }

    boolean maxFollowsType() {
      return before
          .filter(one -> one.type() != type && one.max() == greatest(one.type()))
          .isPresent();
    }

    boolean minFollowsType() {
      return before
          .filter(one -> one.type() != type && one.min() == -greatest(one.type()) - 1)
          .isPresent();
    }

    void check(long max, long min) {
      if (max > greatest() || max < least()) {
        throw wrong("MAXVALUE (" + max + ")" + outOfRange());
      }
      if (min > greatest() || min < least()) {
        throw wrong("MINVALUE (" + min + ")" + outOfRange());
      }
      if (min >= max) {
        throw wrong("MINVALUE (" + min + ") must be less than MAXVALUE (" + max + ")");
      }
    }

    private String outOfRange() {
      return " is out of range for sequence data type " + TypeFacts.name(type);
    }
  }
}
