package io.pgdouble.engine.definition;

import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.JoinReference;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns in the text of a query ({@code ruleutils.c: get_variable}).
 *
 * @param levels the query's names and those of the queries around it, innermost first
 */
record QueryColumns(Deparsing context, List<QueryNames> levels, Prefix prefix)
    implements ColumnTexts {
  private static final Map<Integer, String> SYSTEM =
      Map.of(-1, "ctid", -2, "xmin", -3, "cmin", -4, "xmax", -5, "cmax", -6, "tableoid");

  static String system(Expression.Var column) {
    return SYSTEM.get(column.attribute());
  }

  /** Whether columns are written with their table's name. */
  enum Prefix {
    WRITTEN,
    LEFT_OUT
  }

  @Override
  public Written of(Expression.Var column) {
    QueryNames names = levels.get(column.levelsUp());
    if (column.written().isPresent()) {
      JoinReference written = column.written().get();
      return qualified(
          names.joinAlias(written.join()),
          names.columnsOfJoin(written.join()).name(written.column()));
    }
    Optional<String> table = Optional.of(names.range(column.relation()));
    if (column.attribute() == 0) {
      return new Written(context.quoted(table.get()) + ".*", Optional.empty());
    }
    String name =
        column.attribute() < 0
            ? system(column)
            : names.columnsOf(column.relation()).name(column.attribute());
    return qualified(table, name == null ? "?dropped?column?" : name);
  }

  @Override
  public Written of(Expression.JoinColumn column) {
    QueryNames names = levels.get(column.levelsUp());
    return qualified(
        names.joinAlias(column.written().join()),
        names.columnsOfJoin(column.written().join()).name(column.written().column()));
  }

  private Written qualified(Optional<String> table, String name) {
    String before =
        table
            .filter(one -> prefix == Prefix.WRITTEN)
            .map(one -> context.quoted(one) + ".")
            .orElse("");
    return new Written(before + context.quoted(name), Optional.of(name));
  }

  @Override
  public String field(Expression.Var record, int field) {
    QueryNames names = levels.get(record.levelsUp());
    RangeEntry entry = names.query.rangeTable().get(record.relation());
    if (record.attribute() == 0) {
      return entry.columns().get(field - 1).name();
    }
    List<QueryNames> outer = levels.subList(record.levelsUp(), levels.size());
    if (entry instanceof RangeEntry.Subquery subquery) {
      return field(subquery.query(), record.attribute(), field, outer);
    }
    if (entry instanceof RangeEntry.CommonTableReference reference) {
      List<QueryNames> owner = outer.subList(reference.levelsUp(), outer.size());
      CommonTable table =
          owner.get(0).query.with().stream()
              .filter(one -> one.name().equals(reference.table()))
              .findFirst()
              .orElseThrow();
      return field(table.query(), record.attribute(), field, owner);
    }
    throw ErrorReport.notSimulated("the text of a field of such a record").toException();
  }

  private String field(Query query, int column, int field, List<QueryNames> around) {
    TargetEntry target = query.shownTargets().get(column - 1);
    List<QueryNames> inner = new ArrayList<>();
    inner.add(new QueryNames(query, around, List.of()));
    inner.addAll(around);
    ExpressionText expressions =
        new ExpressionText(
            context, new QueryColumns(context, inner, Prefix.WRITTEN), Optional.empty());
    return new FieldText(expressions).name(SimpleNodes.written(target.expression()), field);
  }
}
