package io.pgdouble.session;

import io.pgdouble.engine.EngineSession;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.PortalSettings;
import io.pgdouble.engine.portal.RowReceiver;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.FunctionCall;
import io.pgdouble.message.FunctionCallResponse;
import java.util.List;

/**
 * Calls of a function by its OID. Source: {@code fastpath.c: HandleFunctionRequest}. The call is
 * run as the query that would call the function by its name.
 */
final class FunctionCalls {
  private final Conversation conversation;
  private final EngineSession engine;

  FunctionCalls(Conversation conversation) {
    this.conversation = conversation;
    this.engine = conversation.engine();
  }

  void call(FunctionCall message) {
    engine.statementStarts();
    engine.display("<FASTPATH>");
    conversation.startCommand();
    if (engine.block().isAborted()) {
      throw Aborted.error();
    }
    engine.takeSnapshot();
    ProcEntry function = find(message);
    StatementLog.Told told = conversation.log().calls(function);
    engine.functions().checkMayExecute(function);
    checkCounts(message, function);
    Object[] arguments = conversation.output().arguments(message, function.argumentTypes());
    Result result = run(function, arguments);
    byte[] value = conversation.output().value(result.column, result.value, message.resultFormat());
    conversation.send(new FunctionCallResponse(value));
    conversation.finishCommand();
    conversation.log().called(function, told);
  }

  private ProcEntry find(FunctionCall message) {
    ProcEntry function =
        engine
            .functions()
            .find(message.function())
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_FUNCTION,
                        "function with OID "
                            + Integer.toUnsignedString(message.function())
                            + " does not exist"));
    if (function.kind() != 'f' || function.returnsSet()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot call function \"" + function.name() + "\" via fastpath interface");
    }
    return function;
  }

  private static void checkCounts(FunctionCall message, ProcEntry function) {
    int given = message.arguments().length;
    int expected = function.argumentTypes().length;
    if (given != expected) {
      throw violation(
          "function call message contains "
              + given
              + " arguments but function requires "
              + expected);
    }
    int formats = message.argumentFormats().length;
    if (formats > 1 && formats != given) {
      throw violation(
          "function call message contains "
              + formats
              + " argument formats but "
              + given
              + " arguments");
    }
  }

  private static ReportedError violation(String message) {
    return new ReportedError(SqlState.PROTOCOL_VIOLATION, message);
  }

  /** What a call gave. */
  private static final class Result implements RowReceiver {
    private OutputColumn column;
    private Object value;

    @Override
    public void start(List<OutputColumn> columns) {
      column = columns.get(0);
    }

    @Override
    public void row(Object[] values) {
      value = values[0];
    }
  }

  private Result run(ProcEntry function, Object[] arguments) {
    PreparedStatement prepared;
    try {
      prepared = engine.commands().prepare(engine.commands().parse(sql(function)), types(function));
    } catch (ReportedError e) {
      throw ErrorReport.notSimulated("the function " + function.name() + " by its OID")
          .toException();
    }
    PortalSettings settings =
        new PortalSettings(
            CursorOption.NO_SCROLL, engine.block().level().id(), engine.statementStart(), false);
    Portal portal =
        engine.portals().createHidden(engine.commands().bind(prepared, arguments), settings);
    Result result = new Result();
    portal.run(engine.block().level().id(), Long.MAX_VALUE, result);
    return result;
  }

  private static int[] types(ProcEntry function) {
    return function.argumentTypes().clone();
  }

  private String sql(ProcEntry function) {
    StringBuilder sql = new StringBuilder("SELECT ");
    sql.append(engine.functions().quoted(function.schema())).append('.');
    sql.append(engine.functions().quoted(function.name())).append('(');
    for (int i = 1; i <= function.argumentTypes().length; i++) {
      sql.append(i == 1 ? "$" : ", $").append(i);
    }
    return sql.append(')').toString();
  }
}
