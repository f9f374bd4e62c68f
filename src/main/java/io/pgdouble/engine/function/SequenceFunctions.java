package io.pgdouble.engine.function;

import io.pgdouble.engine.storage.Sequence;
import io.pgdouble.engine.storage.SequenceMemory.Known;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RecordValue;
import java.util.OptionalLong;

/** Source: {@code commands/sequence.c}. A table. */
final class SequenceFunctions {
  private SequenceFunctions() {}

  /** Null where there is no such function. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "nextval_oid" -> (c, a) -> next(sequence(c, a));
      case "currval_oid" -> (c, a) -> current(sequence(c, a));
      case "lastval" -> (c, a) -> last(c.execution());
      case "setval_oid" -> (c, a) -> set(sequence(c, a), (Long) a[1], Called.YES);
      case "setval3_oid" -> (c, a) -> set(sequence(c, a), (Long) a[1], Called.of(a[2]));
      case "pg_sequence_last_value" -> (c, a) -> lastGiven(sequence(c, a));
      case "pg_sequence_parameters" -> SequenceFunctions::parameters;
      default -> null;
    };
  }

  private static long next(SequenceEntry sequence) {
    sequence.requirePrivilege("Uw");
    sequence.requireWritable("nextval()");
    Known known = sequence.known().orElse(null);
    Sequence.Definition definition = sequence.definition();
    if (known != null && known.last() != known.cached()) {
      long value = known.last() + definition.increment();
      sequence.use(value, known.cached());
      return value;
    }
    Sequence.Taken taken = sequence.state().next(definition);
    if (taken == null) {
      boolean up = definition.increment() > 0;
      throw new ReportedError(
          SqlState.SEQUENCE_GENERATOR_LIMIT_EXCEEDED,
          "nextval: reached "
              + (up ? "maximum" : "minimum")
              + " value of sequence \""
              + sequence.name()
              + "\" ("
              + (up ? definition.maximum() : definition.minimum())
              + ")");
    }
    sequence.use(taken.first(), taken.last());
    return taken.first();
  }

  private static long current(SequenceEntry sequence) {
    sequence.requirePrivilege("Ur");
    return sequence
        .current()
        .map(Known::last)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "currval of sequence \""
                        + sequence.name()
                        + "\" is not yet defined in this session"));
  }

  private static long last(ExecutionContext context) {
    Known known =
        context
            .storage()
            .sequences()
            .lastUsed()
            .filter(one -> SequenceEntry.exists(context, one.oid()))
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                        "lastval is not yet defined in this session"));
    SequenceEntry.of(context, known.oid()).requirePrivilege("Ur");
    return known.last();
  }

  private static SequenceEntry sequence(CallContext context, Object[] a) {
    return SequenceEntry.of(context.execution(), (Long) a[0]);
  }

  /** Whether the value counts as given. */
  private enum Called {
    YES,
    NO;

    static Called of(Object flag) {
      return (Boolean) flag ? YES : NO;
    }
  }

  private static long set(SequenceEntry sequence, long wanted, Called called) {
    sequence.requirePrivilege("w");
    sequence.requireWritable("setval()");
    Sequence.Definition definition = sequence.definition();
    if (wanted < definition.minimum() || wanted > definition.maximum()) {
      throw ErrorReport.error(
              SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
              "setval: value "
                  + wanted
                  + " is out of bounds for sequence \""
                  + sequence.name()
                  + "\" ("
                  + definition.minimum()
                  + ".."
                  + definition.maximum()
                  + ")")
          .toException();
    }
    sequence.set(new Sequence.State(wanted, 0, called == Called.YES));
    return wanted;
  }

  private static Object lastGiven(SequenceEntry sequence) {
    OptionalLong given = sequence.state().lastGiven();
    return given.isPresent() ? (Object) given.getAsLong() : null;
  }

  private static RecordValue parameters(CallContext context, Object[] a) {
    if (!SequenceEntry.exists(context.execution(), (Long) a[0])) {
      throw new ReportedError(
          SqlState.UNDEFINED_TABLE, "relation with OID " + a[0] + " does not exist");
    }
    SequenceEntry sequence = sequence(context, a);
    sequence.requirePrivilege("Urw");
    Sequence.Definition definition = sequence.definition();
    return new RecordValue(
        context.site().row().orElse(SequenceEntry.PARAMETERS),
        definition.start(),
        definition.minimum(),
        definition.maximum(),
        definition.increment(),
        definition.cycles(),
        definition.cache(),
        sequence.type());
  }
}
