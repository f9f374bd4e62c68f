package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.PlpgsqlAnalyzer.TypeAndModifier;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** One run of a function ({@code PLpgSQL_execstate}). */
final class Estate implements ErrorContexts.Callback {
  final Spi spi;
  final PlFunction function;
  final Variables variables;
  final Assignment assignment;
  final SpiPlan.Atomicity atomicity;

  /** {@code err_stmt}, {@code err_var}, {@code err_text}: where it is, for contexts. */
  private PlStatement statement;

  private Datum.Variable initialized;
  private String moment = "";
  private SpiPlan.Access access = SpiPlan.Access.READ_WRITE;

  /** {@code exitlabel}; empty where there is none. */
  Optional<String> exitLabel = Optional.empty();

  /** {@code cur_error}: what the handler around has caught. */
  Optional<ErrorReport> caught = Optional.empty();

  /** {@code eval_processed}. */
  long processed;

  /** What RETURN returns. */
  Typed result = Typed.missing();

  /** The rows of a set. */
  Optional<ResultSet> rows = Optional.empty();

  Estate(Spi spi, PlFunction function, SpiPlan.Atomicity atomicity) {
    this.spi = spi;
    this.function = function;
    this.atomicity = atomicity;
    this.variables = new Variables(spi, function.datums().size());
    this.assignment = new Assignment(this);
  }

  int major() {
    return spi.execution().facts().major();
  }

  /** {@code plpgsql_exec_error_callback}. */
  @Override
  public ErrorReport describe(ErrorReport report) {
    String where = "PL/pgSQL function " + function.source().signature();
    int line = initialized != null ? initialized.line : statement == null ? 0 : statement.line;
    if (!moment.isEmpty()) {
      return ErrorContexts.line(report, where + (line > 0 ? " line " + line : "") + " " + moment);
    }
    boolean known = statement != null && line > 0;
    return ErrorContexts.line(
        report, known ? where + " line " + line + " at " + statement.typeName() : where);
  }

  /** What it does that is no statement; empty for nothing. */
  void does(String what) {
    moment = what;
  }

  /** The variable that gets its first value; null for none. */
  void initializes(Datum.Variable variable) {
    initialized = variable;
  }

  /** {@code readonly_func}: it sees what its caller sees, and changes nothing. */
  void access(SpiPlan.Access other) {
    access = other;
  }

  SpiPlan.Access access() {
    return access;
  }

  /** {@code exec_stmts}. */
  Outcome run(List<PlStatement> statements) {
    PlStatement before = statement;
    if (statements.isEmpty()) {
      spi.execution().checkForInterrupts();
    }
    for (PlStatement one : statements) {
      statement = one;
      spi.execution().checkForInterrupts();
      Outcome outcome = one.run(this);
      if (outcome != Outcome.OK) {
        statement = before;
        return outcome;
      }
    }
    statement = before;
    return Outcome.OK;
  }

  /** {@code exec_toplevel_block}. */
  Outcome runWhole(BlockStatement block) {
    statement = block;
    spi.execution().checkForInterrupts();
    Outcome outcome = block.run(this);
    statement = null;
    return outcome;
  }

  /** {@code exec_set_found}. */
  void found(Boolean any) {
    variables.set(function.found(), any);
  }

  /** {@code exec_eval_expr}. */
  Typed eval(PlExpression expression) {
    return new ExpressionRun(this, expression).single();
  }

  /** The same for an assignment to a variable, whose type the value then has. */
  Typed evalAssigned(PlExpression expression, Datum target) {
    return new ExpressionRun(this, expression).assigned(target);
  }

  /** {@code exec_eval_boolean}: null counts as false. */
  boolean holds(PlExpression condition) {
    return Boolean.TRUE.equals(evalAs(condition, TypeOid.BOOL));
  }

  /** The value of an expression as one of a type. */
  Object evalAs(PlExpression expression, int type) {
    return assignment.cast(eval(expression), new TypeAndModifier(type, -1));
  }

  /** {@code convert_value_to_string} of a value that is not null. */
  String text(Typed value) {
    return io.pgdouble.type.Types.io(value.type().type())
        .output(value.value(), spi.execution().types());
  }

  /** Rows of an expression's query, one after another. */
  RowSource open(PreparedExpression prepared) {
    if (access == SpiPlan.Access.READ_WRITE) {
      spi.takeSnapshot();
    }
    prepared.plan().checkPermissions(spi.execution());
    Object[] values = ExpressionVariables.values(prepared.references(), variables);
    return prepared
        .plan()
        .open(spi.execution(), values, spi.execution().storage().transaction().snapshot());
  }

  /** {@code errcontext("query: %s")}. */
  static ReportedError ofQuery(SqlState state, String message, String query) {
    return ErrorContexts.line(ErrorReport.error(state, message), "query: " + query).toException();
  }
}
