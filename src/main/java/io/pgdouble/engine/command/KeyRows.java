package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.IndexRows.Draft;
import io.pgdouble.engine.command.IndexRows.Part;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys of a table, each a constraint and an index ({@code index.c: index_constraint_create}). */
record KeyRows(SessionMemory memory) {

  void addAll(RelationEntry table, List<KeyDraft> keys) {
    keys.forEach(key -> add(table, key));
  }

  /** Adds a key, and tells its name. */
  String add(RelationEntry table, KeyDraft key) {
    IndexRows indexes = new IndexRows(memory, table);
    List<Part> parts =
        key.columns().stream().map(name -> indexes.column(find(table, name))).toList();
    List<AttributeEntry> included = key.included().stream().map(name -> find(table, name)).toList();
    String name = key.name().orElseGet(() -> chosen(table, key));
    long index =
        indexes.insert(
            new Draft(
                name,
                IndexRows.BTREE,
                parts,
                included,
                Optional.empty(),
                true,
                key.primary(),
                key.nullsNotDistinct(),
                !key.attributes().deferrable(),
                key.options()));
    constraint(table, key, new Made(name, index));
    return name;
  }

  private record Made(String name, long index) {}

  static AttributeEntry find(RelationEntry table, String column) {
    return table.attributes().stream()
        .filter(attribute -> attribute.name().equals(column) && !attribute.dropped())
        .findFirst()
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "index creation on system columns is not supported"));
  }

  private String chosen(RelationEntry table, KeyDraft key) {
    long schema = new Schemas(memory).require(table.schema());
    ObjectNames names = new ObjectNames(memory.changes().current(), schema);
    if (key.primary()) {
      return names.relation(table.name(), "", "pkey");
    }
    List<String> columns = Stream.concat(key.columns().stream(), key.included().stream()).toList();
    return names.relation(table.name(), ObjectNames.ofColumns(columns), "key");
  }

  private void constraint(RelationEntry table, KeyDraft key, Made made) {
    ConstraintRows.requireNew(memory, table, made.name());
    ConstraintRows constraints = new ConstraintRows(memory, table);
    Map<String, String> row = constraints.row(made.name(), key.primary() ? 'p' : 'u');
    List<Integer> numbers = new ArrayList<>();
    key.columns().forEach(column -> numbers.add(find(table, column).number()));
    row.put("conindid", Long.toString(made.index()));
    row.put("condeferrable", key.attributes().deferrable() ? "t" : "f");
    row.put("condeferred", key.attributes().initdeferred() ? "t" : "f");
    row.put(
        "conkey", numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
    List<Integer> all = new ArrayList<>(numbers);
    key.included().forEach(column -> all.add(find(table, column).number()));
    ObjectAddress address = constraints.insert(row, all);
    new CatalogRows(memory.changes()).depend(ObjectAddress.relation(made.index()), address, 'i');
  }
}
