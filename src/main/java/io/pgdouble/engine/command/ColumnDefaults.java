package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.engine.definition.NodeText;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.VariadicForm;
import io.pgdouble.engine.planning.Volatility;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeOid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Defaults of columns, and what generates them ({@code heap.c: StoreAttrDefault}). */
record ColumnDefaults(SessionMemory memory, RelationEntry table) {

  /**
   * @param sequences of columns, by their names
   */
  void add(List<ColumnDraft> columns, Map<String, Long> sequences) {
    for (int i = 0; i < columns.size(); i++) {
      addAt(table.attributes().get(i), columns.get(i), sequences);
    }
  }

  void addAt(AttributeEntry attribute, ColumnDraft column, Map<String, Long> sequences) {
    if (column.defaultValue().isPresent()) {
      store(attribute, expressions().columnDefault(attribute, column.defaultValue().get()));
    } else if (column.sequence().isEmpty() && column.generation().isEmpty()) {
      column.origin().value().ifPresent(value -> store(attribute, value));
    }
    column.generation().ifPresent(raw -> generate(attribute, raw));
    if (sequences.containsKey(column.name())) {
      own(attribute, sequences.get(column.name()));
    }
  }

  private void generate(AttributeEntry column, Expr raw) {
    Expression value = expressions().generation(table, column, raw);
    if (Volatility.isMutable(value)) {
      throw new ReportedError(
          SqlState.INVALID_OBJECT_DEFINITION, "generation expression is not immutable");
    }
    store(column, value);
  }

  /** A serial column's default is its sequence's next value; an identity column needs none. */
  void own(AttributeEntry column, long sequence) {
    ObjectAddress address =
        ObjectAddress.column(Integer.toUnsignedLong(table.oid()), column.number());
    boolean serial = column.identity().isEmpty();
    if (serial) {
      store(column, next(column, sequence));
    }
    new SequenceRows(memory).own(sequence, address, serial ? 'a' : 'i');
  }

  /** The next value of a sequence, as the column has it. */
  Expression next(AttributeEntry column, long sequence) {
    return expressions().columnDefault(column, nextValue(sequence));
  }

  private Expression nextValue(long sequence) {
    ProcEntry nextval = memory.catalog().procsNamed("nextval").get(0);
    Expression name = new Expression.Const(TypeOid.REGCLASS, -1, 0, sequence, -1);
    return new Expression.FuncExpr(
        nextval, TypeOid.INT8, -1, CallForm.EXPLICIT_CALL, VariadicForm.NONE, 0, List.of(name), -1);
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
    NodeText nodes = new NodeText(memory.catalog());
    row.put("adbin", nodes.write(value));
    rows.insert("pg_attrdef", oid, row);
    String key = relation + "\t" + column.number();
    rows.change("pg_attribute", key, "atthasdef", Optional.of("t"));
    ObjectAddress address = new ObjectAddress(ObjectAddress.ATTRDEF, oid, 0);
    ObjectAddress owner = ObjectAddress.column(relation, column.number());
    if (column.generated().isEmpty()) {
      rows.depend(address, owner, 'a');
      new ExpressionDependencies(rows, address).record(value, relation);
    } else {
      rows.depend(address, owner, 'i');
      if (MajorChange.GENERATION_IS_AN_OBJECT.isIn(memory.execution().facts().major())) {
        new ExpressionDependencies(rows, address).record(value, relation);
      } else {
        new ExpressionDependencies(rows, owner).ofPart(value, relation);
      }
    }
  }
}
