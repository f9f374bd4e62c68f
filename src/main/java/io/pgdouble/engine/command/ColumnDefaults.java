package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.engine.definition.NodeText;
import io.pgdouble.engine.expression.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Defaults of columns, and what generates them ({@code heap.c: StoreAttrDefault}). */
record ColumnDefaults(SessionMemory memory, RelationEntry table) {

  void add(List<ColumnDraft> columns) {
    for (int i = 0; i < columns.size(); i++) {
      AttributeEntry attribute = table.attributes().get(i);
      ColumnDraft column = columns.get(i);
      if (column.defaultValue().isPresent()) {
        store(attribute, expressions().columnDefault(attribute, column.defaultValue().get()));
      }
      if (column.generation().isPresent()) {
        store(attribute, new Generation(memory, table).of(attribute, column.generation().get()));
      }
    }
  }

  private DefinitionExpressions expressions() {
    return new DefinitionExpressions(memory.analysis(memory.execution()));
  }

  private static boolean isNull(Expression value) {
    return value instanceof Expression.Const constant && constant.value() == null;
  }

  void store(AttributeEntry column, Expression value) {
    if (isNull(value) && column.generated().isEmpty()) {
      return;
    }
    CatalogRows rows = new CatalogRows(memory.changes());
    long oid = rows.newOid();
    long relation = Integer.toUnsignedLong(table.oid());
    Map<String, String> row = new HashMap<>();
    row.put("adrelid", Long.toString(relation));
    row.put("adnum", Integer.toString(column.number()));
    NodeText nodes = new NodeText(memory.catalog(), memory.execution().types());
    row.put("adbin", nodes.write(value));
    rows.insert("pg_attrdef", oid, row);
    String key = relation + "\t" + column.number();
    rows.change("pg_attribute", key, "atthasdef", Optional.of("t"));
    ObjectAddress address = new ObjectAddress(ObjectAddress.ATTRDEF, oid, 0);
    rows.depend(address, ObjectAddress.column(relation, column.number()), 'a');
    new ExpressionDependencies(rows, address).record(value, relation);
  }
}
