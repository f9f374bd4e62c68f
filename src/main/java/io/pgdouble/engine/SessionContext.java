package io.pgdouble.engine;

import io.pgdouble.engine.analysis.CatalogNames;
import io.pgdouble.engine.analysis.KeptTexts;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.command.ServerConfiguration;
import io.pgdouble.engine.definition.DefinitionTexts;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.function.ObjectDefinitions;
import io.pgdouble.engine.function.Patterns;
import io.pgdouble.engine.function.PreparedXact;
import io.pgdouble.engine.function.Recovery;
import io.pgdouble.engine.function.RoutineCalls;
import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.engine.function.SessionFacts;
import io.pgdouble.engine.function.SessionRandom;
import io.pgdouble.engine.function.Signalling;
import io.pgdouble.engine.notification.SessionNotifications;
import io.pgdouble.engine.storage.SessionStorage;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.Wording;
import io.pgdouble.type.ByteaOutput;
import io.pgdouble.type.DateStyle;
import io.pgdouble.type.IntervalStyle;
import io.pgdouble.type.ObjectNames;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeName;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.UserTypes;
import io.pgdouble.type.Zone;
import java.util.List;
import java.util.Optional;

/** The session as functions and types see it. */
final class SessionContext implements ExecutionContext, TypeEnvironment, Signalling {
  private final EngineSession session;
  private final SessionFacts facts;
  private final SessionNotifications notifications;
  private CatalogNames names;
  private SessionRandom random;
  private SessionTypes userTypes;

  SessionContext(EngineSession session) {
    this.session = session;
    this.facts = new SessionSelf(session);
    this.notifications =
        new SessionNotifications(session.engine().notifications(), new NotificationOwner(session));
  }

  /** The views of this session's own memory. */
  SessionRelations relations() {
    return new SessionRelations(session);
  }

  @Override
  public TypeEnvironment types() {
    return this;
  }

  @Override
  public long transactionTimestamp() {
    return session.transactionStart();
  }

  @Override
  public long statementTimestamp() {
    return session.statementStart();
  }

  @Override
  public long clockTimestamp() {
    return session.host().now();
  }

  @Override
  public Facts facts() {
    return session.changes().facts();
  }

  @Override
  public ObjectDefinitions definitions() {
    return new DefinitionTexts(
        session.catalog(), this, session.searchPath(), new KeptTexts(session.analysis(this)));
  }

  @Override
  public SessionFacts session() {
    return facts;
  }

  @Override
  public Optional<String> setting(String name) {
    return session.settings().find(name);
  }

  @Override
  public String setSetting(String name, String value, ExecutionContext.SettingScope scope) {
    io.pgdouble.settings.SettingScope lasting =
        scope == ExecutionContext.SettingScope.TRANSACTION
            ? io.pgdouble.settings.SettingScope.LOCAL
            : io.pgdouble.settings.SettingScope.SESSION;
    if (value == null) {
      session.settings().reset(name, lasting);
    } else {
      session.settings().set(name, value, lasting);
    }
    return session.settings().show(name);
  }

  @Override
  public SessionRandom random() {
    if (random == null) {
      random = new SessionRandom(session.host().randomBits());
    }
    return random;
  }

  @Override
  public void fillRandom(byte[] bytes) {
    long bits = 0;
    for (int i = 0; i < bytes.length; i++) {
      bits = i % Long.BYTES == 0 ? session.host().randomBits() : bits >>> Byte.SIZE;
      bytes[i] = (byte) bits;
    }
  }

  @Override
  public void checkForInterrupts() {
    session.checkForInterrupts();
  }

  @Override
  public void sleep(long micros) {
    session.activity().waitsFor(Optional.of(WaitEvent.PG_SLEEP));
    try {
      session.interrupts().pause(micros);
    } finally {
      session.activity().waitsFor(Optional.empty());
    }
  }

  @Override
  public void report(ErrorReport notice) {
    session.notice(notice);
  }

  @Override
  public ServerFileSystem files() {
    return session.host().server().files();
  }

  @Override
  public Signalling signalling() {
    return this;
  }

  @Override
  public Recovery recovery() {
    return session.host().server().recovery();
  }

  @Override
  public boolean cancel(int pid) {
    signalled(pid).ifPresent(one -> new SignalRights(session).checkCancel(one.user()));
    return session.host().server().cancelBackend(pid);
  }

  @Override
  public boolean terminate(int pid) {
    signalled(pid).ifPresent(one -> new SignalRights(session).checkTerminate(one.user()));
    return session.host().server().terminateBackend(pid);
  }

  @Override
  public boolean reload() {
    return session.host().server().reloadConfiguration();
  }

  @Override
  public LogFileAccess logFiles() {
    ServerConfiguration configuration = session.host().server().configuration();
    return new LogFileAccess() {
      @Override
      public List<String> current() {
        return configuration.currentLogFiles();
      }

      @Override
      public boolean rotate() {
        return configuration.rotateLog();
      }
    };
  }

  /** {@code BackendPidGetProc}: of the processes without a frontend, the launchers. */
  private Optional<BackendActivity> signalled(int pid) {
    return session.host().server().activity().stream()
        .filter(one -> one.pid() == pid)
        .filter(one -> one.session().isPresent() || one.backendType().endsWith("launcher"))
        .findFirst();
  }

  @Override
  public boolean isRunning(int pid) {
    return session.host().server().activity().stream().anyMatch(backend -> backend.pid() == pid);
  }

  @Override
  public RoutineCalls routines() {
    return session.commands().routines();
  }

  @Override
  public SessionStorage storage() {
    return session.storage();
  }

  @Override
  public List<PreparedXact> preparedTransactions() {
    return session.engine().prepared().all();
  }

  @Override
  public SessionNotifications notifications() {
    return notifications;
  }

  @Override
  public boolean hasDatabase(String name) {
    return SessionBirth.database(session.engine(), name).isPresent();
  }

  @Override
  public DateStyle dateStyle() {
    return session.view().dateStyle;
  }

  @Override
  public IntervalStyle intervalStyle() {
    return session.view().intervalStyle;
  }

  @Override
  public Zone timeZone() {
    return session.view().timeZone;
  }

  @Override
  public int extraFloatDigits() {
    return session.view().extraFloatDigits;
  }

  @Override
  public ByteaOutput byteaOutput() {
    return session.view().byteaOutput;
  }

  @Override
  public long transactionStart() {
    return session.transactionStart();
  }

  @Override
  public int major() {
    return session.engine().facts().major();
  }

  @Override
  public void checkPattern(String pattern, String options) {
    Patterns.check(pattern, options);
  }

  @Override
  public ObjectNames objectNames() {
    Catalog catalog = session.catalog();
    if (names == null || names.catalog() != catalog || !names.path().equals(session.searchPath())) {
      names = new CatalogNames(catalog, session.searchPath(), this);
    }
    return names;
  }

  @Override
  public UserTypes userTypes() {
    Catalog catalog = session.catalog();
    if (userTypes == null || userTypes.catalog() != catalog) {
      userTypes = new SessionTypes(catalog, this, session.changes().addedLabels());
    }
    return userTypes;
  }

  /** The report as this server's major words it, with users' types called as they are here. */
  ErrorReport worded(ErrorReport report) {
    ErrorReport worded = session.engine().wording().of(report);
    return session.settings() == null
        ? worded
        : Wording.changed(worded, text -> TypeName.resolved(text, this::typeName));
  }

  private String typeName(long oid) {
    return objectNames().name(TypeOid.REGTYPE, oid).orElse("???");
  }
}
