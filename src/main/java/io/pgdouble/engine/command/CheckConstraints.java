package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.NodeText;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Sameness;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.ConstraintAttributes;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** CHECK constraints of a table ({@code heap.c: AddRelationNewConstraints}). */
record CheckConstraints(SessionMemory memory) {

  void add(RelationEntry table, List<Constraint> constraints) {
    List<String> names = new ArrayList<>();
    for (Constraint constraint : constraints) {
      Expression condition =
          new DefinitionExpressions(memory.analysis(memory.execution()))
              .check(table, constraint.rawExpr().orElseThrow());
      constraint
          .conname()
          .filter(one -> constraint.attributes().noInherit())
          .ifPresent(one -> requireNotInherited(table, one));
      if (constraint.conname().flatMap(one -> merged(table, one, condition)).isPresent()) {
        continue;
      }
      String name =
          constraint
              .conname()
              .map(given -> requireNew(table, given, names))
              .orElseGet(() -> chosen(table, condition, names));
      names.add(name);
      store(table, constraint.attributes(), new Named(name, condition));
    }
    if (!constraints.isEmpty()) {
      recount(table);
    }
  }

  /** One that the table has inherited, and has for its own from now on. */
  private Optional<FactRow> merged(RelationEntry table, String name, Expression condition) {
    Optional<FactRow> there =
        ConstraintRows.of(memory, table).stream()
            .filter(row -> row.text("conname").equals(name))
            .filter(row -> row.letter("contype") == 'c' && row.integer("coninhcount") > 0)
            .filter(row -> !row.bool("conislocal"))
            .filter(row -> Sameness.same(condition(row), condition))
            .findFirst();
    there.ifPresent(
        row -> {
          noteMerging(name);
          new CatalogRows(memory.changes())
              .change("pg_constraint", row.oid("oid"), "conislocal", "t");
        });
    return there;
  }

  /** What children of the table are not to have cannot be what it has of a parent. */
  private void requireNotInherited(RelationEntry table, String name) {
    boolean inherited =
        ConstraintRows.of(memory, table).stream()
            .filter(row -> row.text("conname").equals(name))
            .anyMatch(row -> row.letter("contype") == 'c' && row.integer("coninhcount") > 0);
    if (inherited) {
      throw new ReportedError(
          SqlState.INVALID_OBJECT_DEFINITION,
          "constraint \""
              + name
              + "\" conflicts with inherited constraint on relation \""
              + table.name()
              + "\"");
    }
  }

  void noteMerging(String name) {
    memory.notice(
        ErrorReport.notice(
            SqlState.SUCCESSFUL_COMPLETION,
            "merging constraint \"" + name + "\" with inherited definition"));
  }

  Expression condition(FactRow row) {
    return new NodeText(memory.catalog()).read(row.text("conbin"), Expression.class);
  }

  /** The same, which joins one that the table has inherited. */
  ObjectAddress addOrMerge(RelationEntry table, String name, Expression condition) {
    return merged(table, name, condition)
        .map(row -> ObjectAddress.constraint(row.oid("oid")))
        .orElseGet(() -> addLike(table, name, condition));
  }

  /** One of another table, whose condition is about this one now. */
  ObjectAddress addLike(RelationEntry table, String name, Expression condition) {
    ConstraintRows.requireNew(memory, table, name);
    ConstraintAttributes none = new ConstraintAttributes(false, false, false, false);
    ObjectAddress address = store(table, none, new Named(name, condition));
    recount(table);
    return address;
  }

  private void recount(RelationEntry table) {
    new CatalogRows(memory.changes())
        .change(
            "pg_class",
            Integer.toUnsignedLong(table.oid()),
            "relchecks",
            Integer.toString(count(table)));
  }

  private int count(RelationEntry table) {
    return (int)
        ConstraintRows.of(memory, table).stream()
            .filter(row -> row.letter("contype") == 'c')
            .count();
  }

  private record Named(String name, Expression condition) {}

  private String requireNew(RelationEntry table, String name, List<String> names) {
    if (names.contains(name)) {
      throw new ReportedError(
          SqlState.DUPLICATE_OBJECT, "check constraint \"" + name + "\" already exists");
    }
    ConstraintRows.requireNew(memory, table, name);
    return name;
  }

  private String chosen(RelationEntry table, Expression condition, List<String> names) {
    Set<Integer> columns = ExpressionDependencies.columns(condition);
    String column = columns.size() == 1 ? name(table, columns.iterator().next()) : "";
    long schema = new Schemas(memory).require(table.schema());
    return new ObjectNames(memory.changes().current(), schema)
        .constraint(table.name(), column, "check", names);
  }

  private static String name(RelationEntry table, int column) {
    if (column < 0) {
      return SystemAttribute.numbered(column).word();
    }
    return column == 0 ? "" : table.attributes().get(column - 1).name();
  }

  private ObjectAddress store(RelationEntry table, ConstraintAttributes attributes, Named named) {
    Set<Integer> columns = ExpressionDependencies.columns(named.condition());
    ConstraintRows writer = new ConstraintRows(memory, table);
    Map<String, String> row = writer.row(named.name(), 'c');
    row.put("connoinherit", attributes.noInherit() ? "t" : "f");
    row.put("convalidated", attributes.skipValidation() ? "f" : "t");
    NodeText nodes = new NodeText(memory.catalog());
    row.put("conbin", nodes.write(named.condition()));
    if (!columns.isEmpty()) {
      row.put(
          "conkey",
          columns.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
    }
    ObjectAddress address = writer.insert(row, List.copyOf(columns));
    new ExpressionDependencies(new CatalogRows(memory.changes()), address)
        .record(named.condition(), Integer.toUnsignedLong(table.oid()));
    return address;
  }
}
