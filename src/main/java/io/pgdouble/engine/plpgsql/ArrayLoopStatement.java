package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.PlpgsqlAnalyzer.TypeAndModifier;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** FOREACH ({@code exec_stmt_foreach_a}). */
final class ArrayLoopStatement extends PlStatement {
  private final Datum target;
  private final int slice;
  private final PlExpression array;
  private final LoopBody body;

  ArrayLoopStatement(int line, Elements elements, LoopBody body) {
    super(line);
    this.target = elements.target();
    this.slice = elements.slice();
    this.array = elements.array();
    this.body = body;
  }

  /**
   * What is looped over.
   *
   * @param slice dimensions of what the variable gets; 0 for elements
   */
  record Elements(Datum target, int slice, PlExpression array) {}

  @Override
  String typeName() {
    return "FOREACH over array";
  }

  @Override
  Outcome run(Estate estate) {
    Typed value = estate.eval(array);
    if (value.value() == null) {
      throw PlErrors.nullValue("FOREACH expression must not be null");
    }
    if (!(value.value() instanceof ArrayValue elements)) {
      throw mismatch(
          "FOREACH expression must yield an array, not type "
              + TypeFacts.name(value.type().type()));
    }
    int dimensions = elements.dimensions().length;
    if (slice < 0 || slice > dimensions) {
      throw new ReportedError(
          SqlState.ARRAY_SUBSCRIPT_ERROR,
          "slice dimension (" + slice + ") is out of the valid range 0.." + dimensions);
    }
    checkTarget(estate);
    TypeAndModifier type =
        slice > 0
            ? value.type()
            : new TypeAndModifier(elements.elementOid(), value.type().typmod());
    boolean any = false;
    Optional<Outcome> end = Optional.empty();
    List<Object> parts = slice > 0 ? slices(elements) : Arrays.asList(elements.elements());
    for (int i = 0; i < parts.size() && end.isEmpty(); i++) {
      any = true;
      estate.assignment.value(target, new Typed(parts.get(i), type));
      end = body.once(estate);
    }
    estate.found(any);
    return end.orElse(Outcome.OK);
  }

  private void checkTarget(Estate estate) {
    boolean array =
        !target.isRow()
            && estate
                .spi
                .analysis()
                .catalog()
                .type(estate.variables.typeOf(target).type())
                .isTrueArray();
    if (slice > 0 && !array) {
      throw mismatch("FOREACH ... SLICE loop variable must be of an array type");
    }
    if (slice == 0 && array) {
      throw mismatch("FOREACH loop variable must not be of an array type");
    }
  }

  private static ReportedError mismatch(String message) {
    return new ReportedError(SqlState.DATATYPE_MISMATCH, message);
  }

  /** {@code array_iterate}, by the last dimensions. */
  private List<Object> slices(ArrayValue array) {
    int all = array.dimensions().length;
    int[] dimensions = Arrays.copyOfRange(array.dimensions(), all - slice, all);
    int[] bounds = Arrays.copyOfRange(array.lowerBounds(), all - slice, all);
    int size = Arrays.stream(dimensions).reduce(1, (one, other) -> one * other);
    List<Object> slices = new ArrayList<>();
    for (int from = 0; from < array.elements().length; from += size) {
      Object[] part = Arrays.copyOfRange(array.elements(), from, from + size);
      slices.add(new ArrayValue(array.elementOid(), dimensions, bounds, part));
    }
    return slices;
  }
}
