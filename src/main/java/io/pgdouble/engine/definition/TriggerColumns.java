package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.error.ErrorReport;
import java.util.Optional;

/** Columns of the old and the new row in what a trigger asks. */
record TriggerColumns(DefinitionTexts texts, RelationEntry relation) implements ColumnTexts {
  @Override
  public Written of(Expression.Var column) {
    String row = column.relation() == 0 ? "old." : "new.";
    if (column.attribute() == 0) {
      return new Written(row + "*", Optional.empty());
    }
    String name = relation.attributes().get(column.attribute() - 1).name();
    return new Written(row + texts.quoted(name), Optional.of(name));
  }

  @Override
  public Written of(Expression.JoinColumn column) {
    throw ErrorReport.notSimulated("the text of a join's column in a trigger").toException();
  }

  @Override
  public String field(Expression.Var record, int field) {
    throw ErrorReport.notSimulated("the text of a field of a record in a trigger").toException();
  }
}
