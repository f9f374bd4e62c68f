package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.Statement;

/** Which statement begins here ({@code gram.y: toplevel_stmt, stmt}). */
final class Statements {
  private final Grammar g;
  private final Tokens t;

  Statements(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** A statement of a query string. */
  Statement toplevel() {
    return switch (t.kind()) {
      case Keyword.BEGIN, Keyword.END -> new Transactions(g).statement();
      default -> statement();
    };
  }

  /** Any statement but those that only a query string may hold. */
  Statement statement() {
    return switch (t.kind()) {
      case Keyword.SELECT, '(', Keyword.VALUES, Keyword.TABLE -> g.selects.select();
      case Keyword.WITH, Token.WITH_LA -> new Preparables(g).statement();
      case Keyword.INSERT, Keyword.UPDATE, Keyword.DELETE -> new Preparables(g).statement();
      case Keyword.MERGE -> new Preparables(g).statement();
      case Keyword.ABORT, Keyword.START, Keyword.COMMIT, Keyword.ROLLBACK ->
          new Transactions(g).statement();
      case Keyword.SAVEPOINT, Keyword.RELEASE -> new Transactions(g).statement();
      case Keyword.SET, Keyword.RESET, Keyword.SHOW -> new Variables(g).statement();
      default -> session();
    };
  }

  private Statement session() {
    return switch (t.kind()) {
      case Keyword.PREPARE ->
          t.second() == Keyword.TRANSACTION && t.third() == Token.SCONST
              ? new Transactions(g).statement()
              : new PreparedStatements(g).prepare();
      case Keyword.EXECUTE -> new PreparedStatements(g).execute();
      case Keyword.DEALLOCATE -> new PreparedStatements(g).deallocate();
      case Keyword.DECLARE -> new Cursors(g).declare();
      case Keyword.FETCH, Keyword.MOVE -> new Cursors(g).fetch();
      case Keyword.CLOSE -> new Cursors(g).close();
      case Keyword.DISCARD -> new SessionCommands(g).discard();
      case Keyword.LISTEN, Keyword.UNLISTEN, Keyword.NOTIFY ->
          new SessionCommands(g).notification();
      case Keyword.CHECKPOINT, Keyword.LOAD -> new SessionCommands(g).simple();
      case Keyword.LOCK -> new SessionCommands(g).lock();
      default -> utility();
    };
  }

  private Statement utility() {
    return switch (t.kind()) {
      case Keyword.EXPLAIN -> new Explains(g).explain();
      case Keyword.COPY -> new Copies(g).copy();
      case Keyword.DO -> new SessionCommands(g).anonymousBlock();
      case Keyword.CALL -> new SessionCommands(g).call();
      case Keyword.TRUNCATE -> new SessionCommands(g).truncate();
      case Keyword.VACUUM, Keyword.ANALYZE, Keyword.ANALYSE -> new Maintenance(g).vacuum();
      default -> definition();
    };
  }

  private Statement definition() {
    return switch (t.kind()) {
      case Keyword.CREATE -> new Definitions(g).create();
      case Keyword.ALTER -> new Alters(g).alter();
      case Keyword.DROP -> new Drops(g).drop();
      case Keyword.COMMENT -> new Comments(g).comment();
      case Keyword.GRANT -> new Grants(g).grant();
      case Keyword.REVOKE -> new Grants(g).revoke();
      case Keyword.REASSIGN -> new Maintenance(g).reassign();
      case Keyword.REFRESH -> new Maintenance(g).refresh();
      case Keyword.REINDEX -> new Maintenance(g).reindex();
      case Keyword.CLUSTER -> new Maintenance(g).cluster();
      case Keyword.SECURITY, Keyword.IMPORT -> throw Definitions.notSimulated(t.text());
      default -> throw t.syntaxError();
    };
  }
}
