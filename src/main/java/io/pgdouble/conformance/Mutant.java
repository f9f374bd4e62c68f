package io.pgdouble.conformance;

import io.pgdouble.trace.Direction;
import io.pgdouble.trace.TraceLine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Wrong servers, each wrong in one way that real servers have been wrong in. A table.
 *
 * <p>Each stands in front of a right server and changes what passes. The pattern finds, in a case's
 * text, whether the case could notice; it only saves time.
 */
public enum Mutant {
  TWO_READY_FOR_QUERY("answers one Sync twice", "\tSync", SpuriousReadyForQuery::new),
  READY_FOR_QUERY_BEFORE_SYNC(
      "is ready after an extended query's error, not at Sync",
      "ErrorResponse[^?]*silent",
      PrematureReadyForQuery::new),
  NO_SKIP_UNTIL_SYNC(
      "serves what follows an error before its Sync", "\\d\tParse[^?]*ErrorResp", NoSkipping::new),
  STATUS_IDLE_IN_FAILED_BLOCK(
      "says I where a block has failed",
      "ReadyForQuery\t E",
      edit("ReadyForQuery", columns -> columns.replace('E', 'I'))),
  STATUS_IDLE_IN_BLOCK(
      "says I where a block is open",
      "ReadyForQuery\t T",
      edit("ReadyForQuery", columns -> columns.replace('T', 'I'))),
  ROW_DESCRIPTION_FROM_EXECUTE(
      "describes rows that nobody asked to have described",
      "\tExecute[^?]*DataRow",
      EagerRowDescription::new),
  PORTAL_SUSPENDED_IGNORED(
      "takes no notice of a row limit",
      "PortalSuspended",
      ask("Execute", columns -> columns.replaceFirst("[1-9]\\d*$", "0"))),
  ROW_LIMIT_OFF_BY_ONE(
      "sends one row more than the limit",
      "PortalSuspended",
      ask("Execute", columns -> columns.replaceFirst(" 2$", " 3").replaceFirst(" 1$", " 2"))),
  PARAMETER_STATUS_DROPPED(
      "does not report DateStyle",
      "ParameterStatus\t \"DateStyle",
      drop("ParameterStatus", "\"DateStyle\".*")),
  PARAMETER_STATUS_AFTER_READY(
      "reports a changed setting after readiness",
      "SET [^?]*ParameterStatus",
      LateParameterStatus::new),
  WRONG_SQLSTATE(
      "calls a division by zero a data exception",
      "C \"22012\"",
      edit("ErrorResponse", columns -> columns.replace("C \"22012\"", "C \"22000\""))),
  POSITION_OFF_BY_ONE(
      "counts positions from zero",
      " P \"8\"",
      edit("ErrorResponse", columns -> columns.replace(" P \"8\"", " P \"7\""))),
  POSITION_MISSING(
      "tells no positions",
      " P \"\\d",
      edit("ErrorResponse", columns -> columns.replaceFirst(" P \"\\d+\"", ""))),
  HINT_MISSING(
      "gives no hints",
      " H \"",
      edit("ErrorResponse", columns -> columns.replaceFirst(" H \"(\\\\.|[^\"\\\\])*\"", ""))),
  SEVERITY_MISSING(
      "leaves out the severity that is not translated",
      "ErrorResponse",
      edit("ErrorResponse", columns -> columns.replaceFirst(" V \"[A-Z]+\"", ""))),
  ROUTINE_MISSING(
      "leaves out where in the source an error was raised",
      "ErrorResponse",
      edit("ErrorResponse", columns -> columns.replaceFirst(" R \"\\w+\"", ""))),
  FATAL_CALLED_ERROR(
      "calls a fatal error an error",
      "S \"FATAL\"",
      edit("ErrorResponse", columns -> columns.replace("\"FATAL\"", "\"ERROR\""))),
  MESSAGE_WITH_FULL_STOP(
      "ends its messages with a full stop",
      "division by zero",
      edit("ErrorResponse", columns -> columns.replace("by zero\"", "by zero.\""))),
  NO_DATA_MISSING("does not answer NoData", "NoData", drop("NoData", "")),
  PARAMETER_DESCRIPTION_MISSING(
      "does not describe parameters where there are none",
      "ParameterDescription\t 0",
      drop("ParameterDescription", "0")),
  EMPTY_QUERY_COMPLETED(
      "completes an empty query like another",
      "EmptyQueryResponse",
      answer("EmptyQueryResponse", line -> List.of(backend("CommandComplete", "\"\"")))),
  FLUSH_IGNORED("does nothing at Flush", "\tFlush", line("F", "Flush", line -> List.of())),
  CLOSE_COMPLETE_MISSING("does not answer Close", "CloseComplete", drop("CloseComplete", "")),
  BIND_COMPLETE_MISSING("does not answer Bind", "BindComplete", drop("BindComplete", "")),
  PARSE_COMPLETE_MISSING("does not answer Parse", "ParseComplete", drop("ParseComplete", "")),
  NOTICE_DROPPED("keeps its notices", "NoticeResponse", drop("NoticeResponse", ".*")),
  WRONG_COMMAND_TAG(
      "tags SELECT without its count",
      "\"SELECT \\d+\"",
      edit("CommandComplete", columns -> columns.replaceFirst("SELECT \\d+", "SELECT"))),
  FAILED_COMMIT_CALLED_COMMIT(
      "tags the COMMIT of a failed block COMMIT",
      "COMMIT[^?]*CommandComplete\t \"ROLLBACK",
      edit("CommandComplete", columns -> columns.replace("ROLLBACK", "COMMIT"))),
  NULL_AS_EMPTY_STRING(
      "sends NULL as an empty string",
      "DataRow\t 1 -1",
      edit("DataRow", columns -> columns.replaceFirst("^1 -1$", "1 0 ''"))),
  COLUMNS_SWAPPED(
      "swaps the values of two columns",
      "DataRow\t 2 ",
      edit("DataRow", c -> c.replaceFirst("^2 (\\d+ '[^']*') (\\d+ '[^']*')$", "2 $2 $1"))),
  ROW_SENT_TWICE("sends each row twice", "DataRow", answer("DataRow", line -> List.of(line, line))),
  ROW_LOST("loses rows", "DataRow", drop("DataRow", "1 1 '2'")),
  BINARY_SENT_AS_TEXT(
      "answers in text where binary was asked for",
      "Bind\t .* 1 1\n",
      ask("Bind", columns -> columns.replaceFirst(" 1 1$", " 0"))),
  TYPE_MODIFIER_FORGOTTEN(
      "forgets the modifier of a column's type",
      "RowDescription.* (16|\\d{5,}) 0\n",
      edit("RowDescription", c -> c.replaceFirst("(\\d+ \\d+) \\d+ 0$", "$1 -1 0"))),
  COLUMN_NAME_UPPER_CASE(
      "names its columns in upper case",
      "RowDescription\t 1 \"[a-z]",
      edit("RowDescription", String::toUpperCase)),
  NEGOTIATION_IN_SHORT(
      "tells its newest minor version where the whole version belongs",
      "NegotiateProtocolVersion\t 196608",
      edit("NegotiateProtocolVersion", columns -> columns.replaceFirst("^196608", "0"))),
  NEGOTIATION_MISSING(
      "takes a newer protocol without a word",
      "NegotiateProtocolVersion",
      drop("NegotiateProtocolVersion", ".*")),
  SSL_ACCEPTED_WITHOUT_TLS(
      "accepts TLS that it does not have",
      "SSLRequest",
      () -> new NegotiationFault(NegotiationFault.SSL_REQUEST, "S")),
  GSSENC_UNANSWERED(
      "does not answer GSSENCRequest",
      "GSSENCRequest",
      () -> new NegotiationFault(NegotiationFault.GSSENC_REQUEST, "")),
  CANCEL_IGNORED(
      "does not cancel",
      "\tCancelRequest",
      () -> new StartupFault(StartupFault.CANCEL_REQUEST, (packet, ends) -> ends.close())),
  CANCEL_ANSWERED(
      "answers a cancel request on its own socket",
      "\tCancelRequest",
      () -> new StartupFault(StartupFault.CANCEL_REQUEST, Mutant::answerCancel)),
  CRASH_UNHEARD(
      "does not tell the others of a crash",
      "C \"57P02\"",
      drop("NoticeResponse", ".*C \"57P02\".*")),
  CRASH_DETAIL_LOST(
      "does not say what a crash means",
      "C \"57P02\"",
      edit("NoticeResponse", c -> c.replaceFirst(" D \"The postmaster [^\"]*\"", ""))),
  CRASH_HINT_LOST(
      "does not say that a crash will be over soon",
      "C \"57P02\"",
      edit("NoticeResponse", c -> c.replaceFirst(" H \"In a moment [^\"]*\"", ""))),
  CRASH_CALLED_SHUTDOWN(
      "gives a crash the code of a shutdown",
      "C \"57P02\"",
      edit("NoticeResponse", c -> c.replace("C \"57P02\"", "C \"57P01\""))),
  CRASH_AS_ERROR(
      "tells of a crash in an error",
      "C \"57P02\"",
      answer("NoticeResponse", line -> List.of(backend("ErrorResponse", line.columns())))),
  SHUTDOWN_CALLED_CRASH(
      "gives a shutdown the code of a crash",
      "C \"57P01\"",
      edit("ErrorResponse", c -> c.replace("C \"57P01\"", "C \"57P02\""))),
  SHUTDOWN_UNHEARD(
      "ends sessions without a word", "C \"57P01\"", drop("ErrorResponse", ".*C \"57P01\".*")),
  REFUSAL_CALLED_SHUTDOWN(
      "gives the refusal of newcomers the code of a shutdown",
      "C \"57P03\"",
      edit("ErrorResponse", c -> c.replace("C \"57P03\"", "C \"57P01\""))),
  REFUSED_AS_STARTING_UP(
      "says that it is starting up whatever it does",
      "C \"57P03\"",
      edit(
          "ErrorResponse",
          c -> c.replaceFirst("is (shutting down|in recovery)", "is starting up"))),
  PID_OF_THE_FIRST("tells everybody the first backend's pid", "\\.pid}", firstPid()),
  CRASH_AS_GOOD_END(
      "goes on after the crash of a backend",
      "signal\t(KILL|SEGV|ABRT)",
      Obedience.ofBackends(
          Map.of(Signal.KILL, Signal.TERM, Signal.SEGV, Signal.TERM, Signal.ABRT, Signal.TERM))),
  QUIT_AS_GOOD_END(
      "goes on after SIGQUIT to a backend",
      "signal\tQUIT",
      Obedience.ofBackends(Map.of(Signal.QUIT, Signal.TERM))),
  OPEN_IN_RECOVERY(
      "lets newcomers in while it recovers",
      "hold-recovery",
      Obedience.ignoring(ServerAct.HOLD_RECOVERY)),
  SMART_AS_FAST(
      "ends idle sessions in a smart shutdown",
      "postmaster\tTERM",
      Obedience.mistaking(Signal.TERM, Signal.INT)),
  FAST_AS_SMART(
      "waits for the sessions in a fast shutdown",
      "postmaster\tINT",
      Obedience.mistaking(Signal.INT, Signal.TERM)),
  IMMEDIATE_AS_FAST(
      "takes an immediate shutdown for a fast one",
      "postmaster\tQUIT",
      Obedience.mistaking(Signal.QUIT, Signal.INT)),
  RELOAD_IGNORED(
      "does not read its configuration again",
      "postmaster\tHUP",
      Obedience.mistaking(Signal.HUP, Signal.CONTINUE)),
  PROMOTION_IGNORED(
      "stays in recovery when it is promoted",
      "server\tpromote",
      Obedience.ignoring(ServerAct.PROMOTE)),
  NOT_STARTED_AGAIN("does not start again", "server\tstart", Obedience.ignoring(ServerAct.START));

  private final String fault;
  private final Pattern noticeable;
  private final MutantProxy.Wrong wrong;

  Mutant(String fault, String noticeable, Supplier<Fault> maker) {
    this(fault, noticeable, new MutantProxy.Wrong(maker, Obedience.FULL));
  }

  Mutant(String fault, String noticeable, Obedience obedience) {
    this(fault, noticeable, new MutantProxy.Wrong(Fault::new, obedience));
  }

  Mutant(String fault, String noticeable, MutantProxy.Wrong wrong) {
    this.fault = fault;
    this.noticeable = Pattern.compile(noticeable);
    this.wrong = wrong;
  }

  /** What it does wrong, as the rest of a sentence that begins with its name. */
  public String fault() {
    return fault;
  }

  /** Whether a case could find it out. */
  boolean isNoticeableIn(Case played) {
    return noticeable.matcher(CaseWriter.write(played)).find();
  }

  /** This mutant in front of a right server. */
  MutantProxy before(Server right) {
    return new MutantProxy(name(), right, wrong);
  }

  private static Supplier<Fault> line(
      String from, String name, Function<TraceLine, List<TraceLine>> change) {
    return () -> new LineFault(Direction.of(from), name, change);
  }

  private static Supplier<Fault> answer(String name, Function<TraceLine, List<TraceLine>> change) {
    return line("B", name, change);
  }

  private static Supplier<Fault> edit(String name, UnaryOperator<String> columns) {
    return line("B", name, line -> List.of(with(line, columns)));
  }

  private static Supplier<Fault> ask(String name, UnaryOperator<String> columns) {
    return line("F", name, line -> List.of(with(line, columns)));
  }

  private static Supplier<Fault> drop(String name, String columns) {
    return answer(name, line -> line.columns().matches(columns) ? List.of() : List.of(line));
  }

  private static TraceLine with(TraceLine line, UnaryOperator<String> columns) {
    String changed = columns.apply(line.columns());
    return new TraceLine(line.direction(), line.length(), line.name(), changed);
  }

  private static TraceLine backend(String name, String columns) {
    return new TraceLine(Direction.BACKEND, TraceLine.ANY_LENGTH, name, columns);
  }

  /** Shared by all connections: the first to be told a pid sets it. */
  private static Supplier<Fault> firstPid() {
    AtomicReference<String> first = new AtomicReference<>();
    return edit(
        "BackendKeyData",
        columns -> {
          String[] words = columns.split(" ", 2);
          first.compareAndSet(null, words[0]);
          return first.get() + " " + words[1];
        });
  }

  private static void answerCancel(byte[] packet, Fault.Ends ends) {
    ends.toFrontend(LineFault.message(backend("ReadyForQuery", "I")));
    ends.toBackend(packet);
  }
}
