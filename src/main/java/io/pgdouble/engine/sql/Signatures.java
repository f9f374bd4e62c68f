package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.FunctionParameter;
import io.pgdouble.engine.tree.FunctionParameterMode;
import io.pgdouble.engine.tree.Indirection;
import io.pgdouble.engine.tree.ObjectWithArgs;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parameters, and functions, aggregates and operators named with their argument types. */
final class Signatures {
  private final Grammar g;
  private final Tokens t;

  Signatures(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** {@code func_args}. */
  List<FunctionParameter> parameters() {
    t.expect('(');
    List<FunctionParameter> all = t.is(')') ? List.of() : g.names.list(this::parameter);
    t.expect(')');
    return all;
  }

  /** {@code func_args_with_defaults}. */
  List<FunctionParameter> parametersWithDefaults() {
    t.expect('(');
    List<FunctionParameter> all = t.is(')') ? List.of() : g.names.list(this::parameterWithDefault);
    t.expect(')');
    return all;
  }

  private FunctionParameter parameterWithDefault() {
    FunctionParameter p = parameter();
    if (!t.accept(Keyword.DEFAULT) && !t.accept('=')) {
      return p;
    }
    var value = Optional.of(g.expressions.aExpr());
    return new FunctionParameter(p.name(), p.argType(), p.mode(), value, p.location());
  }

  /** {@code func_arg}: the mode may stand before the name or behind it. */
  private FunctionParameter parameter() {
    int location = t.location();
    FunctionParameterMode mode = optMode();
    Optional<String> name = Optional.empty();
    if (startsName()) {
      name = Optional.of(t.take());
      mode = mode == FunctionParameterMode.DEFAULT ? optMode() : mode;
    }
    return new FunctionParameter(name, g.types.funcType(), mode, Optional.empty(), location);
  }

  private boolean startsName() {
    return Keyword.isTypeFunctionName(t.kind()) && (isTypeStart(t.second()) || isMode(t.second()));
  }

  private static boolean isTypeStart(int kind) {
    return Keyword.isTypeFunctionName(kind)
        || switch (kind) {
          case Keyword.SETOF, Keyword.INTERVAL, Keyword.INT, Keyword.INTEGER -> true;
          case Keyword.SMALLINT, Keyword.BIGINT, Keyword.REAL, Keyword.FLOAT -> true;
          case Keyword.DECIMAL, Keyword.DEC, Keyword.NUMERIC, Keyword.BOOLEAN -> true;
          case Keyword.BIT, Keyword.CHARACTER, Keyword.CHAR, Keyword.VARCHAR -> true;
          case Keyword.NATIONAL, Keyword.NCHAR, Keyword.TIMESTAMP, Keyword.TIME -> true;
          default -> false;
        };
  }

  private static boolean isMode(int kind) {
    return kind == Keyword.IN
        || kind == Keyword.OUT
        || kind == Keyword.INOUT
        || kind == Keyword.VARIADIC;
  }

  private FunctionParameterMode optMode() {
    if (t.accept(Keyword.IN)) {
      return t.accept(Keyword.OUT) ? FunctionParameterMode.INOUT : FunctionParameterMode.IN;
    }
    FunctionParameterMode mode =
        switch (t.kind()) {
          case Keyword.OUT -> FunctionParameterMode.OUT;
          case Keyword.INOUT -> FunctionParameterMode.INOUT;
          case Keyword.VARIADIC -> FunctionParameterMode.VARIADIC;
          default -> FunctionParameterMode.DEFAULT;
        };
    if (mode != FunctionParameterMode.DEFAULT) {
      t.advance();
    }
    return mode;
  }

  /** {@code function_with_argtypes}: the types may be left out. */
  ObjectWithArgs function() {
    boolean colId = Keyword.isColId(t.kind());
    boolean function = Keyword.isTypeFunctionName(t.kind());
    if (!colId && !function) {
      throw t.syntaxError();
    }
    String first = t.take();
    List<String> name = List.of(first);
    if (colId && g.names.startsIndirection()) {
      List<Indirection> steps = g.names.indirection();
      name = g.names.namesOnly(first, steps);
      function = true;
    }
    if (!function || !t.is('(')) {
      return new ObjectWithArgs(name, List.of(), List.of(), true);
    }
    return named(name, parameters());
  }

  private static ObjectWithArgs named(List<String> name, List<FunctionParameter> parameters) {
    List<Optional<TypeName>> types = new ArrayList<>();
    for (FunctionParameter p : parameters) {
      boolean input =
          p.mode() != FunctionParameterMode.OUT && p.mode() != FunctionParameterMode.TABLE;
      if (input) {
        types.add(Optional.of(p.argType()));
      }
    }
    return new ObjectWithArgs(name, List.copyOf(types), parameters, false);
  }

  /** {@code aggregate_with_argtypes}. */
  ObjectWithArgs aggregate() {
    List<String> name = g.primaries.calls().functionName();
    t.expect('(');
    List<FunctionParameter> all = new ArrayList<>();
    if (!t.accept('*')) {
      boolean direct = !t.is(Keyword.ORDER);
      if (direct) {
        all.addAll(g.names.list(this::aggregateParameter));
      }
      if (t.accept(Keyword.ORDER)) {
        t.expect(Keyword.BY);
        ordered(all, g.names.list(this::aggregateParameter));
      }
    }
    t.expect(')');
    return named(name, List.copyOf(all));
  }

  private FunctionParameter aggregateParameter() {
    int location = t.location();
    FunctionParameter p = parameter();
    boolean input =
        switch (p.mode()) {
          case DEFAULT, IN, VARIADIC -> true;
          case OUT, INOUT, TABLE -> false;
        };
    if (!input) {
      String message = "aggregates cannot have output arguments";
      throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, location);
    }
    return p;
  }

  /** {@code makeOrderedSetArgs}: a variadic direct argument is repeated, and counts once. */
  private void ordered(List<FunctionParameter> direct, List<FunctionParameter> ordered) {
    FunctionParameter last = direct.isEmpty() ? ordered.get(0) : direct.get(direct.size() - 1);
    if (direct.isEmpty() || last.mode() != FunctionParameterMode.VARIADIC) {
      direct.addAll(ordered);
      return;
    }
    FunctionParameter first = ordered.get(0);
    boolean same =
        ordered.size() == 1
            && first.mode() == FunctionParameterMode.VARIADIC
            && first.argType().names().equals(last.argType().names())
            && first.argType().arrayBounds().equals(last.argType().arrayBounds());
    if (!same) {
      String message =
          "an ordered-set aggregate with a VARIADIC direct argument must have one VARIADIC"
              + " aggregated argument of the same data type";
      throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, -1);
    }
  }

  /** {@code operator_with_argtypes}. */
  ObjectWithArgs operator() {
    List<String> name = g.names.anyOperator();
    t.expect('(');
    Optional<TypeName> left = operand();
    int location = t.location();
    if (left.isPresent() && t.accept(')')) {
      throw t.report(SqlState.SYNTAX_ERROR, "missing argument", location)
          .withHint("Use NONE to denote the missing argument of a unary operator.")
          .toException();
    }
    t.expect(',');
    Optional<TypeName> right = left.isEmpty() ? Optional.of(g.types.typename()) : operand();
    t.expect(')');
    return new ObjectWithArgs(name, List.of(left, right), List.of(), false);
  }

  private Optional<TypeName> operand() {
    return t.accept(Keyword.NONE) ? Optional.empty() : Optional.of(g.types.typename());
  }
}
