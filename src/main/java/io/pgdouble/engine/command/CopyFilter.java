package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.CopyTable;
import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.planning.RowCondition;
import io.pgdouble.engine.planning.Volatility;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which rows COPY FROM takes: its WHERE clause. */
final class CopyFilter {
  private final SessionMemory memory;
  private final CopyTable table;
  private final List<AttributeEntry> written;
  private final Optional<Expression> where;
  private final Optional<RowCondition> condition;

  private CopyFilter(SessionMemory memory, CopyTable table, Optional<Expression> where) {
    this.memory = memory;
    this.table = table;
    this.written = table.written();
    this.where = where;
    this.condition = where.map(one -> RowCondition.of(table.relation(), one));
  }

  boolean isVolatile() {
    return where.filter(Volatility::isVolatile).isPresent();
  }

  static CopyFilter of(CopyStmt node, CopyTable table, SessionMemory memory) {
    Optional<Expression> where =
        node.whereClause()
            .map(
                raw ->
                    new DefinitionExpressions(memory.analysis(memory.execution()))
                        .copied(table.relation(), raw));
    where.ifPresent(one -> requireKnown(one, table, memory));
    return new CopyFilter(memory, table, where);
  }

  /** What is asked about is known when the line is read, but for what is computed: NULL. */
  private static void requireKnown(Expression where, CopyTable table, SessionMemory memory) {
    Set<Integer> numbers = new TreeSet<>();
    new ExpressionWalker() {
      @Override
      public Boolean onVar(Expression.Var node) {
        numbers.add(node.attribute());
        return false;
      }
    }.walk(where);
    if (numbers.stream().anyMatch(number -> number < 0)) {
      throw ErrorReport.notSimulated("a WHERE clause of COPY about a system column").toException();
    }
    if (MajorChange.COPY_ASKS_FOR_NOTHING_GENERATED.isIn(memory.execution().facts().major())) {
      for (AttributeEntry column : table.relation().attributes()) {
        requireStored(column, numbers);
      }
    }
  }

  private static void requireStored(AttributeEntry column, Set<Integer> numbers) {
    boolean asked = numbers.contains(0) || numbers.contains(column.number());
    if (asked && !column.generated().isEmpty()) {
      throw ErrorReport.error(
              SqlState.INVALID_COLUMN_REFERENCE,
              "generated columns are not supported in COPY FROM WHERE conditions")
          .withDetail("Column \"" + column.name() + "\" is a generated column.")
          .toException();
    }
  }

  /** Whether a row of the columns that can be written is taken. */
  boolean takes(Object[] row) {
    if (condition.isEmpty()) {
      return true;
    }
    Object[] whole = new Object[table.relation().attributes().size()];
    for (int i = 0; i < row.length; i++) {
      whole[written.get(i).number() - 1] = row[i];
    }
    return condition.get().holds(memory.execution(), whole);
  }
}
