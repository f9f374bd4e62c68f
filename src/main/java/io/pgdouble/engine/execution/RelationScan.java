package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rows of a system relation: what is going on, or else facts.
 *
 * @param columns indexes of the attributes that are used; the others stay null
 * @param keys what is known of the rows that are asked for; others may come as well
 */
public record RelationScan(
    RelationEntry relation, RelationSource source, List<Integer> columns, List<Key> keys)
    implements SourcePlan {

  /**
   * A column that has to have a value.
   *
   * @param column of the facts, whose texts are those of the type
   */
  public record Key(String column, Evaluator value) {
    private static final Pattern ESCAPED = Pattern.compile("[\\\\\t\n\r]");

    /** The rows that have it; empty where the facts have its text in another form. */
    Optional<List<FactRow>> rows(FactTable table, Frame frame) {
      Object known = value.evaluate(frame);
      String text = String.valueOf(known);
      if (known == null) {
        return Optional.of(List.of());
      }
      return ESCAPED.matcher(text).find()
          ? Optional.empty()
          : Optional.of(table.where(column, text));
    }
  }

  @Override
  public RowSource open(Frame frame) {
    Optional<Iterator<Object[]>> rows = source.rows(relation, frame.context);
    return Scans.rows(rows.orElseGet(() -> facts(frame)), frame);
  }

  private Iterator<Object[]> facts(Frame frame) {
    Facts facts = frame.context.facts();
    if (relation.name().equals("pg_statistic")) {
      TableStatistics.requireNoneSeen(facts);
    }
    for (int column : columns) {
      if (!SystemRelations.knows(facts, relation, relation.attributes().get(column))) {
        throw notKnown(column);
      }
    }
    if (!SystemRelations.isKept(facts, relation)) {
      throw notSimulated("relation " + relation.schema() + "." + relation.name());
    }
    SystemRelations.ColumnReader[] readers =
        new SystemRelations.ColumnReader[relation.attributes().size()];
    for (int column : columns) {
      readers[column] = SystemRelations.reader(facts, relation, relation.attributes().get(column));
    }
    Iterator<FactRow> rows = known(SystemRelations.table(facts, relation), frame).iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Object[] next() {
        return read(rows.next(), readers, frame);
      }
    };
  }

  /** The fewest rows that have all that were asked for among them. */
  private List<FactRow> known(FactTable table, Frame frame) {
    return keys.stream()
        .flatMap(key -> key.rows(table, frame).stream())
        .min(Comparator.comparingInt(List::size))
        .orElseGet(table::rows);
  }

  private RuntimeException notKnown(int column) {
    return notSimulated(
        "column " + relation.name() + "." + relation.attributes().get(column).name());
  }

  private static RuntimeException notSimulated(String what) {
    return io.pgdouble.error.ErrorReport.notSimulated(what).toException();
  }

  private static Object[] read(FactRow row, SystemRelations.ColumnReader[] readers, Frame frame) {
    Object[] values = new Object[readers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = readers[i] == null ? null : readers[i].read(row, frame);
    }
    return values;
  }
}
