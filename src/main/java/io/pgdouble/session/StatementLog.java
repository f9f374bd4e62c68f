package io.pgdouble.session;

import io.pgdouble.engine.EngineSession;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.command.LogStatement;
import io.pgdouble.engine.command.ParsedQuery;
import io.pgdouble.engine.command.ParsedStatement;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.ExecuteStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.log.LogLevels;
import io.pgdouble.log.LogThreshold;
import io.pgdouble.log.LoggingProcess;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a session tells the server's log of its statements. Source: {@code postgres.c:
 * check_log_statement, check_log_duration}, {@code elog.c: EmitErrorReport}.
 */
final class StatementLog {
  private static final String UNNAMED = "<unnamed>";
  private static final long MICROS_OF_MILLI = 1000;

  private final EngineSession engine;
  private final SessionHost host;
  private final LoggingProcess process;
  private String query;
  private LogView view;

  StatementLog(EngineSession engine, SessionHost host) {
    this.engine = engine;
    this.host = host;
    this.process = host.log();
  }

  /** Whether the statement itself stands in the log already. */
  enum Told {
    YES,
    NO
  }

  private LogView view() {
    if (view == null || !view.isOf(engine.settings())) {
      view = new LogView(engine.settings());
      process.named(engine.settings().text("application_name"));
    }
    return view;
  }

  /** How many bytes of a parameter an error shows: below 0 all, 0 says nothing of parameters. */
  int parameterLengthOnError() {
    return view().parameterLengthOnError;
  }

  /** {@code debug_query_string}: what an error is at fault with from now on. */
  void running(String text) {
    query = text;
  }

  /** Nothing runs any more. */
  void done() {
    query = null;
  }

  /** Logs what the frontend was told, if it is grave enough. */
  void report(ErrorReport report) {
    LogLevels levels = engine.settings() == null ? process.levels() : view().levels;
    if (LogThreshold.admits(levels.minMessages(), report.severity())) {
      boolean withStatement = LogThreshold.admits(levels.minErrorStatement(), report.severity());
      process.write(report, withStatement ? Optional.ofNullable(query) : Optional.empty(), levels);
    }
  }

  /** Logs something of severity LOG, which hides the statement. */
  private void log(String text, Optional<String> detail) {
    LogLevels levels = view().levels;
    if (LogThreshold.admits(levels.minMessages(), Severity.LOG)) {
      ErrorReport plain = ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, text);
      process.write(detail.map(plain::withDetail).orElse(plain), Optional.empty(), levels);
    }
  }

  /** A query string was parsed. */
  Told parsed(ParsedQuery parsed) {
    LogStatement setting = view().statements;
    if (setting == LogStatement.NONE || !isReached(setting, parsed)) {
      return Told.NO;
    }
    log("statement: " + parsed.text(), prepare(parsed));
    return Told.YES;
  }

  private boolean isReached(LogStatement setting, ParsedQuery parsed) {
    return setting == LogStatement.ALL
        || parsed.statements().stream().anyMatch(one -> isReached(setting, one.statement()));
  }

  private boolean isReached(LogStatement setting, Statement statement) {
    return LogStatement.of(statement, engine.prepared()).isReachedBy(setting);
  }

  /** {@code errdetail_execute}. */
  private Optional<String> prepare(ParsedQuery parsed) {
    return parsed.statements().stream()
        .map(ParsedStatement::statement)
        .filter(ExecuteStmt.class::isInstance)
        .map(statement -> engine.prepared().find(((ExecuteStmt) statement).name()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(PreparedStatement::query)
        .map(text -> "prepare: " + text);
  }

  /** A query string was performed. */
  void performed(ParsedQuery parsed, Told told) {
    if (view().timed()) {
      duration(told, () -> "statement: " + parsed.text(), () -> prepare(parsed));
    }
  }

  void prepared(String name, String text) {
    if (view().timed()) {
      String named = "parse " + (name.isEmpty() ? UNNAMED : name) + ": ";
      duration(Told.NO, () -> named + text, Optional::empty);
    }
  }

  void bound(Portal portal) {
    if (view().timed()) {
      duration(Told.NO, () -> "bind " + named(portal), () -> parameters(portal));
    }
  }

  /** A portal is about to run. */
  Told executes(Portal portal, Statement statement) {
    LogStatement setting = view().statements;
    if (setting == LogStatement.NONE
        || setting != LogStatement.ALL && !isReached(setting, statement)) {
      return Told.NO;
    }
    log(verb(portal) + named(portal), parameters(portal));
    return Told.YES;
  }

  /** A portal has run. */
  void executed(Portal portal, Told told, String verb) {
    if (view().timed()) {
      duration(told, () -> verb + named(portal), () -> parameters(portal));
    }
  }

  /** What running a portal is called, before it is run. */
  static String verb(Portal portal) {
    return portal.atStart() ? "execute " : "execute fetch from ";
  }

  private static String named(Portal portal) {
    String statement = portal.binding().map(Portal.Binding::statement).orElse("");
    String name = portal.name().isEmpty() ? "" : "/" + portal.name();
    String text = portal.definition().sourceText();
    return (statement.isEmpty() ? UNNAMED : statement) + name + ": " + text;
  }

  /** {@code errdetail_params}. */
  private Optional<String> parameters(Portal portal) {
    int most = view().parameterLength;
    return portal
        .binding()
        .filter(bound -> bound.values().length > 0 && most != 0)
        .map(bound -> "parameters: " + ParameterText.of(bound, most, engine.execution().types()));
  }

  /** A function is about to be called. {@code fastpath.c: HandleFunctionRequest}. */
  Told calls(ProcEntry function) {
    if (view().statements != LogStatement.ALL) {
      return Told.NO;
    }
    log(named(function), Optional.empty());
    return Told.YES;
  }

  /** A function was called. */
  void called(ProcEntry function, Told told) {
    if (view().timed()) {
      duration(told, () -> named(function), Optional::empty);
    }
  }

  private static String named(ProcEntry function) {
    String oid = Integer.toUnsignedString(function.oid());
    return "fastpath function call: \"" + function.name() + "\" (OID " + oid + ")";
  }

  private void duration(Told told, Supplier<String> what, Supplier<Optional<String>> detail) {
    long micros = Math.max(0, host.now() - engine.statementStart());
    boolean exceeds = exceeds(micros, view().minDuration) || sampled(micros);
    if (!exceeds && !view().duration) {
      return;
    }
    String time =
        String.format(
            Locale.ROOT,
            "duration: %d.%03d ms",
            micros / MICROS_OF_MILLI,
            micros % MICROS_OF_MILLI);
    if (exceeds && told == Told.NO) {
      log(time + "  " + what.get(), detail.get());
    } else {
      log(time, Optional.empty());
    }
  }

  private boolean sampled(long micros) {
    double rate = view().sampleRate;
    return exceeds(micros, view().minDurationSample)
        && rate != 0
        && (rate == 1 || (host.randomBits() >>> 11) * 0x1.0p-53 <= rate);
  }

  private static boolean exceeds(long micros, int leastMillis) {
    return leastMillis >= 0 && micros / MICROS_OF_MILLI >= leastMillis;
  }
}
