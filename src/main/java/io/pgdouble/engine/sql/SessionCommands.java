package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.CallStmt;
import io.pgdouble.engine.tree.CheckPointStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.DiscardMode;
import io.pgdouble.engine.tree.DiscardStmt;
import io.pgdouble.engine.tree.DoStmt;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.ListenStmt;
import io.pgdouble.engine.tree.LoadStmt;
import io.pgdouble.engine.tree.LockStmt;
import io.pgdouble.engine.tree.NotifyStmt;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TruncateStmt;
import io.pgdouble.engine.tree.UnlistenStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short commands: DISCARD, LISTEN and its kin, LOCK, LOAD, CHECKPOINT, DO, CALL, TRUNCATE. */
final class SessionCommands {
  private final Grammar g;
  private final Tokens t;

  SessionCommands(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement discard() {
    t.expect(Keyword.DISCARD);
    DiscardMode mode =
        switch (t.kind()) {
          case Keyword.ALL -> DiscardMode.ALL;
          case Keyword.TEMP, Keyword.TEMPORARY -> DiscardMode.TEMP;
          case Keyword.PLANS -> DiscardMode.PLANS;
          case Keyword.SEQUENCES -> DiscardMode.SEQUENCES;
          default -> throw t.syntaxError();
        };
    t.advance();
    return new DiscardStmt(mode);
  }

  Statement notification() {
    int kind = t.kind();
    t.advance();
    if (kind == Keyword.LISTEN) {
      return new ListenStmt(g.names.colId());
    }
    if (kind == Keyword.UNLISTEN) {
      boolean all = t.accept('*');
      return new UnlistenStmt(all ? Optional.empty() : Optional.of(g.names.colId()));
    }
    return notifyStatement();
  }

  private NotifyStmt notifyStatement() {
    String channel = g.names.colId();
    Optional<String> payload = t.accept(',') ? Optional.of(t.sconst()) : Optional.empty();
    return new NotifyStmt(channel, payload);
  }

  /** CHECKPOINT and LOAD. */
  Statement simple() {
    if (t.accept(Keyword.CHECKPOINT)) {
      return new CheckPointStmt();
    }
    t.expect(Keyword.LOAD);
    return new LoadStmt(t.sconst());
  }

  Statement lock() {
    t.expect(Keyword.LOCK);
    t.accept(Keyword.TABLE);
    List<RangeVar> relations = g.names.list(g.names::relationExpr);
    int mode = 8;
    if (t.accept(Keyword.IN)) {
      mode = lockMode();
      t.expect(Keyword.MODE);
    }
    return new LockStmt(relations, mode, t.accept(Keyword.NOWAIT));
  }

  /** The numbers of {@code lockdefs.h}. */
  private int lockMode() {
    if (t.accept(Keyword.ACCESS)) {
      boolean share = t.accept(Keyword.SHARE);
      return share ? 1 : exclusive(8);
    }
    if (t.accept(Keyword.ROW)) {
      boolean share = t.accept(Keyword.SHARE);
      return share ? 2 : exclusive(3);
    }
    if (!t.accept(Keyword.SHARE)) {
      return exclusive(7);
    }
    if (t.accept(Keyword.UPDATE)) {
      return exclusive(4);
    }
    return t.accept(Keyword.ROW) ? exclusive(6) : 5;
  }

  private int exclusive(int mode) {
    t.expect(Keyword.EXCLUSIVE);
    return mode;
  }

  Statement anonymousBlock() {
    t.expect(Keyword.DO);
    List<DefElem> args = new ArrayList<>();
    do {
      int location = t.location();
      boolean language = t.accept(Keyword.LANGUAGE);
      String value = language ? g.names.nonReservedWordOrSconst() : t.sconst();
      args.add(Options.option(language ? "language" : "as", new StringValue(value), location));
    } while (t.is(Keyword.LANGUAGE) || t.is(Token.SCONST));
    return new DoStmt(List.copyOf(args));
  }

  Statement call() {
    t.expect(Keyword.CALL);
    return new CallStmt(g.primaries.calls().application());
  }

  Statement truncate() {
    t.expect(Keyword.TRUNCATE);
    t.accept(Keyword.TABLE);
    List<RangeVar> relations = g.names.list(g.names::relationExpr);
    boolean restart = t.accept(Keyword.RESTART);
    if (restart || t.accept(Keyword.CONTINUE)) {
      t.expect(Keyword.IDENTITY);
    }
    return new TruncateStmt(relations, restart, dropBehavior(t));
  }

  /** {@code opt_drop_behavior}. */
  static DropBehavior dropBehavior(Tokens t) {
    if (t.accept(Keyword.CASCADE)) {
      return DropBehavior.CASCADE;
    }
    t.accept(Keyword.RESTRICT);
    return DropBehavior.RESTRICT;
  }
}
