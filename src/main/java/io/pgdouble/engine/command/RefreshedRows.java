package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.Tid;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * New rows take the place of others in a materialized view while it is read: what is the same stays
 * ({@code matview.c: refresh_by_match_merge}).
 */
record RefreshedRows(SessionMemory memory, RelationEntry view) {
  private static final int REMOVED_AT_ONCE = 200;

  /** The numbers of the columns that unique indexes tell rows apart by. */
  Set<Integer> keys() {
    Set<Integer> columns = new TreeSet<>();
    for (FactRow index :
        memory
            .changes()
            .current()
            .table("pg_index")
            .where("indrelid", Integer.toUnsignedString(view.oid()))) {
      boolean plain = index.isNull("indpred") && index.isNull("indexprs");
      if (plain && index.bool("indisunique")) {
        Arrays.stream(index.text("indkey").split(" "))
            .limit(index.integer("indnkeyatts"))
            .map(Integer::valueOf)
            .forEach(columns::add);
      }
    }
    return columns;
  }

  void merge(List<Object[]> rows) {
    checkDistinct(rows);
    Map<List<ByteBuffer>, Object[]> wanted = new HashMap<>();
    List<Object[]> added = new ArrayList<>();
    for (Object[] row : rows) {
      if (hasKey(row)) {
        wanted.put(image(row), row);
      } else {
        added.add(row);
      }
    }
    List<Tid> removed = removed(wanted);
    rows.stream().filter(row -> hasKey(row) && wanted.containsKey(image(row))).forEach(added::add);
    remove(removed);
    memory
        .execution()
        .routines()
        .within(
            report -> report.inContext("SQL statement \"" + insertion() + "\""),
            () -> {
              RowsInto into = new RowsInto(memory, view);
              added.forEach(into::write);
              into.end();
              return added;
            });
  }

  /** What PostgreSQL adds the rows with: from a temporary table that it has made of them. */
  private String insertion() {
    String temporary = CreationSchema.ofName(memory, List.of("pg_temp", view.name())).name();
    return "INSERT INTO "
        + view.schema()
        + "."
        + view.name()
        + " SELECT (diff.newdata).* FROM "
        + temporary
        + ".pg_temp_"
        + Integer.toUnsignedString(view.oid())
        + "_2 diff WHERE tid IS NULL";
  }

  /** Nothing is equal to a row without a key. */
  private boolean hasKey(Object[] row) {
    return keys().stream().allMatch(number -> row[number - 1] != null);
  }

  private void checkDistinct(List<Object[]> rows) {
    Set<List<ByteBuffer>> seen = new HashSet<>();
    for (Object[] row : rows) {
      boolean whole = Arrays.stream(row).allMatch(Objects::nonNull);
      if (whole && !seen.add(image(row))) {
        throw ErrorReport.error(
                SqlState.CARDINALITY_VIOLATION,
                "new data for materialized view \""
                    + view.name()
                    + "\" contains duplicate rows without any null columns")
            .withDetail("Row: " + text(row))
            .toException();
      }
    }
  }

  private String text(Object[] row) {
    RowType type =
        new RowType(
            TypeOid.RECORD,
            view.columns().stream()
                .map(one -> new RowType.Field(one.name(), one.type(), one.typmod()))
                .toList());
    return Types.io(TypeOid.RECORD).output(new RecordValue(type, row), memory.execution().types());
  }

  /** {@code record_image_eq}: what is stored is the same. */
  private List<ByteBuffer> image(Object[] row) {
    List<ByteBuffer> image = new ArrayList<>(row.length);
    for (int i = 0; i < view.columns().size(); i++) {
      Object value = row[i];
      int type = view.columns().get(i).type();
      image.add(
          value == null
              ? null
              : ByteBuffer.wrap(Types.io(type).send(value, memory.execution().types())));
    }
    return image;
  }

  /** Places of the rows that are not wanted; those that are there are no longer wanted. */
  private List<Tid> removed(Map<List<ByteBuffer>, Object[]> wanted) {
    String columns =
        view.columns().stream()
            .map(column -> ExistingRows.quoted(column.name()))
            .collect(Collectors.joining(", "));
    RowSource source =
        new InternalQuery(memory)
            .open(plan("SELECT " + columns + ", ctid FROM ONLY " + ExistingRows.name(view)));
    List<Tid> removed = new ArrayList<>();
    for (Object[] row = source.next(); row != RowSource.END; row = source.next()) {
      Object[] values = Arrays.copyOf(row, row.length - 1);
      boolean stays = hasKey(values) && wanted.remove(image(values)) != null;
      if (!stays) {
        removed.add((Tid) row[row.length - 1]);
      }
    }
    return removed;
  }

  private Plan plan(String sql) {
    return Planner.plan(
        new InternalQuery(memory).analyzed(sql).query(),
        Optional.empty(),
        memory.relations(),
        memory.execution());
  }

  private void remove(List<Tid> places) {
    for (int i = 0; i < places.size(); i += REMOVED_AT_ONCE) {
      String list =
          places.subList(i, Math.min(places.size(), i + REMOVED_AT_ONCE)).stream()
              .map(
                  place ->
                      "'" + Types.io(TypeOid.TID).output(place, memory.execution().types()) + "'")
              .collect(Collectors.joining(", "));
      Plan plan =
          plan("DELETE FROM ONLY " + ExistingRows.name(view) + " WHERE ctid IN (" + list + ")");
      RowSource deleted = Runs.of(plan, new Object[0], memory).get();
      while (deleted.next() != RowSource.END) {
        memory.execution().checkForInterrupts();
      }
    }
  }
}
