package io.pgdouble.engine.definition;

import io.pgdouble.engine.definition.ConstantText.Label;
import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.CaseWhen;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** Expressions as SQL that means them ({@code ruleutils.c: get_rule_expr}). */
final class ExpressionText {
  final Deparsing context;
  final ColumnTexts columns;
  private final TextBuffer buffer;
  private final CallText calls;
  private final SubLinkText subqueries;

  /**
   * @param around the query it is in, with those around it; empty where it is in none
   */
  ExpressionText(Deparsing context, ColumnTexts columns, Optional<QueryText> around) {
    this.context = context;
    this.columns = columns;
    this.buffer = context.buffer();
    this.calls = new CallText(this, around);
    this.subqueries = new SubLinkText(this, around);
  }

  /** Whether casts that nobody wrote are written. */
  enum Implicit {
    SHOWN,
    HIDDEN
  }

  /** The text of an expression alone. */
  String of(Expression node) {
    return buffer.apart(() -> write(node, Implicit.HIDDEN));
  }

  void open() {
    buffer.add(context.pretty() ? "" : "(");
  }

  void close() {
    buffer.add(context.pretty() ? "" : ")");
  }

  /** {@code get_rule_expr_paren}. */
  void part(Expression node, Implicit implicit, Expression parent) {
    boolean needed = context.pretty() && !SimpleNodes.isSimple(node, parent);
    buffer.add(needed ? "(" : "");
    write(node, implicit);
    buffer.add(needed ? ")" : "");
  }

  void list(List<Expression> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      buffer.add(i > 0 ? ", " : "");
      write(nodes.get(i), Implicit.SHOWN);
    }
  }

  /** {@code get_rule_list_toplevel}. */
  private void wholeList(List<Expression> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      buffer.add(i > 0 ? ", " : "");
      whole(nodes.get(i), Implicit.SHOWN);
    }
  }

  /** {@code get_rule_expr_toplevel}: a row that must not be taken for its columns. */
  void whole(Expression node, Implicit implicit) {
    write(node, implicit);
    if (node instanceof Expression.Var column && column.attribute() == 0) {
      buffer.add("::" + context.type(column.type(), column.typmod()));
    }
  }

  void write(Expression written, Implicit implicit) {
    Expression node = SimpleNodes.written(written);
    boolean done =
        leaf(node)
            || calls.write(node, implicit)
            || operation(node)
            || cast(node, implicit)
            || test(node)
            || list(node)
            || other(node, implicit)
            || subqueries.write(node);
    if (!done) {
      throw ErrorReport.notSimulated("the text of an expression of this kind").toException();
    }
  }

  private boolean leaf(Expression node) {
    if (node instanceof Expression.Var column) {
      buffer.add(columns.of(column).text());
    } else if (node instanceof Expression.JoinColumn column) {
      buffer.add(columns.of(column).text());
    } else if (node instanceof Expression.Const constant) {
      constant(constant, Label.AS_NEEDED);
    } else if (node instanceof Expression.Param parameter) {
      buffer.add("$" + parameter.number());
    } else if (node instanceof Expression.CoerceToDomainValue) {
      buffer.add("VALUE");
    } else {
      return false;
    }
    return true;
  }

  void constant(Expression.Const node, Label label) {
    buffer.add(new ConstantText(context).of(node, label));
  }

  /** {@code get_coercion_expr}. */
  void coercion(Expression value, Expression parent) {
    Expression argument = beneathDomain(value, parent);
    boolean same =
        argument instanceof Expression.Const constant
            && constant.type() == parent.type()
            && constant.typmod() == -1;
    if (same) {
      constant((Expression.Const) argument, Label.NEVER);
    } else {
      open();
      part(argument, Implicit.HIDDEN, parent);
      close();
    }
    buffer.add("::" + context.type(parent.type(), parent.typmod()));
  }

  /** PostgreSQL does not relabel what it makes a value of a domain. */
  private Expression beneathDomain(Expression value, Expression parent) {
    boolean relabelled =
        value instanceof Expression.RelabelType cast
            && cast.form() == CallForm.IMPLICIT_CAST
            && cast.typmod() == -1
            && context.catalog().type(parent.type()).kind() == 'd';
    return relabelled ? ((Expression.RelabelType) value).argument() : value;
  }

  private boolean operation(Expression node) {
    if (node instanceof Expression.OpExpr operator) {
      operator(operator);
    } else if (node instanceof Expression.BoolExpr bool) {
      bool(bool);
    } else if (node instanceof Expression.CaseExpr choice) {
      choice(choice);
    } else {
      return false;
    }
    return true;
  }

  private void operator(Expression.OpExpr node) {
    String name = context.operator(node.operator());
    open();
    if (node.arguments().size() == 1) {
      buffer.add(name + " ");
      part(node.arguments().get(0), Implicit.SHOWN, node);
    } else {
      between(node.arguments(), " " + name + " ", node);
    }
    close();
  }

  private void between(List<Expression> operands, String words, Expression node) {
    part(operands.get(0), Implicit.SHOWN, node);
    buffer.add(words);
    part(operands.get(1), Implicit.SHOWN, node);
  }

  private void bool(Expression.BoolExpr node) {
    open();
    buffer.add(node.operator() == BoolOperator.NOT ? "NOT " : "");
    for (int i = 0; i < node.arguments().size(); i++) {
      buffer.add(i > 0 ? " " + node.operator().name() + " " : "");
      part(node.arguments().get(i), Implicit.HIDDEN, node);
    }
    close();
  }

  private boolean cast(Expression node, Implicit implicit) {
    if (node instanceof Expression.RelabelType cast) {
      cast(node, cast.argument(), cast.form(), implicit);
    } else if (node instanceof Expression.CoerceViaIO cast) {
      cast(node, cast.argument(), cast.form(), implicit);
    } else if (node instanceof Expression.ArrayCoerceExpr cast) {
      cast(node, cast.argument(), cast.form(), implicit);
    } else if (node instanceof Expression.CoerceToDomain cast) {
      cast(node, cast.argument(), cast.form(), implicit);
    } else {
      return false;
    }
    return true;
  }

  private void cast(Expression node, Expression argument, CallForm form, Implicit implicit) {
    // A row of any type is one of record: PostgreSQL has no cast there.
    boolean anyRow = form == CallForm.IMPLICIT_CAST && node.type() == TypeOid.RECORD;
    if (anyRow) {
      write(argument, implicit);
    } else if (form != CallForm.IMPLICIT_CAST || implicit == Implicit.SHOWN) {
      coercion(argument, node);
    } else if (node instanceof Expression.CoerceToDomain) {
      write(argument, Implicit.HIDDEN);
    } else {
      part(argument, Implicit.HIDDEN, node);
    }
  }

  private boolean test(Expression node) {
    if (node instanceof Expression.NullTest test) {
      open();
      part(test.argument(), Implicit.SHOWN, node);
      buffer.add(nullTest(test));
      close();
    } else if (node instanceof Expression.BooleanTest test) {
      open();
      part(test.argument(), Implicit.HIDDEN, node);
      buffer.add(" " + test.kind().name().replace('_', ' '));
      close();
    } else if (node instanceof Expression.DistinctExpr test) {
      open();
      between(test.arguments(), " IS DISTINCT FROM ", node);
      close();
    } else if (node instanceof Expression.ScalarArrayOpExpr test) {
      member(test);
    } else {
      return false;
    }
    return true;
  }

  /** A test of a row as one value has other words. */
  private String nullTest(Expression.NullTest test) {
    boolean rowAsValue =
        !test.row()
            && io.pgdouble.engine.catalog.TypeFacts.isComposite(
                context.catalog(), test.argument().type());
    if (rowAsValue) {
      return test.negated() ? " IS DISTINCT FROM NULL" : " IS NOT DISTINCT FROM NULL";
    }
    return test.negated() ? " IS NOT NULL" : " IS NULL";
  }

  private void member(Expression.ScalarArrayOpExpr node) {
    Expression array = node.arguments().get(1);
    open();
    between(
        node.arguments(),
        " " + context.operator(node.operator()) + " " + node.quantifier().name() + " (",
        node);
    if (array instanceof Expression.SubLink subquery && SubLinkText.isScalar(subquery)) {
      buffer.add("::" + context.type(array.type(), array.typmod()));
    }
    buffer.add(")");
    close();
  }

  private boolean list(Expression node) {
    if (node instanceof Expression.CoalesceExpr call) {
      words("COALESCE(", call.arguments());
    } else if (node instanceof Expression.MinMaxExpr call) {
      words(call.which().name() + "(", call.arguments());
    } else if (node instanceof Expression.NullIfExpr call) {
      words("NULLIF(", call.arguments());
    } else if (node instanceof Expression.GroupingFunc call) {
      words("GROUPING(", call.arguments());
    } else if (node instanceof Expression.ArrayExpr array) {
      buffer.add("ARRAY[");
      list(array.elements());
      buffer.add(array.elements().isEmpty() ? "]::" + context.type(array.type(), -1) : "]");
    } else if (node instanceof Expression.RowExpr row) {
      buffer.add("ROW(");
      wholeList(row.arguments());
      boolean cast = row.form() == CallForm.EXPLICIT_CAST;
      buffer.add(cast ? ")::" + context.type(row.type(), -1) : ")");
    } else if (node instanceof Expression.RowCompareExpr rows) {
      buffer.add("(ROW(");
      wholeList(rows.left());
      buffer.add(") " + context.operator(rows.operators().get(0)) + " ROW(");
      wholeList(rows.right());
      buffer.add("))");
    } else {
      return false;
    }
    return true;
  }

  private void words(String opening, List<Expression> arguments) {
    buffer.add(opening);
    list(arguments);
    buffer.add(")");
  }

  private boolean other(Expression node, Implicit implicit) {
    if (node instanceof Expression.SqlValueFunction function) {
      String precision = function.typmod() < 0 ? "" : "(" + function.typmod() + ")";
      buffer.add(function.function().name() + precision);
    } else if (node instanceof Expression.CollateExpr collate) {
      open();
      part(collate.argument(), implicit, node);
      buffer.add(" COLLATE " + context.collation(collate.collation()));
      close();
    } else if (node instanceof Expression.SubscriptingRef element) {
      Expression container = element.container();
      boolean bare =
          container instanceof Expression.Var || container instanceof Expression.FieldSelect;
      buffer.add(bare ? "" : "(");
      write(container, implicit);
      buffer.add(bare ? "" : ")");
      subscripts(element);
    } else if (node instanceof Expression.FieldSelect field) {
      new FieldText(this).write(field);
    } else {
      return false;
    }
    return true;
  }

  private void subscripts(Expression.SubscriptingRef node) {
    for (int i = 0; i < node.upper().size(); i++) {
      buffer.add("[");
      if (!node.lower().isEmpty()) {
        node.lower().get(i).ifPresent(one -> write(one, Implicit.HIDDEN));
        buffer.add(":");
      }
      node.upper().get(i).ifPresent(one -> write(one, Implicit.HIDDEN));
      buffer.add("]");
    }
  }

  private void choice(Expression.CaseExpr node) {
    String gap = buffer.breaks() ? "" : " ";
    buffer.keyword("CASE", 0, TextBuffer.SMALL_STEP, 0);
    node.argument()
        .ifPresent(
            one -> {
              buffer.add(" ");
              write(one, Implicit.SHOWN);
            });
    for (CaseWhen when : node.whens()) {
      buffer.add(gap).keyword("WHEN ", 0, 0, 0);
      write(condition(node, when), Implicit.HIDDEN);
      buffer.add(" THEN ");
      write(when.result(), Implicit.SHOWN);
    }
    buffer.add(gap).keyword("ELSE ", 0, 0, 0);
    write(node.otherwise(), Implicit.SHOWN);
    buffer.add(gap).keyword("END", -TextBuffer.SMALL_STEP, 0, 0);
  }

  /** Where CASE has an argument, only what it is compared with. */
  private static Expression condition(Expression.CaseExpr node, CaseWhen when) {
    Expression condition = SimpleNodes.written(when.condition());
    boolean compared =
        node.argument().isPresent()
            && condition instanceof Expression.OpExpr operator
            && operator.arguments().size() == 2
            && SimpleNodes.withoutImplicitCasts(operator.arguments().get(0))
                instanceof Expression.CaseTest;
    return compared ? ((Expression.OpExpr) condition).arguments().get(1) : condition;
  }
}
