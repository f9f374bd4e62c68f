package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.VariadicForm;
import io.pgdouble.engine.tree.FuncCall;
import io.pgdouble.engine.tree.SortBy;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Calls of functions ({@code ParseFuncOrColumn}). */
final class CallAnalyzer {
  /** {@code FUNC_MAX_ARGS}. */
  private static final int MAX_ARGUMENTS = 100;

  private static final SqlState UNDEFINED = SqlState.UNDEFINED_FUNCTION;
  private static final SqlState AMBIGUOUS = SqlState.AMBIGUOUS_FUNCTION;
  private static final String NO_PROCEDURE =
      "No procedure matches the given name and argument types.";
  private static final String NO_BEST_PROCEDURE = "Could not choose a best candidate procedure.";

  private final ParseState state;
  private final FuncCall node;
  private final List<Expression> arguments;
  private final List<String> names = new ArrayList<>();

  private CallAnalyzer(ParseState state, FuncCall node, List<Expression> arguments) {
    this.state = state;
    this.node = node;
    this.arguments = arguments;
  }

  static Expression analyze(ParseState state, FuncCall node) {
    boolean procedure = state.callsProcedure;
    state.callsProcedure = false;
    if (procedure) {
      state.kind = ClauseKind.CALL_ARGUMENT;
    }
    List<Expression> arguments = state.expressions.parts(node.args());
    if (node.aggWithinGroup()) {
      // What the set is ordered by counts as arguments, after the direct ones.
      for (SortBy item : node.aggOrder()) {
        arguments.add(ExpressionAnalyzer.analyze(state, item.node(), ClauseKind.ORDER_BY));
      }
    }
    CallAnalyzer analyzer = new CallAnalyzer(state, node, arguments);
    return procedure ? analyzer.procedure() : analyzer.call();
  }

  /** {@code ParseFuncOrColumn} of CALL: OUT parameters are arguments as well. */
  private Expression procedure() {
    stripNames();
    CallShape shape =
        new CallShape(
            node.funcname(),
            Arguments.types(arguments),
            names,
            node.funcVariadic(),
            node.location());
    FunctionMatch match = FunctionLookup.findProcedure(state, shape);
    return switch (match.kind()) {
      case NOT_FOUND, COERCION -> throw notFound(UNDEFINED, "does not exist", NO_PROCEDURE);
      case MULTIPLE -> throw complaint(AMBIGUOUS, "is not unique", NO_BEST_PROCEDURE);
      case FOUND -> foundProcedure(match.candidate().orElseThrow());
    };
  }

  /** How names are matched with OUT parameters is not known here. */
  private RuntimeException notFound(SqlState error, String what, String hint) {
    String name = node.funcname().get(node.funcname().size() - 1);
    boolean outputs =
        state.catalog().procsNamed(name).stream().anyMatch(one -> one.modes().length > 0);
    return outputs && !names.isEmpty()
        ? Complaint.notSimulated("named arguments of procedures with OUT parameters")
        : complaint(error, what, hint);
  }

  private Expression foundProcedure(Candidate<ProcEntry> candidate) {
    if (candidate.entry().kind() != 'p') {
      throw Complaint.at(
              node.location(), SqlState.WRONG_OBJECT_TYPE, shown() + " is not a procedure")
          .withHint("To call a function, use SELECT.")
          .toException();
    }
    plainOnly(displayName());
    return withoutOutputs((FuncExpr) function(candidate));
  }

  /** What stands for an OUT parameter is not computed. */
  private static FuncExpr withoutOutputs(FuncExpr call) {
    List<Expression> kept = new ArrayList<>(call.arguments());
    char[] modes = call.function().modes();
    for (int i = 0; i < kept.size() && i < modes.length; i++) {
      if (modes[i] == 'o') {
        kept.set(i, Literals.nullOf(kept.get(i).type(), 0, -1));
      }
    }
    return call.with(List.copyOf(kept));
  }

  private RuntimeException complaint(SqlState state, String what, String hint) {
    return Complaint.at(node.location(), state, "procedure " + shown() + " " + what)
        .withHint(hint + " You might need to add explicit type casts.")
        .toException();
  }

  private Expression call() {
    if (arguments.size() > MAX_ARGUMENTS) {
      throw Complaint.error(
          node.location(),
          SqlState.TOO_MANY_ARGUMENTS,
          "cannot pass more than " + MAX_ARGUMENTS + " arguments to a function");
    }
    dropPlaceholders();
    stripNames();
    if (RowFields.mayBeField(state, node, arguments)) {
      Optional<Expression> field = RowFields.find(state, arguments.get(0), node.funcname().get(0));
      if (field.isPresent()) {
        return field.get();
      }
    }
    CallShape shape =
        new CallShape(
            node.funcname(),
            Arguments.types(arguments),
            names,
            node.funcVariadic(),
            node.location());
    FunctionMatch match = FunctionLookup.find(state, shape);
    return switch (match.kind()) {
      case NOT_FOUND -> throw missing(shape);
      case MULTIPLE -> throw notUnique(shape);
      case COERCION -> coercion(match.castType());
      case FOUND -> found(match.candidate().orElseThrow());
    };
  }

  /**
   * Drivers stand parameters of type {@code void} where a function's OUT arguments are; those are
   * not counted ({@code parse_func.c: ParseFuncOrColumn}).
   */
  private void dropPlaceholders() {
    arguments.removeIf(
        argument -> argument instanceof Expression.Param && argument.type() == TypeOid.VOID);
  }

  /** Takes the names off named arguments, which come last. */
  private void stripNames() {
    for (int i = 0; i < arguments.size(); i++) {
      Expression argument = arguments.get(i);
      if (argument instanceof Expression.NamedArgument named) {
        addName(named);
        arguments.set(i, named.argument());
      } else if (!names.isEmpty()) {
        throw Complaint.error(
            Locations.of(argument),
            SqlState.SYNTAX_ERROR,
            "positional argument cannot follow named argument");
      }
    }
  }

  private void addName(Expression.NamedArgument named) {
    if (names.contains(named.name())) {
      throw Complaint.error(
          named.location(),
          SqlState.SYNTAX_ERROR,
          "argument name \"" + named.name() + "\" used more than once");
    }
    names.add(named.name());
  }

  private Expression coercion(int type) {
    plainOnly(displayName());
    CastTarget target =
        new CastTarget(type, -1, CastContext.EXPLICIT, CallForm.EXPLICIT_CALL, node.location());
    return Coercion.coerce(state, arguments.get(0), target);
  }

  private String displayName() {
    return String.join(".", node.funcname());
  }

  private Expression found(Candidate<ProcEntry> candidate) {
    ProcEntry function = candidate.entry();
    switch (function.kind()) {
      case 'p':
        throw Complaint.at(node.location(), SqlState.WRONG_OBJECT_TYPE, shown() + " is a procedure")
            .withHint("To call a procedure, use CALL.")
            .toException();
      case 'a':
        return AggregateCalls.analyze(state, node, candidate, arguments);
      case 'w':
        return windowFunction(candidate);
      default:
        plainOnly(displayName());
        return function(candidate);
    }
  }

  private String shown() {
    return new Signature(node.funcname(), Arguments.types(arguments), names).text();
  }

  private Expression windowFunction(Candidate<ProcEntry> candidate) {
    if (node.over().isEmpty()) {
      throw Complaint.error(
          node.location(),
          SqlState.WRONG_OBJECT_TYPE,
          "window function " + displayName() + " requires an OVER clause");
    }
    if (node.aggWithinGroup()) {
      throw wrong("window function " + displayName() + " cannot have WITHIN GROUP");
    }
    return WindowCalls.analyze(state, node, candidate, arguments);
  }

  /** What only aggregates may say. */
  private void plainOnly(String name) {
    String notAnAggregate = ", but " + name + " is not an aggregate function";
    if (node.aggStar()) {
      throw wrong(name + "(*) specified" + notAnAggregate);
    }
    if (node.aggDistinct()) {
      throw wrong("DISTINCT specified" + notAnAggregate);
    }
    if (node.aggWithinGroup()) {
      throw wrong("WITHIN GROUP specified" + notAnAggregate);
    }
    if (!node.aggOrder().isEmpty()) {
      throw wrong("ORDER BY specified" + notAnAggregate);
    }
    if (node.aggFilter().isPresent()) {
      throw wrong("FILTER specified" + notAnAggregate);
    }
    if (node.over().isPresent()) {
      throw wrong(
          "OVER specified, but " + name + " is not a window function nor an aggregate function");
    }
  }

  private RuntimeException wrong(String message) {
    return Complaint.error(node.location(), SqlState.WRONG_OBJECT_TYPE, message);
  }

  private Expression function(Candidate<ProcEntry> candidate) {
    ProcEntry function = candidate.entry();
    CallArguments made = CallArguments.of(state, candidate, arguments);
    VariadicForm variadic = made.variadic();
    if (node.funcVariadic() && function.isVariadic()) {
      requireArray(function);
      variadic = VariadicForm.ARRAY;
    }
    if (function.returnsSet()) {
      SetReturning.check(state, node.location());
    }
    FuncExpr call =
        new FuncExpr(
            function,
            made.resultType(),
            -1,
            node.sqlSyntax() ? CallForm.SQL_SYNTAX : CallForm.EXPLICIT_CALL,
            variadic,
            Collations.ofInputs(state, made.arguments()),
            made.arguments(),
            made.written(names),
            node.location());
    return SqlFunctions.inline(state, call);
  }

  /** {@code VARIADIC "any"} takes any array, and nothing else. */
  private void requireArray(ProcEntry function) {
    Expression last = arguments.get(arguments.size() - 1);
    boolean any = function.variadicElement() == TypeOid.ANY;
    if (any && TypeFacts.baseElementType(state.catalog(), last.type()) == 0) {
      throw Complaint.error(
          Locations.of(last), SqlState.DATATYPE_MISMATCH, "VARIADIC argument must be an array");
    }
  }

  private RuntimeException missing(CallShape shape) {
    if (!state.catalog().procsNamed(shape.name().get(shape.name().size() - 1)).isEmpty()) {
      Arrays.stream(shape.types()).forEach(type -> RowInheritance.refuse(state.catalog(), type));
    }
    boolean misplaced = node.aggOrder().size() > 1 && !node.aggWithinGroup();
    return Complaint.at(
            node.location(),
            SqlState.UNDEFINED_FUNCTION,
            "function "
                + new Signature(shape.name(), shape.types(), names).text()
                + " does not exist")
        .withHint(
            misplaced
                ? "No aggregate function matches the given name and argument types. Perhaps you "
                    + "misplaced ORDER BY; ORDER BY must appear after all regular arguments of "
                    + "the aggregate."
                : "No function matches the given name and argument types. "
                    + "You might need to add explicit type casts.")
        .toException();
  }

  private RuntimeException notUnique(CallShape shape) {
    return Complaint.at(
            node.location(),
            SqlState.AMBIGUOUS_FUNCTION,
            "function "
                + new Signature(shape.name(), shape.types(), names).text()
                + " is not unique")
        .withHint(
            "Could not choose a best candidate function. "
                + "You might need to add explicit type casts.")
        .toException();
  }

  /** A call as messages show it ({@code func_signature_string}). */
  record Signature(List<String> name, int[] types, List<String> names) {
    String text() {
      StringBuilder text = new StringBuilder(String.join(".", name)).append('(');
      int positional = types.length - names.size();
      for (int i = 0; i < types.length; i++) {
        text.append(i > 0 ? ", " : "");
        text.append(i >= positional ? names.get(i - positional) + " => " : "");
        text.append(TypeFacts.name(types[i]));
      }
      return text.append(')').toString();
    }
  }
}
