package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.CollationEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.CaseWhen;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.VariadicForm;
import io.pgdouble.engine.function.ObjectDefinitions;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.settings.IdentifierList;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeName;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Expressions as SQL that means them ({@code ruleutils.c: get_rule_expr}). */
final class ExpressionText {
  private static final int DEFAULT_COLLATION = 100;

  private final Catalog catalog;
  private final TypeEnvironment environment;
  private final ObjectDefinitions.Style style;
  private final ColumnTexts columns;

  ExpressionText(
      Catalog catalog,
      TypeEnvironment environment,
      ObjectDefinitions.Style style,
      ColumnTexts columns) {
    this.catalog = catalog;
    this.environment = environment;
    this.style = style;
    this.columns = columns;
  }

  /** Whether casts that nobody wrote are written. */
  private enum Implicit {
    SHOWN,
    HIDDEN
  }

  String of(Expression node) {
    return text(node, Implicit.HIDDEN);
  }

  private String inParentheses(String text) {
    return style == ObjectDefinitions.Style.PLAIN ? "(" + text + ")" : text;
  }

  /** {@code get_rule_expr_paren}. */
  private String part(Expression node, Implicit implicit, Expression parent) {
    boolean needed = style == ObjectDefinitions.Style.PRETTY && !SimpleNodes.isSimple(node, parent);
    return needed ? "(" + text(node, implicit) + ")" : text(node, implicit);
  }

  private String list(List<Expression> nodes) {
    return nodes.stream().map(one -> text(one, Implicit.SHOWN)).collect(Collectors.joining(", "));
  }

  private String text(Expression node, Implicit implicit) {
    if (node instanceof Expression.Var column) {
      return columns.of(column);
    }
    if (node instanceof Expression.Const constant) {
      return constant(constant, Label.AS_NEEDED);
    }
    if (node instanceof Expression.FuncExpr call) {
      return call(call, implicit);
    }
    if (node instanceof Expression.SqlFunctionExpr call && call.form() == CallForm.EXPLICIT_CALL) {
      return name(call.function()) + "(" + list(call.arguments()) + ")";
    }
    if (node instanceof Expression.OpExpr operator) {
      return operator(operator);
    }
    if (node instanceof Expression.BoolExpr bool) {
      return bool(bool);
    }
    return cast(node, implicit)
        .or(() -> test(node))
        .or(() -> function(node))
        .orElseGet(() -> other(node));
  }

  private String name(ProcEntry function) {
    String name = quoted(function.name());
    return function.schema().equals("pg_catalog") || isVisible(function)
        ? name
        : quoted(function.schema()) + "." + name;
  }

  private boolean isVisible(ProcEntry function) {
    return environment
        .objectNames()
        .name(TypeOid.REGPROC, Integer.toUnsignedLong(function.oid()))
        .filter(one -> one.indexOf('.') < 0)
        .isPresent();
  }

  private String quoted(String name) {
    return IdentifierList.quoted(name, catalog.facts());
  }

  private String call(Expression.FuncExpr node, Implicit implicit) {
    switch (node.form()) {
      case IMPLICIT_CAST -> {
        return implicit == Implicit.HIDDEN
            ? part(node.arguments().get(0), Implicit.HIDDEN, node)
            : coercion(node.arguments().get(0), node, new Typed(node.type(), node.typmod()));
      }
      case EXPLICIT_CAST -> {
        return coercion(node.arguments().get(0), node, new Typed(node.type(), node.typmod()));
      }
      case SQL_SYNTAX -> {
        return SyntaxText.of(node, this::of).orElseGet(() -> plainCall(node));
      }
      case EXPLICIT_CALL -> {
        return plainCall(node);
      }
    }
    throw new IllegalStateException("no such form: " + node.form());
  }

  private String plainCall(Expression.FuncExpr node) {
    if (node.variadic() != VariadicForm.NONE) {
      throw ErrorReport.notSimulated("the text of a variadic call").toException();
    }
    return name(node.function()) + "(" + list(node.arguments()) + ")";
  }

  private record Typed(int type, int typmod) {}

  /** {@code get_coercion_expr}. */
  private String coercion(Expression argument, Expression parent, Typed to) {
    boolean same =
        argument instanceof Expression.Const constant
            && constant.type() == to.type()
            && constant.typmod() == -1;
    String inner =
        same
            ? constant((Expression.Const) argument, Label.NEVER)
            : inParentheses(part(argument, Implicit.HIDDEN, parent));
    return inner + "::" + type(to.type(), to.typmod());
  }

  private String type(int type, int typmod) {
    return Types.find(type).isPresent()
        ? TypeName.format(type, typmod)
        : environment
            .objectNames()
            .name(TypeOid.REGTYPE, Integer.toUnsignedLong(type))
            .orElseThrow();
  }

  private enum Label {
    NEVER,
    AS_NEEDED
  }

  /** {@code get_const_expr}. */
  private String constant(Expression.Const node, Label label) {
    if (node.value() == null) {
      return label == Label.NEVER ? "NULL" : "NULL::" + type(node.type(), node.typmod());
    }
    int base = TypeFacts.baseType(catalog, node.type());
    String text = Types.io(base).output(node.value(), environment);
    boolean digits = !text.isEmpty() && Character.isDigit(text.charAt(0));
    boolean bare =
        node.type() == TypeOid.INT4 && digits
            || node.type() == TypeOid.NUMERIC && digits && text.matches(".*[eE.].*");
    if (node.type() == TypeOid.BOOL) {
      return text.equals("t") ? "true" : "false";
    }
    String written = bare ? text : "'" + text.replace("'", "''") + "'";
    boolean unlabelled =
        label == Label.NEVER || node.type() == TypeOid.UNKNOWN || bare && node.typmod() < 0;
    return (unlabelled ? written : written + "::" + type(node.type(), node.typmod()))
        + collation(node);
  }

  private String collation(Expression.Const node) {
    int own = catalog.type(node.type()).collation();
    return node.collation() == 0 || node.collation() == own
        ? ""
        : " COLLATE " + collationName(node.collation());
  }

  String collationName(int oid) {
    CollationEntry collation = catalog.collation(oid).orElseThrow();
    return oid == DEFAULT_COLLATION ? "\"default\"" : quoted(collation.name());
  }

  private String operator(Expression.OpExpr node) {
    String name = node.operator().name();
    if (node.arguments().size() == 1) {
      return inParentheses(name + " " + part(node.arguments().get(0), Implicit.SHOWN, node));
    }
    return inParentheses(
        part(node.arguments().get(0), Implicit.SHOWN, node)
            + " "
            + name
            + " "
            + part(node.arguments().get(1), Implicit.SHOWN, node));
  }

  private String bool(Expression.BoolExpr node) {
    if (node.operator() == BoolOperator.NOT) {
      return inParentheses("NOT " + part(node.arguments().get(0), Implicit.HIDDEN, node));
    }
    return inParentheses(
        node.arguments().stream()
            .map(one -> part(one, Implicit.HIDDEN, node))
            .collect(Collectors.joining(" " + node.operator().name() + " ")));
  }

  private Optional<String> cast(Expression node, Implicit implicit) {
    if (node instanceof Expression.RelabelType cast) {
      return Optional.of(cast(node, cast.argument(), cast.form(), implicit));
    }
    if (node instanceof Expression.CoerceViaIO cast) {
      return Optional.of(cast(node, cast.argument(), cast.form(), implicit));
    }
    if (node instanceof Expression.ArrayCoerceExpr cast) {
      return Optional.of(cast(node, cast.argument(), cast.form(), implicit));
    }
    return node instanceof Expression.CoerceToDomain cast
        ? Optional.of(cast(node, cast.argument(), cast.form(), implicit))
        : Optional.empty();
  }

  private String cast(Expression node, Expression argument, CallForm form, Implicit implicit) {
    return form == CallForm.IMPLICIT_CAST && implicit == Implicit.HIDDEN
        ? part(argument, Implicit.HIDDEN, node)
        : coercion(argument, node, new Typed(node.type(), node.typmod()));
  }

  private Optional<String> test(Expression node) {
    if (node instanceof Expression.NullTest test) {
      return Optional.of(
          inParentheses(
              part(test.argument(), Implicit.SHOWN, node)
                  + (test.negated() ? " IS NOT NULL" : " IS NULL")));
    }
    if (node instanceof Expression.BooleanTest test) {
      return Optional.of(
          inParentheses(
              part(test.argument(), Implicit.HIDDEN, node)
                  + " "
                  + test.kind().name().replace('_', ' ')));
    }
    if (node instanceof Expression.DistinctExpr test) {
      return Optional.of(
          inParentheses(
              part(test.arguments().get(0), Implicit.SHOWN, node)
                  + " IS DISTINCT FROM "
                  + part(test.arguments().get(1), Implicit.SHOWN, node)));
    }
    return node instanceof Expression.ScalarArrayOpExpr test
        ? Optional.of(
            inParentheses(
                part(test.arguments().get(0), Implicit.SHOWN, node)
                    + " "
                    + test.operator().name()
                    + " "
                    + test.quantifier().name()
                    + " ("
                    + part(test.arguments().get(1), Implicit.SHOWN, node)
                    + ")"))
        : Optional.empty();
  }

  private Optional<String> function(Expression node) {
    if (node instanceof Expression.CoalesceExpr call) {
      return Optional.of("COALESCE(" + list(call.arguments()) + ")");
    }
    if (node instanceof Expression.MinMaxExpr call) {
      return Optional.of(call.which().name() + "(" + list(call.arguments()) + ")");
    }
    if (node instanceof Expression.NullIfExpr call) {
      return Optional.of("NULLIF(" + list(call.arguments()) + ")");
    }
    if (node instanceof Expression.ArrayExpr array) {
      String cast = array.elements().isEmpty() ? "::" + type(array.type(), -1) : "";
      return Optional.of("ARRAY[" + list(array.elements()) + "]" + cast);
    }
    if (node instanceof Expression.RowExpr row) {
      return Optional.of("ROW(" + list(row.arguments()) + ")");
    }
    if (node instanceof Expression.SqlValueFunction function) {
      String precision = function.typmod() < 0 ? "" : "(" + function.typmod() + ")";
      return Optional.of(function.function().name().toUpperCase(Locale.ROOT) + precision);
    }
    return Optional.empty();
  }

  private String other(Expression node) {
    if (node instanceof Expression.CaseExpr choice) {
      return choice(choice);
    }
    if (node instanceof Expression.CoerceToDomainValue) {
      return "VALUE";
    }
    if (node instanceof Expression.CollateExpr collate) {
      return inParentheses(
          part(collate.argument(), Implicit.SHOWN, node)
              + " COLLATE "
              + collationName(collate.collation()));
    }
    throw ErrorReport.notSimulated("the text of an expression of this kind").toException();
  }

  private String choice(Expression.CaseExpr node) {
    StringBuilder text = new StringBuilder("\nCASE");
    node.argument().ifPresent(one -> text.append(' ').append(text(one, Implicit.SHOWN)));
    for (CaseWhen when : node.whens()) {
      Expression condition =
          node.argument().isPresent() && when.condition() instanceof Expression.OpExpr compared
              ? compared.arguments().get(1)
              : when.condition();
      text.append("\n    WHEN ").append(text(condition, Implicit.HIDDEN));
      text.append(" THEN ").append(text(when.result(), Implicit.SHOWN));
    }
    text.append("\n    ELSE ").append(text(node.otherwise(), Implicit.SHOWN));
    return text.append("\nEND").toString();
  }
}
