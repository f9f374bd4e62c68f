package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TransactionStmt;
import io.pgdouble.engine.tree.TransactionStmtKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Transaction commands and characteristics ({@code gram.y: TransactionStmt}). */
final class Transactions {
  private final Grammar g;
  private final Tokens t;

  Transactions(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement statement() {
    int kind = t.kind();
    t.advance();
    return switch (kind) {
      case Keyword.BEGIN -> begin();
      case Keyword.START -> start();
      case Keyword.COMMIT -> commit();
      case Keyword.END -> end(TransactionStmtKind.COMMIT);
      case Keyword.ABORT -> end(TransactionStmtKind.ROLLBACK);
      case Keyword.ROLLBACK -> rollback();
      case Keyword.SAVEPOINT -> savepoint(TransactionStmtKind.SAVEPOINT, g.names.colId());
      case Keyword.RELEASE -> savepoint(TransactionStmtKind.RELEASE, savepointName());
      default -> prepare();
    };
  }

  private Statement begin() {
    optTransaction();
    return withModes(TransactionStmtKind.BEGIN);
  }

  private Statement start() {
    t.expect(Keyword.TRANSACTION);
    return withModes(TransactionStmtKind.START);
  }

  private Statement commit() {
    return t.accept(Keyword.PREPARED)
        ? prepared(TransactionStmtKind.COMMIT_PREPARED)
        : end(TransactionStmtKind.COMMIT);
  }

  private Statement rollback() {
    if (t.accept(Keyword.PREPARED)) {
      return prepared(TransactionStmtKind.ROLLBACK_PREPARED);
    }
    optTransaction();
    if (t.accept(Keyword.TO)) {
      return savepoint(TransactionStmtKind.ROLLBACK_TO, savepointName());
    }
    return chained(TransactionStmtKind.ROLLBACK);
  }

  private Statement prepare() {
    t.expect(Keyword.TRANSACTION);
    return prepared(TransactionStmtKind.PREPARE);
  }

  private Statement prepared(TransactionStmtKind kind) {
    Optional<String> gid = Optional.of(t.sconst());
    return new TransactionStmt(kind, List.of(), Optional.empty(), gid, false);
  }

  private Statement savepoint(TransactionStmtKind kind, String name) {
    return new TransactionStmt(kind, List.of(), Optional.of(name), Optional.empty(), false);
  }

  /** The word SAVEPOINT is optional, and may itself be the name. */
  private String savepointName() {
    if (t.is(Keyword.SAVEPOINT) && Keyword.isColId(t.second())) {
      t.advance();
    }
    return g.names.colId();
  }

  private void optTransaction() {
    if (!t.accept(Keyword.WORK)) {
      t.accept(Keyword.TRANSACTION);
    }
  }

  private Statement end(TransactionStmtKind kind) {
    optTransaction();
    return chained(kind);
  }

  private Statement chained(TransactionStmtKind kind) {
    boolean chain = false;
    if (t.accept(Keyword.AND)) {
      chain = !t.accept(Keyword.NO);
      t.expect(Keyword.CHAIN);
    }
    return new TransactionStmt(kind, List.of(), Optional.empty(), Optional.empty(), chain);
  }

  private Statement withModes(TransactionStmtKind kind) {
    List<DefElem> modes = startsMode() ? modes() : List.of();
    return new TransactionStmt(kind, modes, Optional.empty(), Optional.empty(), false);
  }

  private boolean startsMode() {
    return switch (t.kind()) {
      case Keyword.ISOLATION, Keyword.READ, Keyword.DEFERRABLE, Keyword.NOT -> true;
      default -> false;
    };
  }

  /** {@code transaction_mode_list}: the commas are optional. */
  List<DefElem> modes() {
    List<DefElem> all = new ArrayList<>();
    do {
      all.add(mode());
    } while (t.accept(',') || startsMode());
    return List.copyOf(all);
  }

  private DefElem mode() {
    int location = t.location();
    if (t.accept(Keyword.ISOLATION)) {
      t.expect(Keyword.LEVEL);
      int at = t.location();
      AConst level = new AConst(new StringValue(isolationLevel()), at);
      return Options.option("transaction_isolation", level, location);
    }
    if (t.accept(Keyword.READ)) {
      boolean only = t.accept(Keyword.ONLY);
      if (!only) {
        t.expect(Keyword.WRITE);
      }
      return flag("transaction_read_only", only, location);
    }
    boolean not = t.accept(Keyword.NOT);
    t.expect(Keyword.DEFERRABLE);
    return flag("transaction_deferrable", !not, location);
  }

  private static DefElem flag(String name, boolean on, int location) {
    return Options.option(name, Types.integer(on ? 1 : 0, location), location);
  }

  private String isolationLevel() {
    if (t.accept(Keyword.READ)) {
      if (t.accept(Keyword.COMMITTED)) {
        return "read committed";
      }
      t.expect(Keyword.UNCOMMITTED);
      return "read uncommitted";
    }
    if (t.accept(Keyword.REPEATABLE)) {
      t.expect(Keyword.READ);
      return "repeatable read";
    }
    t.expect(Keyword.SERIALIZABLE);
    return "serializable";
  }
}
