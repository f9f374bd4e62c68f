package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.definition.ExpressionText.Implicit;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;

/** Fields of rows, and their names ({@code ruleutils.c: get_name_for_var_field}). */
record FieldText(ExpressionText expressions) {

  void write(Expression.FieldSelect node) {
    Expression row = SimpleNodes.written(node.argument());
    TextBuffer buffer = expressions.context.buffer();
    boolean bare =
        row instanceof Expression.SubscriptingRef || row instanceof Expression.FieldSelect;
    buffer.add(bare ? "" : "(");
    expressions.write(row, Implicit.SHOWN);
    buffer.add(bare ? "" : ")");
    buffer.add("." + expressions.context.quoted(name(row, node.field())));
  }

  String name(Expression row, int field) {
    if (row instanceof Expression.RowExpr written && field <= written.names().size()) {
      return written.names().get(field - 1);
    }
    if (row.type() != TypeOid.RECORD) {
      return expressions
          .context
          .catalog()
          .relationOfRowType(
              io.pgdouble.engine.catalog.TypeFacts.baseType(
                  expressions.context.catalog(), row.type()))
          .orElseThrow()
          .attributes()
          .get(field - 1)
          .name();
    }
    if (row instanceof Expression.Var column) {
      return expressions.columns.field(column, field);
    }
    if (row instanceof Expression.FuncExpr call) {
      return output(call.function(), field);
    }
    throw ErrorReport.notSimulated("the text of a field of such a record").toException();
  }

  private static String output(ProcEntry function, int field) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < function.modes().length; i++) {
      if ("obt".indexOf(function.modes()[i]) >= 0) {
        String name = i < function.names().size() ? function.names().get(i) : "";
        names.add(name.isEmpty() ? "column" + (names.size() + 1) : name);
      }
    }
    return names.get(field - 1);
  }
}
