package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.FactsCatalog;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.function.NoRoutines;
import io.pgdouble.engine.function.PreparedXact;
import io.pgdouble.engine.function.Recovery;
import io.pgdouble.engine.function.RoutineCalls;
import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.engine.function.SessionFacts;
import io.pgdouble.engine.function.SessionRandom;
import io.pgdouble.engine.function.Signalling;
import io.pgdouble.engine.storage.SessionStorage;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.TypeEnvironment;
import java.util.List;
import java.util.Optional;

/** A session for statements under test: its clock stands still, and it has no neighbours. */
final class LoneSession implements ExecutionContext, SessionFacts, Signalling {
  private static final long EPOCH_2000 = 946_684_800_000_000L;

  private final long now = System.currentTimeMillis() * 1000 - EPOCH_2000;
  private final TypeEnvironment types;
  private final SessionRandom random = new SessionRandom(1);
  private final java.util.Random bytes = new java.util.Random(1);

  LoneSession(FactsCatalog catalog) {
    types = new NamedEnvironment(new CatalogNames(catalog, SearchPath.DEFAULT, this), now);
  }

  @Override
  public TypeEnvironment types() {
    return types;
  }

  @Override
  public long transactionTimestamp() {
    return now;
  }

  @Override
  public long statementTimestamp() {
    return now;
  }

  @Override
  public long clockTimestamp() {
    return now;
  }

  @Override
  public Facts facts() {
    return Facts.of(16);
  }

  @Override
  public SessionFacts session() {
    return this;
  }

  @Override
  public Optional<String> setting(String name) {
    return Optional.empty();
  }

  @Override
  public String setSetting(String name, String value, SettingScope scope) {
    return value;
  }

  @Override
  public SessionRandom random() {
    return random;
  }

  @Override
  public void fillRandom(byte[] target) {
    bytes.nextBytes(target);
  }

  @Override
  public void checkForInterrupts() {}

  @Override
  public void sleep(long micros) {}

  @Override
  public void report(ErrorReport notice) {}

  @Override
  public Signalling signalling() {
    return this;
  }

  @Override
  public Recovery recovery() {
    throw new UnsupportedOperationException();
  }

  @Override
  public RoutineCalls routines() {
    return new NoRoutines();
  }

  @Override
  public SessionStorage storage() {
    throw new IllegalStateException("nothing is stored");
  }

  @Override
  public boolean hasDatabase(String name) {
    return name.equals("postgres");
  }

  @Override
  public String versionText() {
    return "PostgreSQL 16.9";
  }

  @Override
  public String database() {
    return "postgres";
  }

  @Override
  public String currentUser() {
    return "postgres";
  }

  @Override
  public String sessionUser() {
    return "postgres";
  }

  @Override
  public ServerFileSystem files() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String logDirectory() {
    return "log";
  }

  @Override
  public boolean isSuperuser() {
    return true;
  }

  @Override
  public boolean hasPrivilegesOf(String role) {
    return true;
  }

  @Override
  public int backendPid() {
    return 4711;
  }

  @Override
  public List<PreparedXact> preparedTransactions() {
    return List.of();
  }

  @Override
  public Optional<String> systemUser() {
    return Optional.empty();
  }

  @Override
  public Optional<String> clientAddress() {
    return Optional.empty();
  }

  @Override
  public Optional<Integer> clientPort() {
    return Optional.empty();
  }

  @Override
  public Optional<String> serverAddress() {
    return Optional.empty();
  }

  @Override
  public Optional<Integer> serverPort() {
    return Optional.empty();
  }

  @Override
  public long postmasterStartTime() {
    return 0;
  }

  @Override
  public long configurationLoadTime() {
    return 0;
  }

  @Override
  public Optional<String> temporarySchema() {
    return Optional.empty();
  }

  @Override
  public String currentQuery() {
    return "";
  }

  @Override
  public List<String> schemas(ImplicitSchemas implicit) {
    return List.of("public");
  }

  @Override
  public boolean cancel(int pid) {
    return false;
  }

  @Override
  public boolean terminate(int pid) {
    return false;
  }

  @Override
  public boolean reload() {
    return true;
  }

  @Override
  public LogFileAccess logFiles() {
    throw new UnsupportedOperationException("no files");
  }

  @Override
  public boolean isRunning(int pid) {
    return false;
  }
}
