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

  void execute(Query message) {
    engine.statementStarts();
    engine.running(message.query());
    StatementLog log = conversation.log();
    log.running(message.query());
    conversation.startCommand();
    engine.prepared().dropUnnamed();
    ParsedQuery query = engine.commands().parse(message.query());
    StatementLog.Told told = log.parsed(query);
    List<ParsedStatement> statements = query.statements();
    int last = statements.size() - 1;
    for (int i = 0; i <= last; i++) {
      Completion completion = run(query, statements.get(i));
      if (i == last) {
        endImplicit(statements);
        conversation.finishCommand();
      } else {
        between(statements.get(i).statement());
      }
      conversation.output().complete(completion);
    }
    if (statements.isEmpty()) {
      conversation.finishCommand();
      conversation.send(new EmptyQueryResponse());
    }
    log.performed(query, told);
    log.done();
  }

  /** A block that a pipeline began goes on until its Sync. */
  private void endImplicit(List<ParsedStatement> statements) {
    if (statements.size() > 1) {
      engine.block().endImplicit();
    }
  }

  private Completion run(ParsedQuery query, ParsedStatement parsed) {
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
    Portal portal = engine.portals().create("", definition, settings());
    Completion completion =
        portal
            .run(
                block.level().id(),
                Long.MAX_VALUE,
                conversation.output().described(formats(parsed.statement())))
            .orElseThrow(() -> new IllegalStateException("portal did not run to completion"));
    engine.portals().drop(portal);
    return completion;
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
