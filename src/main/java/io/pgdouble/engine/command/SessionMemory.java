package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.Resolutions;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.plpgsql.ErrorContexts;
import io.pgdouble.engine.portal.Portals;
import io.pgdouble.engine.prepared.PreparedStatements;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.storage.SessionStorage;
import io.pgdouble.engine.transaction.BlockOutcome;
import io.pgdouble.engine.transaction.TransactionBlock;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.settings.SessionSettings;

/** What one backend remembers, as far as statements read and change it. */
public interface SessionMemory {
  SessionSettings settings();

  TransactionBlock block();

  Portals portals();

  PreparedStatements prepared();

  ExecutionContext execution();

  RelationSource relations();

  Catalog catalog();

  SearchPath searchPath();

  ParserSettings parserSettings();

  /** Shared with every session that has the same catalog and the same search path. */
  Resolutions resolutions();

  /** When the frontend's last message arrived: microseconds since 2000-01-01 UTC. */
  long statementStart();

  /** The transaction has run a query ({@code snapmgr.c: FirstSnapshotSet}). */
  void takeSnapshot();

  /** Who adds what to errors and notices. */
  ErrorContexts errorContexts();

  /** Whether {@link #takeSnapshot} was called in this transaction. */
  boolean snapshotTaken();

  void notice(ErrorReport report);

  CatalogWriter changes();

  /** The tables of the database, and the transaction's way to them. */
  SessionStorage storage();

  /** The session's own temporary schema. */
  TemporaryObjects temporary();

  DatabaseSessions databaseSessions();

  /** The files the server is configured by. */
  ServerConfiguration configuration();

  /** What analysis is to work with, with a context of its own choice. */
  default AnalysisContext analysis(ExecutionContext context) {
    return new AnalysisContext(catalog(), searchPath(), resolutions(), context);
  }

  /**
   * Ends a transaction that was prepared.
   *
   * @throws io.pgdouble.error.ReportedError where there is none, or not for this session
   */
  void finishPrepared(String gid, BlockOutcome outcome);
}
