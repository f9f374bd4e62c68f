package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.PlpgsqlAnalyzer.TypeAndModifier;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.engine.function.TriggerCall;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A function or procedure in PL/pgSQL ({@code pl_handler.c: plpgsql_call_handler}). */
final class PlRoutine implements Routine {
  private static final int TRIGGER = 2279;
  private static final int EVENT_TRIGGER = 3838;

  private final ProcEntry function;
  private final Spi spi;

  /** By the types of arguments: a polymorphic one is compiled for each. */
  private final Map<List<Integer>, PlFunction> compiled = new HashMap<>();

  /** By the OIDs of triggers: each has rows of its own shape. */
  private final Map<Integer, PlFunction> ofTriggers = new HashMap<>();

  PlRoutine(ProcEntry function, Spi spi) {
    this.function = function;
    this.spi = spi;
  }

  /** {@code plpgsql_validator}. */
  @Override
  public void validate(String query) {
    checkResult();
    for (int type : function.argumentTypes()) {
      if (isPseudo(type) && type != TypeOid.RECORD && !isPolymorphic(type)) {
        throw new ReportedError(
            SqlState.FEATURE_NOT_SUPPORTED,
            "PL/pgSQL functions cannot accept type " + TypeFacts.name(type));
      }
    }
    if (PlSettings.syntaxCheck(spi.execution()) == FunctionSource.SyntaxCheck.NOW) {
      compile(validationSite(), Optional.of(query), FunctionSource.SyntaxCheck.NOW);
    }
  }

  private void checkResult() {
    int type = function.resultType();
    boolean allowed =
        !isPseudo(type)
            || isPolymorphic(type)
            || type == TypeOid.RECORD
            || type == TypeOid.VOID
            || type == TRIGGER;
    if (type == EVENT_TRIGGER) {
      throw ErrorReport.notSimulated("event triggers").toException();
    }
    if (!allowed) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "PL/pgSQL functions cannot return type " + TypeFacts.name(type));
    }
  }

  private boolean isPseudo(int type) {
    return spi.analysis().catalog().type(type).isPseudo();
  }

  private boolean isPolymorphic(int type) {
    TypeEntry entry = spi.analysis().catalog().type(type);
    return entry.isPseudo() && entry.name().matches("any(element|array|nonarray|compatible.*)");
  }

  /** When it is only checked, any type is taken to be integer. */
  private CallSite validationSite() {
    int[] types = Arrays.stream(function.argumentTypes()).map(this::anyAsInteger).toArray();
    return CallSite.of(anyAsInteger(function.resultType()), types);
  }

  private int anyAsInteger(int type) {
    if (!isPolymorphic(type)) {
      return type;
    }
    boolean array = spi.analysis().catalog().type(type).name().endsWith("array");
    boolean element = spi.analysis().catalog().type(type).name().endsWith("nonarray");
    return array && !element ? TypeOid.INT4_ARRAY : TypeOid.INT4;
  }

  private PlFunction compile(
      CallSite site, Optional<String> query, FunctionSource.SyntaxCheck check) {
    RoutineShape shape = new RoutineShape(function, site, spi);
    FunctionSource source =
        new FunctionSource(
            function.name(),
            RoutineNames.signature(function, spi),
            function.source(),
            new FunctionSource.Result(kind(), shape.type()),
            check);
    return new RoutineCompiler(shape, source).compile(query);
  }

  private FunctionSource.Kind kind() {
    if (function.returnsSet()) {
      return FunctionSource.Kind.SET_RETURNING;
    }
    if (function.kind() == 'p') {
      return FunctionSource.Kind.PROCEDURE;
    }
    return function.resultType() == TRIGGER
        ? FunctionSource.Kind.TRIGGER
        : FunctionSource.Kind.FUNCTION;
  }

  /** {@code plpgsql_exec_function}. */
  @Override
  public Object call(Call call) {
    CallSite site = call.site();
    if (function.resultType() == TRIGGER) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "trigger functions can only be called as triggers");
    }
    PlFunction code =
        compiled.computeIfAbsent(
            Arrays.stream(site.argumentTypes()).boxed().toList(),
            types -> compile(site, Optional.empty(), FunctionSource.SyntaxCheck.WHEN_RUN));
    Estate estate = new Estate(spi, code, call.atomicity());
    estate.access(SpiPlan.Access.of(function));
    return spi.contexts()
        .during(estate, () -> run(estate, new RoutineShape(function, site, spi), call.arguments()));
  }

  /** {@code plpgsql_exec_trigger}. */
  Object[] trigger(TriggerCall call) {
    CallSite site = CallSite.of(TRIGGER);
    PlFunction code =
        ofTriggers.computeIfAbsent(
            call.trigger().oid(),
            oid -> compile(site, Optional.empty(), FunctionSource.SyntaxCheck.WHEN_RUN));
    Estate estate = new Estate(spi, code, SpiPlan.Atomicity.ATOMIC);
    estate.access(SpiPlan.Access.of(function));
    return spi.contexts().during(estate, () -> new TriggerRun(estate, call).run());
  }

  private Object run(Estate estate, RoutineShape shape, Object[] arguments) {
    estate.does("while storing call arguments into local variables");
    PlFunction code = estate.function;
    int input = 0;
    for (int i = 0; i < arguments.length; i++) {
      if (isInput(i, arguments.length)) {
        store(estate, code.arguments().get(input++), arguments[i]);
      }
    }
    estate.does("during function entry");
    estate.variables.set(code.found(), false);
    RowType columns = null;
    if (function.returnsSet()) {
      columns = shape.columns(estate.variables);
      ResultSet.Kind kind = shape.isRow() ? ResultSet.Kind.ROWS : ResultSet.Kind.SCALARS;
      estate.rows = Optional.of(new ResultSet(columns, kind, major(estate)));
    }
    estate.does("");
    Outcome outcome = estate.runWhole(code.body());
    if (outcome != Outcome.RETURN) {
      estate.does("");
      throw new ReportedError(
          SqlState.S_R_E_FUNCTION_EXECUTED_NO_RETURN_STATEMENT,
          "control reached end of function without RETURN");
    }
    estate.does("while casting return value to function's return type");
    return function.returnsSet()
        ? shape.values(estate.rows.orElseThrow(), columns)
        : result(estate, shape);
  }

  private static int major(Estate estate) {
    return estate.spi.execution().facts().major();
  }

  /** CALL gives OUT parameters as well. */
  private boolean isInput(int index, int given) {
    boolean all = function.modes().length == given;
    return !all || function.modes()[index] != 'o';
  }

  private static void store(Estate estate, Datum variable, Object value) {
    if (variable instanceof Datum.Rec record && value instanceof RecordValue row) {
      estate.variables.set(record, new Variables.Held(row.type(), row.values()));
    } else if (variable instanceof Datum.Scalar) {
      estate.variables.set(variable, value);
    }
  }

  private static Object result(Estate estate, RoutineShape shape) {
    Variables.Typed result = estate.result;
    if (shape.type() == TypeOid.VOID) {
      return "";
    }
    if (result.value() == null || !shape.isRow()) {
      return estate.assignment.cast(result, new TypeAndModifier(shape.type(), -1));
    }
    RecordValue row = (RecordValue) result.value();
    if (!shape.isKnown()) {
      return row;
    }
    RowType columns = shape.columns(estate.variables);
    ResultSet expected = new ResultSet(columns, ResultSet.Kind.ROWS, major(estate));
    return new RecordValue(
        columns,
        expected.converted(row, "returned record type does not match expected record type"));
  }
}
