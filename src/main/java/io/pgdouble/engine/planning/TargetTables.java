package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.definition.TableEntry;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.execution.TargetTable;
import io.pgdouble.engine.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compiles what must hold of a table's rows, once for each version of the catalog ({@code
 * execMain.c: InitResultRelInfo}).
 */
final class TargetTables {
  private static final Evaluator NULL = frame -> null;

  private final RelationSource relations;
  private final TableEntry table;
  private final ExpressionCompiler compiler;

  private TargetTables(RelationSource relations, TableEntry table) {
    this.relations = relations;
    this.table = table;
    this.compiler = new ExpressionCompiler(Scope.ofRow(table.relation()));
  }

  private record Key(int relation) {}

  /** A table as its catalog has it. */
  static TargetTable of(RelationEntry relation, RelationSource relations) {
    Catalog catalog = relations.catalog();
    TableEntry table = TableDefinitions.of(catalog, relation);
    return catalog.derived(
        new Key(relation.oid()), version -> new TargetTables(relations, table).compile());
  }

  /** The same, when it is first needed: tables refer to each other. */
  static TargetTable.Source later(int relation, RelationSource relations) {
    return context -> of(relations.catalog().relation(relation).orElseThrow(), relations);
  }

  private TargetTable compile() {
    Catalog catalog = relations.catalog();
    IndexCompiler indexes = new IndexCompiler(catalog, table.relation());
    ForeignKeyCompiler keys = new ForeignKeyCompiler(relations);
    return new TargetTable(
        table.relation(),
        table.checks().stream()
            .map(one -> new TargetTable.Check(one.name(), compiler.compile(one.expression())))
            .toList(),
        generated(),
        table.indexes().stream().filter(IndexCompiler::isOrdered).map(indexes::compile).toList(),
        defaults(),
        table.references().stream().map(keys::compile).toList(),
        table.referencing().stream().map(keys::compile).toList(),
        table.triggers().stream()
            .map(one -> TriggerCompiler.compile(one, catalog, table.relation()))
            .toList());
  }

  private Evaluator[] defaults() {
    return table.relation().attributes().stream()
        .map(column -> Optional.ofNullable(table.defaults().get(column.number())))
        .map(value -> value.map(compiler::compile).orElse(NULL))
        .toArray(Evaluator[]::new);
  }

  private List<TargetTable.Generated> generated() {
    List<TargetTable.Generated> generated = new ArrayList<>(0);
    for (AttributeEntry column : table.relation().attributes()) {
      Expression value = table.defaults().get(column.number());
      if (!column.generated().isEmpty()) {
        generated.add(
            new TargetTable.Generated(
                column.number() - 1, compiler.compile(value), ColumnsOf.indexes(value)));
      }
    }
    return generated;
  }
}
