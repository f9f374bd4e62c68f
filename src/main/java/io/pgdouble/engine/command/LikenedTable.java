package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.IndexRows.Part;
import io.pgdouble.engine.definition.TableEntry;
import io.pgdouble.engine.definition.TableEntry.IndexColumn;
import io.pgdouble.engine.definition.TableEntry.IndexEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.tree.ConstraintAttributes;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A new table that gets parts of the definition of another with the same columns. */
record LikenedTable(SessionMemory memory, RelationEntry source, int oid) {

  /** What was made after the model of what. */
  record Copied(ObjectAddress original, ObjectAddress copy) {}

  private RelationEntry table() {
    return memory.catalog().relation(oid).orElseThrow();
  }

  private AttributeEntry like(AttributeEntry column) {
    return KeyRows.find(table(), column.name());
  }

  ObjectAddress column(AttributeEntry column) {
    return ObjectAddress.column(Integer.toUnsignedLong(oid), like(column).number());
  }

  /** {@code attmap.c: build_attrmap_by_name}. */
  static int[] numbers(RelationEntry from, RelationEntry to) {
    return from.attributes().stream()
        .mapToInt(
            column ->
                column.dropped()
                    ? 0
                    : to.columns().stream()
                        .filter(one -> one.name().equals(column.name()))
                        .mapToInt(AttributeEntry::number)
                        .findFirst()
                        .orElse(0))
        .toArray();
  }

  private Expression moved(Expression expression, String what) {
    return MovedExpression.of(source, numbers(source, table()), expression, what);
  }

  void setDefault(AttributeEntry column, Expression value) {
    String what = "Generation expression for column \"" + column.name() + "\"";
    new ColumnDefaults(memory, table()).store(like(column), moved(value, what));
  }

  Copied addCheck(TableEntry.CheckEntry check) {
    Expression condition = moved(check.expression(), "Constraint \"" + check.name() + "\"");
    return new Copied(
        ObjectAddress.constraint(check.oid()),
        new CheckConstraints(memory).addOrMerge(table(), check.name(), condition));
  }

  Copied addIndex(IndexEntry index) {
    long made = index.constraint() == 0 ? plain(index) : key(index);
    return new Copied(ObjectAddress.relation(index.oid()), ObjectAddress.relation(made));
  }

  private Optional<String> options(IndexEntry index) {
    return memory
        .changes()
        .current()
        .table("pg_class")
        .byOid(index.oid())
        .orElseThrow()
        .find("reloptions");
  }

  private List<String> names(List<Integer> numbers) {
    return numbers.stream().map(one -> source.attributes().get(one - 1).name()).toList();
  }

  private long key(IndexEntry index) {
    List<Integer> columns = index.columns().stream().map(IndexColumn::attribute).toList();
    KeyDraft draft =
        new KeyDraft(
            Optional.empty(),
            names(columns),
            names(index.included()),
            index.primary(),
            index.nullsNotDistinct(),
            new ConstraintAttributes(index.deferrable(), index.initiallyDeferred(), false, false),
            options(index));
    String name = new AddConstraint(new AlterTableActions(memory, oid)).addKey(draft);
    return ConstraintRows.of(memory, table()).stream()
        .filter(row -> row.text("conname").equals(name))
        .findFirst()
        .orElseThrow()
        .oid("conindid");
  }

  private long plain(IndexEntry index) {
    String method =
        memory
            .changes()
            .current()
            .table("pg_am")
            .byOid(Long.parseLong(index.accessMethod()))
            .orElseThrow()
            .text("amname");
    List<String> names = columnNames(index);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < index.columns().size(); i++) {
      parts.add(part(index.columns().get(i), names.get(i), index));
    }
    long schema = new Schemas(memory).require(table().schema());
    IndexRows.Draft draft =
        new IndexRows.Draft(
            new ObjectNames(memory.changes().current(), schema)
                .relation(table().name(), ObjectNames.ofColumns(names), "idx"),
            method,
            parts,
            index.included().stream().map(one -> like(source.attributes().get(one - 1))).toList(),
            index.predicate().map(one -> moved(one, "Index \"" + index.name() + "\"")),
            index.unique(),
            false,
            index.nullsNotDistinct(),
            true,
            options(index));
    IndexRows rows = new IndexRows(memory, table());
    long made = rows.insert(draft);
    rows.dependOnColumns(made, draft);
    return made;
  }

  /** What the columns of an index are called, which are kept. */
  private List<String> columnNames(IndexEntry index) {
    return memory.catalog().relation(index.oid()).orElseThrow().attributes().stream()
        .map(AttributeEntry::name)
        .toList();
  }

  private Part part(IndexColumn column, String name, IndexEntry index) {
    Optional<Expression> expression =
        column.attribute() == 0
            ? Optional.of(moved(column.value(), "Index \"" + index.name() + "\""))
            : Optional.empty();
    int number =
        column.attribute() == 0
            ? 0
            : like(source.attributes().get(column.attribute() - 1)).number();
    FactRow operatorClass =
        memory.changes().current().table("pg_opclass").byOid(column.operatorClass()).orElseThrow();
    int option = (column.descending() ? 1 : 0) | (column.nullsFirst() ? 2 : 0);
    return new Part(
        name,
        number,
        expression,
        column.value().type(),
        column.value().typmod(),
        column.collation(),
        operatorClass,
        option);
  }

  void copyComment(ObjectAddress from, ObjectAddress to) {
    memory.changes().current().table("pg_description").where("objoid", "" + from.oid()).stream()
        .filter(row -> row.oid("classoid") == from.catalog())
        .filter(row -> row.integer("objsubid") == from.sub())
        .findFirst()
        .ifPresent(row -> new CommentCommand(memory).set(to, row.find("description")));
  }
}
