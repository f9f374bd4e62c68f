package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.error.ErrorReport;
import java.util.Optional;

/** Columns in expressions over one relation, or over none. */
record RelationColumns(DefinitionTexts texts, Optional<RelationEntry> relation)
    implements ColumnTexts {
  @Override
  public Written of(Expression.Var column) {
    RelationEntry own = relation.orElseThrow(RelationColumns::unknown);
    if (column.attribute() == 0) {
      return new Written(texts.quoted(own.name()) + ".*", Optional.empty());
    }
    if (column.attribute() < 0) {
      String system = QueryColumns.system(column);
      return new Written(system, Optional.of(system));
    }
    String name = own.attributes().get(column.attribute() - 1).name();
    return new Written(texts.quoted(name), Optional.of(name));
  }

  @Override
  public Written of(Expression.JoinColumn column) {
    throw unknown();
  }

  @Override
  public String field(Expression.Var record, int field) {
    throw unknown();
  }

  private static RuntimeException unknown() {
    return ErrorReport.notSimulated("the text of a column of no relation").toException();
  }
}
