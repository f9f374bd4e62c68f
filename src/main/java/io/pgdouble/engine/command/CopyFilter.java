package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.CopyTable;
import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.planning.RowCondition;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.error.ErrorReport;
import java.util.Optional;

/** Which rows COPY FROM takes: its WHERE clause. */
final class CopyFilter {
  private final SessionMemory memory;
  private final CopyTable table;
  private final Optional<RowCondition> condition;

  private CopyFilter(SessionMemory memory, CopyTable table, Optional<RowCondition> condition) {
    this.memory = memory;
    this.table = table;
    this.condition = condition;
  }

  static CopyFilter of(CopyStmt node, CopyTable table, SessionMemory memory) {
    Optional<Expression> where =
        node.whereClause()
            .map(
                raw ->
                    new DefinitionExpressions(memory.analysis(memory.execution()))
                        .copied(table.relation(), raw));
    where.ifPresent(one -> requireCopied(one, table, memory));
    return new CopyFilter(memory, table, where.map(one -> RowCondition.of(table.relation(), one)));
  }

  /** What is asked about is in the data, or nowhere. */
  private static void requireCopied(Expression where, CopyTable table, SessionMemory memory) {
    ExpressionWalker search =
        new ExpressionWalker() {
          @Override
          public Boolean onVar(Expression.Var node) {
            return node.attribute() <= 0 || isComputed(node.attribute());
          }

          private boolean isComputed(int number) {
            AttributeEntry column = table.relation().attributes().get(number - 1);
            return !table.columns().contains(column)
                && TableDefinitions.of(memory.catalog(), table.relation())
                    .defaults()
                    .containsKey(number);
          }
        };
    if (search.walk(where)) {
      throw ErrorReport.notSimulated("a WHERE clause of COPY about what is not in the data")
          .toException();
    }
  }

  /** Whether a row of the columns that are copied is taken. */
  boolean takes(Object[] row) {
    if (condition.isEmpty()) {
      return true;
    }
    Object[] whole = new Object[table.relation().attributes().size()];
    for (int i = 0; i < row.length; i++) {
      whole[table.columns().get(i).number() - 1] = row[i];
    }
    return condition.get().holds(memory.execution(), whole);
  }
}
