package io.pgdouble.message;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What logical replication narrows: which tuples a message carries, and which columns have values.
 */
final class AnyLogical {
  private AnyLogical() {}

  /** The values of such a component; empty where its type says all. */
  static Optional<Arbitrary<?>> field(Class<?> kind, RecordComponent component) {
    if (kind == LogicalInsert.class && component.getType() == LogicalTuple.class) {
      return Optional.of(tuple(LogicalTuple.NEW));
    }
    if (kind == LogicalDelete.class && component.getType() == LogicalTuple.class) {
      return Optional.of(old());
    }
    if (kind == LogicalUpdate.class && component.getType() == List.class) {
      return Optional.of(oldAndNew());
    }
    if (kind == LogicalStreamAbort.class && component.getType() == List.class) {
      return Optional.of(aborts());
    }
    return Optional.empty();
  }

  private static Arbitrary<LogicalTuple> tuple(char kind) {
    return columns().list().ofMaxSize(4).map(columns -> new LogicalTuple(kind, columns));
  }

  private static Arbitrary<LogicalTuple> old() {
    return Arbitraries.oneOf(tuple(LogicalTuple.OLD), tuple(LogicalTuple.KEY));
  }

  private static Arbitrary<List<LogicalTuple>> oldAndNew() {
    return Combinators.combine(old().list().ofMaxSize(1), tuple(LogicalTuple.NEW))
        .as((before, after) -> before.isEmpty() ? List.of(after) : List.of(before.get(0), after));
  }

  private static Arbitrary<LogicalTuple.Column> columns() {
    Arbitrary<byte[]> values = Arbitraries.bytes().array(byte[].class).ofMaxSize(20);
    Arbitrary<LogicalTuple.Column> sent =
        Combinators.combine(Arbitraries.of('t', 'b'), values).as(LogicalTuple.Column::new);
    return Arbitraries.oneOf(
        sent, Arbitraries.of('n', 'u').map(kind -> new LogicalTuple.Column(kind, null)));
  }

  private static Arbitrary<List<LogicalStreamAbort.Abort>> aborts() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
        .as(LogicalStreamAbort.Abort::new)
        .list()
        .ofMaxSize(1);
  }
}
