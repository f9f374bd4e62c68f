package io.pgdouble.engine;

import io.pgdouble.engine.analysis.Resolutions;
import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.command.Commands;
import io.pgdouble.engine.command.DatabaseSessions;
import io.pgdouble.engine.command.ServerConfiguration;
import io.pgdouble.engine.command.SessionMemory;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.plpgsql.ErrorContexts;
import io.pgdouble.engine.portal.Portals;
import io.pgdouble.engine.prepared.PreparedStatements;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.storage.SessionStorage;
import io.pgdouble.engine.storage.SessionTransaction;
import io.pgdouble.engine.transaction.BlockOutcome;
import io.pgdouble.engine.transaction.TransactionBlock;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.settings.SessionSettings;
import io.pgdouble.settings.SettingsHost.Role;
import java.util.function.Consumer;

/**
 * The memory of one backend, and how its statements are run. Its owner brackets every command with
 * the transaction block's {@code startCommand} and {@code commitCommand}, and calls {@code
 * abortCurrent} after an error.
 */
public final class EngineSession implements SessionMemory {
  private final Engine engine;
  private final BackendHost host;
  private final SessionStart start;
  private final Consumer<ErrorReport> reports;
  private final SessionActivity activity = new SessionActivity();
  private final Interrupts interrupts;
  private final TransactionMemory transactionMemory = new TransactionMemory(this);
  private final CatalogChanges changes = new CatalogChanges(this);
  private final TemporarySchema temporary;
  private final SessionBirth birth;
  private final TransactionBlock block;
  private final Portals portals;
  private final PreparedStatements prepared = new PreparedStatements();
  private final ErrorContexts errorContexts = new ErrorContexts();
  private final SessionContext context;
  private final Commands commands;
  private SessionSettings settings;
  private SessionStorage storage;
  private SettingsView view;
  private long statementStart;
  private boolean begunAgain;
  private long transactionStart;

  /**
   * @param notices receives what is told that is no error, for the frontend and the log
   */
  public EngineSession(
      Engine engine, BackendHost host, SessionStart start, Consumer<ErrorReport> notices) {
    this.engine = engine;
    this.host = host;
    this.start = start;
    this.reports = notices;
    this.birth = new SessionBirth(engine, start);
    this.temporary = new TemporarySchema(host, changes);
    this.block = new TransactionBlock(transactionMemory, this::notice);
    this.interrupts = new Interrupts(host, block, engine.facts().major());
    this.portals = new Portals(new SessionPortalHost(interrupts, engine.facts().major()));
    this.context = new SessionContext(this);
    this.commands = new Commands(this, engine.queries());
    this.statementStart = host.backendStart();
    this.transactionStart = statementStart;
  }

  /**
   * {@code InitPostgres}: finds role and database, and applies the startup packet's settings.
   *
   * @throws io.pgdouble.error.ReportedError FATAL where any of them is refused
   */
  public void initialize() {
    settings =
        new SessionSettings(
            engine.settings(), new SettingsQuestions(this), birth.admittedRole(host.server()));
    birth.checkDatabase(interrupts);
    storage =
        new SessionStorage(
            engine.storage(),
            birth.database(),
            new SessionTransaction(engine.storage().log(), new TransactionWaits(this)));
    birth.applySettings(settings);
    activity.transaction(storage.transaction());
    activity.applicationName(settings.text("application_name"));
  }

  /** Whether {@link #initialize} has to wait. */
  public boolean isHeld() {
    return birth.isHeld();
  }

  /** Nothing of it is left; also where it did not come to be. {@code ipc.c: shmem_exit}. */
  public void end() {
    transactionMemory.end();
    birth.end();
  }

  /** A message has arrived ({@code SetCurrentStatementStartTimestamp}). */
  public void statementStarts() {
    if (!begunAgain) {
      statementStart = host.now();
    }
    begunAgain = false;
  }

  /** The statement has to wait, and is begun again where it may: it has started already. */
  void beginsAgain() {
    begunAgain = true;
  }

  /** The query that other sessions see running from now on. */
  public void running(String query) {
    activity.running(query, statementStart);
  }

  /** What the process does, as its title says it. */
  public void display(String what) {
    if (view().updateProcessTitle) {
      host.display(what);
    }
  }

  /** The session waits for its frontend. */
  public void idle() {
    ActivityState state =
        block.isAborted()
            ? ActivityState.IDLE_IN_TRANSACTION_ABORTED
            : block.isTransactionOrBlock() ? ActivityState.IDLE_IN_TRANSACTION : ActivityState.IDLE;
    if (portals.isEmpty()) {
      storage.transaction().releaseStatementSnapshots();
    }
    activity.becomes(state, host.now());
    display(state.word());
  }

  void transactionStarted() {
    transactionStart = statementStart;
    activity.transactionStart(transactionStart);
  }

  void transactionEnded() {
    activity.transactionStart(0);
  }

  public void checkWhileCopying() {
    interrupts.checkWhileCopying();
  }

  /** {@code CHECK_FOR_INTERRUPTS}. */
  public void checkForInterrupts() {
    interrupts.check();
  }

  /**
   * The same while no statement runs: cancel requests come to nothing, and settings that were read
   * again take effect. {@code postgres.c: PostgresMain}.
   */
  public void checkWhileReading() {
    interrupts.checkWhileReading();
    ServerSettings now = engine.settings();
    if (now != settings.server()) {
      settings.reload(now);
    }
  }

  /** Whether the current user may do what a predefined role may. */
  boolean hasPrivilegesOf(String predefined) {
    Role current = settings.identity().currentUser();
    return isSuperuser(current)
        || engine
            .roles()
            .find(predefined)
            .filter(role -> membership().hasPrivilegesOf(current.oid(), role.oid()))
            .isPresent();
  }

  /** {@code superuser_arg}. */
  boolean isSuperuser(Role role) {
    return role.oid() == Membership.BOOTSTRAP_SUPERUSER || membership().isSuperuser(role.oid());
  }

  /** The roles as this transaction sees them. */
  Membership membership() {
    return new Membership(changes.facts(), start.database());
  }

  /** What other sessions see of this one. */
  public SessionActivity activity() {
    return activity;
  }

  public Commands commands() {
    return commands;
  }

  /** Whether running this query string takes constant time and never waits, as things stand. */
  public boolean isLight(String query) {
    return commands.isLight(query);
  }

  /** What calls of functions by their OIDs need. */
  public CalledFunctions functions() {
    return new CalledFunctions(this, context);
  }

  /** {@code client_encoding}, in the server's own spelling. */
  public String clientEncoding() {
    return view().clientEncoding;
  }

  /** Milliseconds; 0 is off. */
  public int statementTimeout() {
    return view().statementTimeout;
  }

  /** Milliseconds for which this session may now be idle, and by which timer; 0 is unlimited. */
  public int idleTimeout() {
    return block.isTransactionOrBlock()
        ? view().idleInTransactionSessionTimeout
        : view().idleSessionTimeout;
  }

  @Override
  public SessionSettings settings() {
    return settings;
  }

  @Override
  public TransactionBlock block() {
    return block;
  }

  @Override
  public Portals portals() {
    return portals;
  }

  @Override
  public PreparedStatements prepared() {
    return prepared;
  }

  @Override
  public ExecutionContext execution() {
    return context;
  }

  @Override
  public RelationSource relations() {
    return new SessionRelations.OfTheRunningSession(catalog());
  }

  @Override
  public Catalog catalog() {
    return changes.catalog();
  }

  @Override
  public SearchPath searchPath() {
    return view().resolutions.path();
  }

  @Override
  public Resolutions resolutions() {
    return view().resolutions;
  }

  @Override
  public ParserSettings parserSettings() {
    return view().parser;
  }

  @Override
  public long statementStart() {
    return statementStart;
  }

  @Override
  public void takeSnapshot() {
    transactionMemory.takeSnapshot();
  }

  @Override
  public CatalogChanges changes() {
    return changes;
  }

  @Override
  public DatabaseSessions databaseSessions() {
    return new OtherSessions(this);
  }

  @Override
  public ServerConfiguration configuration() {
    return host.server().configuration();
  }

  @Override
  public ErrorContexts errorContexts() {
    return errorContexts;
  }

  @Override
  public void notice(ErrorReport report) {
    reports.accept(worded(errorContexts.described(report)));
  }

  /** Whether {@code client_min_messages} lets a report pass that is no error. */
  public boolean reachesFrontend(ErrorReport report) {
    return report.severity() == Severity.INFO
        || report.severity().compareTo(view().clientMinMessages) >= 0;
  }

  /** Whether all but the first statement of a pipeline are in an implicit block. */
  public boolean pipelinesAreBlocks() {
    return MajorChange.PIPELINE_IS_A_BLOCK.isIn(engine.facts().major());
  }

  /** The report as this server's major words it. */
  public ErrorReport worded(ErrorReport report) {
    return context.worded(report);
  }

  SettingsView view() {
    Catalog catalog = catalog();
    if (view == null || !view.isOf(settings, catalog)) {
      ObjectAccess rights = new ObjectAccess(changes.facts(), membership());
      SearchPaths paths = new SearchPaths(catalog, temporary.schema(), rights);
      view = new SettingsView(settings, paths, engine.queries());
      activity.applicationName(settings.text("application_name"));
    }
    return view;
  }

  @Override
  public void finishPrepared(String gid, BlockOutcome outcome) {
    new TwoPhase(this).finish(gid, outcome);
  }

  @Override
  public boolean snapshotTaken() {
    return transactionMemory.snapshotTaken();
  }

  long databaseOid() {
    return birth.database();
  }

  @Override
  public TemporarySchema temporary() {
    return temporary;
  }

  long transactionStart() {
    return transactionStart;
  }

  Engine engine() {
    return engine;
  }

  BackendHost host() {
    return host;
  }

  SessionStart start() {
    return start;
  }

  /** Whether no constraint has still to be looked at before a commit. */
  public boolean hasNothingDeferred() {
    return storage.checks().isEmpty();
  }

  @Override
  public SessionStorage storage() {
    return storage;
  }

  Interrupts interrupts() {
    return interrupts;
  }
}
