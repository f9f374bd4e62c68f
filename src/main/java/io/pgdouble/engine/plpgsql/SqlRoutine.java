package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.analysis.PlpgsqlAnalyzer.TypeAndModifier;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A function or procedure in SQL ({@code functions.c: fmgr_sql}). */
final class SqlRoutine implements Routine {
  private final ProcEntry function;
  private final Spi spi;
  private final Casts casts;
  private Optional<Prepared> prepared = Optional.empty();

  SqlRoutine(ProcEntry function, Spi spi) {
    this.function = function;
    this.spi = spi;
    this.casts = new Casts(spi);
  }

  /** Its statements, analysed for arguments of these types. */
  private record Prepared(AnalysisContext basis, List<Integer> types, List<SpiPlan> plans) {}

  /** {@code pg_proc.c: fmgr_sql_validator}. */
  @Override
  public void validate(String query) {
    boolean any = isAny(function.resultType());
    for (int type : function.argumentTypes()) {
      refusePseudo(type);
      any |= isAny(type);
    }
    if (function.resultType() != TypeOid.VOID && function.resultType() != TypeOid.RECORD) {
      refusePseudo(function.resultType());
    }
    if (PlSettings.syntaxCheck(spi.execution()) == FunctionSource.SyntaxCheck.WHEN_RUN) {
      return;
    }
    boolean parsed = any;
    spi.contexts()
        .during(
            report -> ofDefinition(report, query),
            () -> {
              if (parsed) {
                Parser.parse(function.source(), spi.parserSettings(), notice -> {});
                return query;
              }
              CallSite site = CallSite.of(function.resultType(), function.argumentTypes());
              checkResult(prepare(site).plans(), new RoutineShape(function, site, spi));
              return query;
            });
  }

  private void refusePseudo(int type) {
    if (spi.analysis().catalog().type(type).isPseudo() && !isAny(type)) {
      throw ErrorReport.notSimulated("SQL functions of type " + TypeFacts.name(type)).toException();
    }
  }

  /** Whether the type turns out with the call: the body is only parsed until then. */
  private boolean isAny(int type) {
    String name = spi.analysis().catalog().type(type).name();
    return name.matches("any(element|array|nonarray|compatible|compatible(array|nonarray))");
  }

  private ErrorReport ofDefinition(ErrorReport report, String query) {
    Optional<String> position = report.field(ErrorField.POSITION);
    if (position.isEmpty()) {
      return ErrorContexts.line(report, "SQL function \"" + function.name() + "\"");
    }
    int at = Integer.parseInt(position.get());
    OptionalInt found = new BodyInQuery(function.source(), query).position(at);
    return found.isPresent()
        ? report.withPosition(found.getAsInt())
        : internal(report, position.get());
  }

  private ErrorReport internal(ErrorReport report, String position) {
    return report
        .without(ErrorField.POSITION)
        .with(ErrorField.INTERNAL_POSITION, position)
        .with(ErrorField.INTERNAL_QUERY, function.source());
  }

  /** {@code sql_exec_error_callback}. */
  private ErrorReport ofRun(ErrorReport report, String moment) {
    ErrorReport moved =
        report.field(ErrorField.POSITION).map(at -> internal(report, at)).orElse(report);
    return ErrorContexts.line(moved, "SQL function \"" + function.name() + "\" " + moment);
  }

  private Prepared prepare(CallSite site) {
    List<Integer> types = Arrays.stream(site.argumentTypes()).boxed().toList();
    AnalysisContext now = spi.analysis();
    boolean current =
        prepared
            .filter(one -> one.types().equals(types))
            .filter(one -> one.basis().catalog() == now.catalog())
            .filter(one -> one.basis().searchPath().equals(now.searchPath()))
            .isPresent();
    if (!current) {
      ParameterTypes parameters =
          ParameterTypes.named(function.name(), inputNames(), site.argumentTypes());
      List<SpiPlan> plans = spi.prepare(function.source(), parameters).each();
      prepared = Optional.of(new Prepared(now, types, plans));
    }
    return prepared.get();
  }

  private List<String> inputNames() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < function.names().size(); i++) {
      boolean input = function.modes().length == 0 || "ibv".indexOf(function.modes()[i]) >= 0;
      if (input) {
        names.add(function.names().get(i));
      }
    }
    return names;
  }

  @Override
  public Object call(Call call) {
    if (function.kind() == 'p' && function.modes().length > 0) {
      throw ErrorReport.notSimulated("procedures in SQL with output parameters").toException();
    }
    CallSite site = call.site();
    List<SpiPlan> plans =
        spi.contexts()
            .during(report -> ofRun(report, "during startup"), () -> prepare(site).plans());
    RoutineShape shape = new RoutineShape(function, site, spi);
    SpiResult result = SpiResult.of(SpiResult.Code.EMPTY);
    for (int i = 0; i < plans.size(); i++) {
      SpiPlan plan = plans.get(i);
      boolean first = i == plans.size() - 1 && !function.returnsSet();
      SpiPlan.Run run =
          SpiPlan.Run.of(call.arguments(), first ? 1 : 0, SpiPlan.Access.of(function));
      String moment = "statement " + (i + 1);
      result = spi.contexts().during(report -> ofRun(report, moment), () -> plan.run(run));
      forbid(result);
    }
    return value(result, shape);
  }

  private static void forbid(SpiResult result) {
    if (result.code() == SpiResult.Code.COPY_FORBIDDEN) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot COPY to/from client in an SQL function");
    }
    if (result.code() == SpiResult.Code.TRANSACTION_FORBIDDEN) {
      throw ErrorReport.notSimulated("transaction commands in SQL functions").toException();
    }
  }

  private Object value(SpiResult result, RoutineShape shape) {
    if (shape.type() == TypeOid.VOID) {
      return function.returnsSet() ? java.util.Collections.emptyIterator() : null;
    }
    List<OutputColumn> columns = result.columns().orElse(List.of());
    RowType row = shape.isRow() ? shape.columns(new Variables(spi, 0)) : null;
    if (function.returnsSet()) {
      Iterator<Object[]> rows = result.rows().iterator();
      List<Object> values = new ArrayList<>();
      rows.forEachRemaining(one -> values.add(value(one, columns, shape, row)));
      return values.iterator();
    }
    return result.rows().isEmpty() ? null : value(result.rows().get(0), columns, shape, row);
  }

  private Object value(
      Object[] values, List<OutputColumn> columns, RoutineShape shape, RowType row) {
    if (row == null) {
      return cast(values[0], columns.get(0), new TypeAndModifier(shape.type(), -1));
    }
    if (values.length == 1 && values[0] instanceof RecordValue whole) {
      return whole;
    }
    Object[] cast = new Object[values.length];
    for (int i = 0; i < cast.length; i++) {
      RowType.Field field = row.fields().get(i);
      cast[i] =
          cast(values[i], columns.get(i), new TypeAndModifier(field.typeOid(), field.typmod()));
    }
    return new RecordValue(row, cast);
  }

  private Object cast(Object value, OutputColumn column, TypeAndModifier type) {
    TypeAndModifier from = new TypeAndModifier(column.declared(), column.typmod());
    return casts.cast(new Variables.Typed(value, from), type);
  }

  /** {@code check_sql_fn_retval}. */
  private void checkResult(List<SpiPlan> plans, RoutineShape shape) {
    for (SpiPlan plan : plans) {
      if (plan.tags().get(0).equals("CALL") && plan.columns().isPresent()) {
        throw new ReportedError(
            SqlState.FEATURE_NOT_SUPPORTED,
            "calling procedures with output arguments is not supported in SQL functions");
      }
    }
    if (shape.type() == TypeOid.VOID) {
      return;
    }
    Optional<List<OutputColumn>> columns =
        plans.isEmpty() ? Optional.empty() : plans.get(plans.size() - 1).columns();
    if (columns.isEmpty()) {
      throw mismatch(
          "Function's final statement must be SELECT or INSERT/UPDATE/DELETE RETURNING.");
    }
    if (shape.isRow()) {
      checkRow(columns.get(), shape);
      return;
    }
    if (columns.get().size() != 1) {
      throw mismatch("Final statement must return exactly one column.");
    }
    int given = columns.get().get(0).declared();
    if (!casts.isAssignable(given, shape.type())) {
      throw mismatch("Actual return type is " + TypeFacts.name(given) + ".");
    }
  }

  private void checkRow(List<OutputColumn> columns, RoutineShape shape) {
    if (!shape.isKnown()) {
      return;
    }
    List<RowType.Field> wanted = shape.columns(new Variables(spi, 0)).fields();
    boolean whole = columns.size() == 1 && columns.get(0).declared() == shape.type();
    if (whole) {
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (i >= wanted.size()) {
        throw mismatch("Final statement returns too many columns.");
      }
      int given = columns.get(i).declared();
      int type = wanted.get(i).typeOid();
      if (!casts.isAssignable(given, type)) {
        throw mismatch(
            "Final statement returns "
                + TypeFacts.name(given)
                + " instead of "
                + TypeFacts.name(type)
                + " at column "
                + (i + 1)
                + ".");
      }
    }
    if (columns.size() < wanted.size()) {
      throw mismatch("Final statement returns too few columns.");
    }
  }

  private ReportedError mismatch(String detail) {
    return ErrorReport.error(
            SqlState.INVALID_FUNCTION_DEFINITION,
            "return type mismatch in function declared to return "
                + TypeFacts.name(function.resultType()))
        .withDetail(detail)
        .toException();
  }
}
