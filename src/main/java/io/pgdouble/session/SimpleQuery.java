package io.pgdouble.session;

import io.pgdouble.engine.EngineSession;
import io.pgdouble.engine.command.ParsedQuery;
import io.pgdouble.engine.command.ParsedStatement;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.PortalDefinition;
import io.pgdouble.engine.portal.PortalSettings;
import io.pgdouble.engine.transaction.TransactionBlock;
import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.engine.tree.FetchStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TransactionStmt;
import io.pgdouble.message.EmptyQueryResponse;
import io.pgdouble.message.Query;
import java.util.List;

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
    conversation.startCommand();
    engine.prepared().dropUnnamed();
    ParsedQuery query = engine.commands().parse(message.query());
    List<ParsedStatement> statements = query.statements();
    int last = statements.size() - 1;
    for (int i = 0; i <= last; i++) {
      Completion completion = run(query, statements.get(i));
      if (i == last) {
        engine.block().endImplicit();
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
  }

  private Completion run(ParsedQuery query, ParsedStatement parsed) {
    TransactionBlock block = engine.block();
    if (block.isAborted() && !Aborted.isExit(parsed.statement())) {
      throw Aborted.error();
    }
    conversation.startCommand();
    if (query.statements().size() > 1) {
      block.beginImplicit();
    }
    engine.checkForInterrupts();
    PortalDefinition definition = engine.commands().define(parsed, query.text());
    engine.checkForInterrupts();
    PortalSettings settings =
        new PortalSettings(
            CursorOption.NO_SCROLL, block.level().id(), engine.statementStart(), false);
    Portal portal = engine.portals().create("", definition, settings);
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
