package io.pgdouble.engine.definition;

import io.pgdouble.engine.definition.ExpressionText.Implicit;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.JoinKind;
import io.pgdouble.engine.expression.JoinNames;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.RangeFunctionCall;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.RowType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a query reads from ({@code ruleutils.c: get_from_clause}). */
final class FromText {
  private final Deparsing context;
  private final TextBuffer buffer;
  private final QueryText around;
  private final Query query;
  private final ExpressionText expressions;

  FromText(Deparsing context, QueryText around) {
    this.context = context;
    this.buffer = context.buffer();
    this.around = around;
    this.query = around.query();
    this.expressions = around.expressions();
  }

  /** Whether the query is nothing but VALUES ({@code get_simple_values_rte}). */
  boolean isValues(List<String> result) {
    if (query.rangeTable().size() != 1
        || !(query.rangeTable().get(0) instanceof RangeEntry.Values values)) {
      return false;
    }
    List<TargetEntry> targets = query.targets();
    for (int i = 0; i < targets.size(); i++) {
      String name = i < result.size() ? result.get(i) : targets.get(i).name();
      boolean same =
          i < values.columns().size()
              && !targets.get(i).junk()
              && name.equals(values.columns().get(i).name());
      if (!same) {
        return false;
      }
    }
    return targets.size() == values.columns().size();
  }

  void values() {
    values((RangeEntry.Values) query.rangeTable().get(0));
  }

  private void values(RangeEntry.Values values) {
    buffer.add("VALUES ");
    String separator = "(";
    for (List<Expression> row : values.rows()) {
      buffer.add(separator);
      for (int i = 0; i < row.size(); i++) {
        buffer.add(i > 0 ? "," : "");
        expressions.whole(row.get(i), Implicit.HIDDEN);
      }
      buffer.add(")");
      separator = ", (";
    }
  }

  void write() {
    boolean first = true;
    for (FromNode node : query.from()) {
      if (first) {
        buffer.clause(" FROM ", 2);
        item(node);
      } else {
        buffer.add(", ");
        further(buffer.apart(() -> item(node)));
      }
      first = false;
    }
  }

  private void further(String text) {
    boolean wraps = buffer.breaks() && context.wrap() >= 0;
    if (wraps && text.startsWith("\n")) {
      buffer.trim();
    } else if (wraps && buffer.lineLength() + TextBuffer.bytes(text) > context.wrap()) {
      buffer.keyword("", -TextBuffer.STEP, TextBuffer.STEP, TextBuffer.SMALL_STEP);
    }
    buffer.add(text);
  }

  private void item(FromNode node) {
    if (node instanceof FromNode.Range range) {
      range(range.relation());
    } else {
      join((FromNode.Join) node);
    }
  }

  private void range(int index) {
    RangeEntry entry = query.rangeTable().get(index);
    buffer.add(around.own().wording(index).lateral() ? "LATERAL " : "");
    if (entry instanceof RangeEntry.Relation table) {
      buffer.add(around.own().wording(index).only() ? "ONLY " : "");
      buffer.add(relation(table));
    } else if (entry instanceof RangeEntry.Subquery subquery) {
      buffer.add("(");
      around.inner(subquery.query(), QueryText.ColumnNames.VISIBLE);
      buffer.add(")");
    } else if (entry instanceof RangeEntry.Values values) {
      buffer.add("(");
      values(values);
      buffer.add(")");
    } else if (entry instanceof RangeEntry.CommonTableReference reference) {
      buffer.add(context.quoted(reference.table()));
    } else if (entry instanceof RangeEntry.Functions functions) {
      functions(functions);
    } else {
      throw ErrorReport.notSimulated("the text of such rows").toException();
    }
    alias(index, entry);
  }

  /** {@code generate_relation_name}: a common table of the same name would be found first. */
  private String relation(RangeEntry.Relation table) {
    String name = context.relation(Integer.toUnsignedLong(table.relation().oid()));
    return around.hidesRelation(table.relation().name())
        ? context.quoted(table.relation().schema()) + "." + context.quoted(table.relation().name())
        : name;
  }

  /** {@code get_rte_alias}, with the columns' names. */
  private void alias(int index, RangeEntry entry) {
    String name = around.own().range(index);
    RangeNames columns = around.own().columnsOf(index);
    String plain = name;
    if (entry instanceof RangeEntry.Relation table) {
      plain = table.relation().name();
    } else if (entry instanceof RangeEntry.CommonTableReference reference) {
      plain = reference.table();
    }
    boolean named =
        !(entry instanceof RangeEntry.Relation)
            && !(entry instanceof RangeEntry.CommonTableReference);
    boolean shown =
        named
            || around.own().wording(index).alias().isPresent()
            || columns.shown
            || !name.equals(plain);
    buffer.add(shown ? " " + context.quoted(name) : "");
    if (entry instanceof RangeEntry.Functions functions && isDefinedBehind(functions)) {
      definitions(functions.calls().get(0), columns.names);
    } else {
      aliases(columns);
    }
  }

  private void aliases(RangeNames columns) {
    if (columns.shown && !columns.current.isEmpty()) {
      buffer.add(
          columns.current.stream()
              .map(context::quoted)
              .collect(Collectors.joining(", ", "(", ")")));
    }
  }

  private static boolean isSingle(RangeEntry.Functions functions) {
    return functions.calls().size() == 1
        && (functions.calls().get(0).defined().isEmpty() || !functions.ordinality());
  }

  private static boolean isDefinedBehind(RangeEntry.Functions functions) {
    return isSingle(functions) && functions.calls().get(0).defined().isPresent();
  }

  private void functions(RangeEntry.Functions functions) {
    if (isSingle(functions)) {
      call(functions.calls().get(0).call());
    } else if (functions.calls().stream().allMatch(FromText::isUnnest)) {
      List<Expression> arguments = new ArrayList<>();
      functions
          .calls()
          .forEach(one -> arguments.addAll(((Expression.FuncExpr) one.call()).arguments()));
      buffer.add("UNNEST(");
      expressions.list(arguments);
      buffer.add(")");
    } else {
      rowsFrom(functions.calls());
    }
    buffer.add(functions.ordinality() ? " WITH ORDINALITY" : "");
  }

  private static boolean isUnnest(RangeFunctionCall call) {
    return call.defined().isEmpty()
        && call.call() instanceof Expression.FuncExpr function
        && function.function().source().equals("array_unnest");
  }

  private void rowsFrom(List<RangeFunctionCall> calls) {
    buffer.add("ROWS FROM(");
    for (int i = 0; i < calls.size(); i++) {
      RangeFunctionCall call = calls.get(i);
      buffer.add(i > 0 ? ", " : "");
      call(call.call());
      if (call.defined().isPresent()) {
        buffer.add(" AS ");
        definitions(call, call.defined().get().fields().stream().map(RowType.Field::name).toList());
      }
    }
    buffer.add(")");
  }

  /** {@code get_rule_expr_funccall}: what does not look like a call gets a cast around. */
  private void call(Expression written) {
    Expression node = SimpleNodes.written(written);
    if (looksLikeFunction(node)) {
      expressions.write(node, Implicit.SHOWN);
      return;
    }
    buffer.add("CAST(");
    expressions.write(node, Implicit.HIDDEN);
    buffer.add(" AS " + context.type(node.type(), node.typmod()) + ")");
  }

  /** {@code looks_like_function}. */
  static boolean looksLikeFunction(Expression node) {
    if (node instanceof Expression.FuncExpr call) {
      return call.form() == CallForm.EXPLICIT_CALL || call.form() == CallForm.SQL_SYNTAX;
    }
    return node instanceof Expression.CoalesceExpr
        || node instanceof Expression.MinMaxExpr
        || node instanceof Expression.NullIfExpr
        || node instanceof Expression.SqlValueFunction;
  }

  /** {@code get_from_clause_coldeflist}. */
  private void definitions(RangeFunctionCall call, List<String> names) {
    List<RowType.Field> fields = call.defined().orElseThrow().fields();
    buffer.add("(");
    for (int i = 0; i < fields.size(); i++) {
      RowType.Field field = fields.get(i);
      buffer.add(i > 0 ? ", " : "");
      buffer.add(context.quoted(names.get(i)) + " ");
      buffer.add(context.type(field.typeOid(), field.typmod()));
    }
    buffer.add(")");
  }

  private void join(FromNode.Join join) {
    JoinNames written = join.names().orElseThrow();
    RangeNames columns = around.own().columnsOf(join);
    boolean enclosed = !context.pretty() || written.alias().isPresent();
    buffer.add(enclosed ? "(" : "");
    item(join.left());
    buffer.keyword(words(join), -TextBuffer.STEP, TextBuffer.STEP, TextBuffer.SMALL_STEP);
    boolean right =
        context.pretty()
            && join.right() instanceof FromNode.Join other
            && other.names().orElseThrow().alias().isEmpty();
    buffer.add(right ? "(" : "");
    item(join.right());
    buffer.add(right ? ")" : "");
    condition(join, columns);
    buffer.add(enclosed ? ")" : "");
    around
        .own()
        .joinAlias(written.join())
        .ifPresent(
            alias -> {
              buffer.add(" " + context.quoted(alias));
              aliases(columns);
            });
  }

  private static String words(FromNode.Join join) {
    if (join.kind() == JoinKind.INNER) {
      return join.condition().isPresent() ? " JOIN " : " CROSS JOIN ";
    }
    return " " + join.kind().name() + " JOIN ";
  }

  private void condition(FromNode.Join join, RangeNames columns) {
    if (!columns.using.isEmpty()) {
      buffer.add(
          columns.using.stream()
              .map(context::quoted)
              .collect(Collectors.joining(", ", " USING (", ")")));
      join.names()
          .orElseThrow()
          .usingAlias()
          .ifPresent(alias -> buffer.add(" AS " + context.quoted(alias)));
    } else if (join.condition().isPresent()) {
      buffer.add(" ON ");
      expressions.open();
      expressions.write(join.condition().get(), Implicit.HIDDEN);
      expressions.close();
    } else if (join.kind() != JoinKind.INNER) {
      buffer.add(" ON TRUE");
    }
  }
}
