package io.pgdouble.session;

import io.pgdouble.engine.EngineSession;
import io.pgdouble.engine.command.ParsedQuery;
import io.pgdouble.engine.command.ParsedStatement;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.PortalDefinition;
import io.pgdouble.engine.portal.PortalSettings;
import io.pgdouble.engine.portal.PortalWork;
import io.pgdouble.engine.transaction.TransactionBlock;
import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.engine.tree.FetchStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TransactionStmt;
import io.pgdouble.engine.tree.VariableShowStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.message.EmptyQueryResponse;
import io.pgdouble.message.Query;
import java.util.List;
import java.util.Optional;

/** The simple query protocol. Source: {@code postgres.c: exec_simple_query}. */
final class SimpleQuery {
  private static final short[] TEXT = {};
  private static final short[] BINARY = {1};

  private final Conversation conversation;
  private final EngineSession engine;

  SimpleQuery(Conversation conversation) {
    this.conversation = conversation;
    this.engine = conversation.engine();
  }

  /** The phase after it: data may be awaited before it is done. */
  Phase execute(Query message) {
    engine.statementStarts();
    engine.running(message.query());
    StatementLog log = conversation.log();
    log.running(message.query());
    conversation.startCommand();
    engine.prepared().dropUnnamed();
    ParsedQuery query = engine.commands().parse(message.query());
    return runFrom(0, query, log.parsed(query));
  }

  /** The statements from one on. */
  private Phase runFrom(int first, ParsedQuery query, StatementLog.Told told) {
    for (int i = first; i < query.statements().size(); i++) {
      ParsedStatement parsed = query.statements().get(i);
      Portal portal = portal(query, parsed);
      if (portal.definition().work() instanceof PortalWork.CopyIn) {
        return copyIn(i, portal, query, told);
      }
      Completion completion =
          portal
              .run(
                  engine.block().level().id(),
                  Long.MAX_VALUE,
                  conversation.output().described(formats(parsed.statement())))
              .orElseThrow(() -> new IllegalStateException("portal did not run to completion"));
      finish(i, portal, query, completion);
    }
    if (query.statements().isEmpty()) {
      conversation.finishCommand();
      conversation.send(new EmptyQueryResponse());
    }
    conversation.log().performed(query, told);
    conversation.log().done();
    return conversation.readyForQuery();
  }

  private Phase copyIn(int index, Portal portal, ParsedQuery query, StatementLog.Told told) {
    return conversation.copyIn(
        portal,
        completion -> {
          finish(index, portal, query, completion);
          return runFrom(index + 1, query, told);
        },
        conversation::readyForQuery);
  }

  private void finish(int index, Portal portal, ParsedQuery query, Completion completion) {
    List<ParsedStatement> statements = query.statements();
    engine.portals().drop(portal);
    if (index == statements.size() - 1) {
      endImplicit(statements);
      conversation.finishCommand();
    } else {
      between(statements.get(index).statement());
    }
    conversation.output().complete(completion);
  }

  /** A block that a pipeline began goes on until its Sync. */
  private void endImplicit(List<ParsedStatement> statements) {
    if (statements.size() > 1) {
      engine.block().endImplicit();
    }
  }

  private Portal portal(ParsedQuery query, ParsedStatement parsed) {
    engine.display(parsed.tag());
    TransactionBlock block = engine.block();
    if (block.isAborted() && !Aborted.isExit(parsed.statement())) {
      throw Aborted.error();
    }
    conversation.startCommand();
    if (query.statements().size() > 1) {
      block.beginImplicit();
    }
    engine.checkForInterrupts();
    PortalDefinition definition = define(query, parsed);
    engine.checkForInterrupts();
    return engine.portals().create("", definition, settings());
  }

  private PortalSettings settings() {
    return new PortalSettings(
        CursorOption.NO_SCROLL, engine.block().level().id(), engine.statementStart(), false);
  }

  /**
   * A SHOW is not analyzed: its portal is there when {@code PortalStart} asks what the rows will
   * look like, and in a failed block it stays, without columns.
   */
  private PortalDefinition define(ParsedQuery query, ParsedStatement parsed) {
    try {
      return engine.commands().define(parsed, query.text());
    } catch (ReportedError e) {
      if (parsed.statement() instanceof VariableShowStmt show) {
        engine.portals().create("", failed(show, query.text(), e), settings());
      }
      throw e;
    }
  }

  private static PortalDefinition failed(VariableShowStmt show, String text, ReportedError error) {
    PortalWork again =
        new PortalWork.Command(
            receiver -> {
              throw error;
            });
    return new PortalDefinition(text, "SHOW", Optional.of(show), Optional.empty(), again, true);
  }

  /** Every statement of a string ends its command; only a transaction statement commits it. */
  private void between(Statement statement) {
    if (statement instanceof TransactionStmt) {
      conversation.finishCommand();
    } else {
      conversation.disarmStatementTimer();
    }
  }

  /** FETCH gives binary rows where the cursor was declared so. */
  private short[] formats(Statement statement) {
    boolean binary =
        statement instanceof FetchStmt fetch
            && !fetch.move()
            && engine.portals().find(fetch.portalname()).filter(Portal::isBinary).isPresent();
    return binary ? BINARY : TEXT;
  }
}
