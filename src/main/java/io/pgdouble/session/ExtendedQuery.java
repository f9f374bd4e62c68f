package io.pgdouble.session;

import io.pgdouble.engine.EngineSession;
import io.pgdouble.engine.command.ParsedQuery;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.PortalDefinition;
import io.pgdouble.engine.portal.PortalSettings;
import io.pgdouble.engine.portal.PortalWork;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.engine.tree.TransactionStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.Bind;
import io.pgdouble.message.BindComplete;
import io.pgdouble.message.BodyReader;
import io.pgdouble.message.Close;
import io.pgdouble.message.CloseComplete;
import io.pgdouble.message.Describe;
import io.pgdouble.message.EmptyQueryResponse;
import io.pgdouble.message.Execute;
import io.pgdouble.message.MalformedMessage;
import io.pgdouble.message.NoData;
import io.pgdouble.message.ParameterDescription;
import io.pgdouble.message.Parse;
import io.pgdouble.message.ParseComplete;
import io.pgdouble.message.PortalSuspended;
import java.util.Optional;

/**
 * The extended query protocol. Source: {@code postgres.c: exec_parse_message, exec_bind_message,
 * exec_describe_statement_message, exec_describe_portal_message, exec_execute_message}, whose order
 * of checks this keeps.
 */
final class ExtendedQuery {
  private static final ParseComplete PARSE_COMPLETE = new ParseComplete();
  private static final BindComplete BIND_COMPLETE = new BindComplete();
  private static final CloseComplete CLOSE_COMPLETE = new CloseComplete();
  private static final NoData NO_DATA = new NoData();
  private static final short[] TEXT = {};

  private final Conversation conversation;
  private final EngineSession engine;

  ExtendedQuery(Conversation conversation) {
    this.conversation = conversation;
    this.engine = conversation.engine();
  }

  void parse(Parse message) {
    engine.statementStarts();
    engine.running(message.query());
    engine.display("PARSE");
    conversation.log().running(message.query());
    conversation.startCommand();
    boolean named = !message.statement().isEmpty();
    if (!named) {
      engine.prepared().dropUnnamed();
    }
    ParsedQuery query = engine.commands().parse(message.query());
    if (query.statements().size() > 1) {
      throw new ReportedError(
          SqlState.SYNTAX_ERROR, "cannot insert multiple commands into a prepared statement");
    }
    boolean empty = query.statements().isEmpty();
    if (engine.block().isAborted()
        && !empty
        && !Aborted.isExit(query.statements().get(0).statement())) {
      throw Aborted.error();
    }
    PreparedStatement prepared = engine.commands().prepare(query, message.parameterTypes());
    engine.checkForInterrupts();
    if (named) {
      engine.prepared().store(message.statement(), prepared);
    } else {
      engine.prepared().unnamed(prepared);
    }
    conversation.send(PARSE_COMPLETE);
    conversation.log().prepared(message.statement(), message.query());
    conversation.log().done();
  }

  private PreparedStatement statement(String name) {
    if (!name.isEmpty()) {
      return engine.prepared().get(name);
    }
    return engine
        .prepared()
        .unnamed()
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_PSTATEMENT, "unnamed prepared statement does not exist"));
  }

  void bind(Bind message) {
    engine.statementStarts();
    PreparedStatement prepared = statement(message.statement());
    engine.running(prepared.query());
    engine.display("BIND");
    conversation.log().running(prepared.query());
    conversation.startCommand();
    int given = message.values().length;
    checkCounts(message.parameterFormats().length, given, message.statement(), prepared);
    if (engine.block().isAborted() && (given != 0 || !isExit(prepared))) {
      throw Aborted.error();
    }
    makeWay(message.portal());
    Portal portal = made(message, prepared);
    conversation.send(BIND_COMPLETE);
    conversation.log().bound(portal);
    conversation.log().done();
  }

  private static boolean isExit(PreparedStatement prepared) {
    return prepared.statement().filter(Aborted::isExit).isPresent();
  }

  /** {@code log_parameter_max_length_on_error}. */
  private Optional<String> shown(Bind message, PreparedStatement prepared, Object[] parameters) {
    int most = conversation.log().parameterLengthOnError();
    return most == 0 || parameters.length == 0
        ? Optional.empty()
        : Optional.of(
            conversation.output().shown(message, prepared.parameterTypes(), parameters, most));
  }

  /** One that fails leaves a portal with nothing in it, which goes with its transaction. */
  private Portal made(Bind message, PreparedStatement prepared) {
    try {
      return filled(message, prepared);
    } catch (ReportedError e) {
      if (engine.portals().find(message.portal()).isEmpty()) {
        portal(message, PortalDefinition.ofNothing(prepared.query()));
      }
      throw e;
    }
  }

  private Portal filled(Bind message, PreparedStatement prepared) {
    Object[] parameters = conversation.output().parameters(message, prepared.parameterTypes());
    Optional<String> shown = shown(message, prepared, parameters);
    conversation.context().enter(message.portal(), shown);
    if (parameters.length > 0 || prepared.plannable().isPresent()) {
      engine.takeSnapshot();
    }
    Portal portal = portal(message, engine.commands().bind(prepared, parameters));
    portal.resultFormats(message.resultFormats());
    portal.boundTo(message.statement(), prepared.parameterTypes(), parameters);
    portal.showsInErrors(shown);
    conversation.context().leave();
    return portal;
  }

  private Portal portal(Bind message, PortalDefinition definition) {
    PortalSettings settings =
        new PortalSettings(
            CursorOption.NO_SCROLL, engine.block().level().id(), engine.statementStart(), true);
    return engine.portals().create(message.portal(), definition, settings);
  }

  private static void checkCounts(int formats, int given, String name, PreparedStatement prepared) {
    if (formats > 1 && formats != given) {
      throw new ReportedError(
          SqlState.PROTOCOL_VIOLATION,
          "bind message has " + formats + " parameter formats but " + given + " parameters");
    }
    int expected = prepared.parameterTypes().length;
    if (given != expected) {
      throw new ReportedError(
          SqlState.PROTOCOL_VIOLATION,
          "bind message supplies "
              + given
              + " parameters, but prepared statement \""
              + name
              + "\" requires "
              + expected);
    }
  }

  /** The portal is created before the parameters are read, so a taken name fails first. */
  private void makeWay(String name) {
    Optional<Portal> existing = engine.portals().find(name);
    if (existing.isEmpty()) {
      return;
    }
    if (!name.isEmpty()) {
      throw new ReportedError(SqlState.DUPLICATE_CURSOR, "cursor \"" + name + "\" already exists");
    }
    engine.portals().drop(existing.get());
  }

  /** A Bind whose body goes wrong somewhere: what comes before that place is looked at first. */
  void bindMalformed(MalformedMessage message) {
    BodyReader body = conversation.output().body(message);
    String portal = body.string();
    String name = body.string();
    PreparedStatement prepared = statement(name);
    conversation.startCommand();
    int formats = body.int16s().length;
    int given = body.int16();
    checkCounts(formats, given, name, prepared);
    if (engine.block().isAborted()) {
      throw Aborted.error();
    }
    makeWay(portal);
    conversation.output().passParameters(body, given, portal);
  }

  void describe(Describe message) {
    switch (message.kind()) {
      case 'S' -> describeStatement(message.name());
      case 'P' -> describePortal(message.name());
      default -> throw invalidSubtype("DESCRIBE", message.kind());
    }
  }

  private void describeStatement(String name) {
    conversation.startCommand();
    PreparedStatement prepared = statement(name);
    if (engine.block().isAborted() && prepared.columns().isPresent()) {
      throw Aborted.error();
    }
    if (!engine.block().isAborted()) {
      engine.commands().revalidate(prepared);
    }
    conversation.send(new ParameterDescription(prepared.parameterTypes()));
    if (prepared.columns().isPresent()) {
      conversation.output().describe(prepared.columns().get(), TEXT);
    } else {
      conversation.send(NO_DATA);
    }
  }

  private void describePortal(String name) {
    conversation.startCommand();
    Portal portal = portal(name);
    if (portal.columns().isEmpty()) {
      conversation.send(NO_DATA);
      return;
    }
    if (engine.block().isAborted()) {
      throw Aborted.error();
    }
    conversation.output().describe(portal.columns().get(), portal.resultFormats());
  }

  private Portal portal(String name) {
    return engine
        .portals()
        .find(name)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_CURSOR, "portal \"" + name + "\" does not exist"));
  }

  /** The phase after it: data may be awaited before it is done. */
  Phase execute(Execute message) {
    engine.statementStarts();
    Portal portal = portal(message.portal());
    PortalDefinition definition = portal.definition();
    if (definition.work() instanceof PortalWork.Nothing) {
      conversation.send(new EmptyQueryResponse());
      return conversation.inExtendedQuery();
    }
    engine.running(definition.sourceText());
    engine.display(definition.tag());
    StatementLog log = conversation.log();
    log.running(definition.sourceText());
    conversation.startCommand();
    String verb = StatementLog.verb(portal);
    StatementLog.Told told = log.executes(portal, definition.statement().orElseThrow());
    if (engine.block().isAborted() && !Aborted.isExit(definition.statement().orElseThrow())) {
      throw Aborted.error();
    }
    engine.checkForInterrupts();
    if (definition.work() instanceof PortalWork.CopyIn) {
      return copyIn(portal, told, verb);
    }
    long rows = message.maxRows() <= 0 ? Long.MAX_VALUE : message.maxRows();
    conversation.context().enter(portal.name(), portal.shownInErrors());
    Optional<Completion> completion =
        portal.run(
            engine.block().level().id(),
            rows,
            conversation.output().undescribed(portal.resultFormats()));
    conversation.context().leave();
    if (completion.isPresent()) {
      complete(definition, completion.get());
    } else {
      engine.block().pipelining();
      conversation.send(new PortalSuspended());
    }
    log.executed(portal, told, verb);
    log.done();
    return conversation.inExtendedQuery();
  }

  private Phase copyIn(Portal portal, StatementLog.Told told, String verb) {
    return conversation.copyIn(
        portal,
        completion -> {
          complete(portal.definition(), completion);
          conversation.log().executed(portal, told, verb);
          conversation.log().done();
          return conversation.inExtendedQuery();
        },
        conversation::skippingUntilSync);
  }

  private void complete(PortalDefinition definition, Completion completion) {
    boolean transactional = definition.statement().orElseThrow() instanceof TransactionStmt;
    if (transactional || engine.block().needsImmediateCommit()) {
      conversation.finishCommand();
    } else {
      engine.block().pipelining();
      conversation.disarmStatementTimer();
    }
    conversation.output().complete(completion);
  }

  void close(Close message) {
    switch (message.kind()) {
      case 'S' -> closeStatement(message.name());
      case 'P' -> engine.portals().find(message.name()).ifPresent(engine.portals()::drop);
      default -> throw invalidSubtype("CLOSE", message.kind());
    }
    conversation.send(CLOSE_COMPLETE);
  }

  private void closeStatement(String name) {
    if (name.isEmpty()) {
      engine.prepared().dropUnnamed();
    } else {
      engine.prepared().drop(name);
    }
  }

  private static ReportedError invalidSubtype(String message, char kind) {
    return new ReportedError(
        SqlState.PROTOCOL_VIOLATION, "invalid " + message + " message subtype " + (int) kind);
  }
}
