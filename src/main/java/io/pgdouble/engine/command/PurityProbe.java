package io.pgdouble.engine.command;

import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.function.ObjectDefinitions;
import io.pgdouble.engine.function.PreparedXact;
import io.pgdouble.engine.function.Recovery;
import io.pgdouble.engine.function.RoutineCalls;
import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.engine.function.SessionFacts;
import io.pgdouble.engine.function.SessionRandom;
import io.pgdouble.engine.function.Signalling;
import io.pgdouble.engine.function.TransitionTable;
import io.pgdouble.engine.notification.SessionNotifications;
import io.pgdouble.engine.storage.SessionStorage;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.ByteaOutput;
import io.pgdouble.type.DateStyle;
import io.pgdouble.type.IntervalStyle;
import io.pgdouble.type.ObjectNames;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.UserTypes;
import io.pgdouble.type.Zone;
import java.util.List;
import java.util.Optional;

/**
 * A session's context that notices whether anything of the session was looked at. What analysis and
 * planning made without looking is the same for every session, and can be kept for them all.
 */
final class PurityProbe implements ExecutionContext, TypeEnvironment {
  private final ExecutionContext session;
  private boolean looked;

  PurityProbe(ExecutionContext session) {
    this.session = session;
  }

  /** Whether nothing was looked at so far. */
  boolean isPure() {
    return !looked;
  }

  private ExecutionContext look() {
    looked = true;
    return session;
  }

  @Override
  public TypeEnvironment types() {
    return this;
  }

  @Override
  public Facts facts() {
    return session.facts();
  }

  @Override
  public void checkForInterrupts() {
    session.checkForInterrupts();
  }

  @Override
  public long transactionTimestamp() {
    return look().transactionTimestamp();
  }

  @Override
  public long statementTimestamp() {
    return look().statementTimestamp();
  }

  @Override
  public long clockTimestamp() {
    return look().clockTimestamp();
  }

  @Override
  public SessionFacts session() {
    return look().session();
  }

  @Override
  public Optional<String> setting(String name) {
    return look().setting(name);
  }

  @Override
  public String setSetting(String name, String value, SettingScope scope) {
    return look().setSetting(name, value, scope);
  }

  @Override
  public SessionRandom random() {
    return look().random();
  }

  @Override
  public void fillRandom(byte[] bytes) {
    look().fillRandom(bytes);
  }

  @Override
  public ObjectDefinitions definitions() {
    return look().definitions();
  }

  @Override
  public void sleep(long micros) {
    look().sleep(micros);
  }

  @Override
  public void report(ErrorReport notice) {
    look().report(notice);
  }

  @Override
  public ServerFileSystem files() {
    return look().files();
  }

  @Override
  public Signalling signalling() {
    return look().signalling();
  }

  @Override
  public Recovery recovery() {
    return look().recovery();
  }

  /** Mostly there are none, and who looks for one has not looked at anything. */
  @Override
  public Optional<TransitionTable> transition(String name) {
    Optional<TransitionTable> found = session.transition(name);
    looked |= found.isPresent();
    return found;
  }

  @Override
  public RoutineCalls routines() {
    return look().routines();
  }

  @Override
  public List<PreparedXact> preparedTransactions() {
    return look().preparedTransactions();
  }

  @Override
  public SessionStorage storage() {
    return look().storage();
  }

  @Override
  public SessionNotifications notifications() {
    return look().notifications();
  }

  @Override
  public boolean hasDatabase(String name) {
    return look().hasDatabase(name);
  }

  @Override
  public DateStyle dateStyle() {
    return look().types().dateStyle();
  }

  @Override
  public IntervalStyle intervalStyle() {
    return look().types().intervalStyle();
  }

  @Override
  public Zone timeZone() {
    return look().types().timeZone();
  }

  @Override
  public int extraFloatDigits() {
    return look().types().extraFloatDigits();
  }

  @Override
  public ByteaOutput byteaOutput() {
    return look().types().byteaOutput();
  }

  @Override
  public long transactionStart() {
    return look().types().transactionStart();
  }

  /** The same for every session of a server. */
  @Override
  public int major() {
    return session.facts().major();
  }

  @Override
  public void checkPattern(String pattern, String options) {
    look().types().checkPattern(pattern, options);
  }

  @Override
  public ObjectNames objectNames() {
    return look().types().objectNames();
  }

  /** Its own catalog tells them, which is what plans are kept by. */
  @Override
  public UserTypes userTypes() {
    return session.types().userTypes();
  }
}
