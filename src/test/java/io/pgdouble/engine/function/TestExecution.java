package io.pgdouble.engine.function;

import io.pgdouble.datadir.MemoryHome;
import io.pgdouble.engine.storage.SessionStorage;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.type.StandardTypeEnvironment;
import io.pgdouble.type.TypeEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session for functions under test: it has a clock that stands still and no neighbours. */
final class TestExecution implements ExecutionContext, SessionFacts, Signalling {
  private final SessionRandom random = new SessionRandom(1);
  private final java.util.Random bytes = new java.util.Random(1);

  @Override
  public TypeEnvironment types() {
    return StandardTypeEnvironment.INSTANCE;
  }

  @Override
  public long transactionTimestamp() {
    return 0;
  }

  @Override
  public long statementTimestamp() {
    return 0;
  }

  @Override
  public long clockTimestamp() {
    return 0;
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
    return new NoRecovery();
  }

  @Override
  public RoutineCalls routines() {
    return new NoRoutines();
  }

  @Override
  public List<PreparedXact> preparedTransactions() {
    return List.of();
  }

  @Override
  public SessionStorage storage() {
    throw ErrorReport.notSimulated("storage outside of sessions").toException();
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
    return new MemoryHome(() -> ServerSettings.of(Facts.of(16), Map.of()), Optional.empty())
        .machine();
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
