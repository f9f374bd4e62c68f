package io.pgdouble.engine.function;

import io.pgdouble.engine.notification.SessionNotifications;
import io.pgdouble.engine.storage.SessionStorage;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.Facts;
import io.pgdouble.type.TypeEnvironment;
import java.util.List;
import java.util.Optional;

/**
 * What functions need from the session that executes them. The engine's core implements it, one for
 * each session; everything a function cannot compute from its arguments comes through here, so that
 * a run is repeatable.
 */
public interface ExecutionContext {

  /** What values' text forms depend on: date style, zone and the like. */
  TypeEnvironment types();

  /** {@code now()}: microseconds since 2000-01-01 UTC at the start of the transaction. */
  long transactionTimestamp();

  /** {@code statement_timestamp()}: the same, when the frontend's last message arrived. */
  long statementTimestamp();

  /** {@code clock_timestamp()}: the same, at this moment. */
  long clockTimestamp();

  /** What was learned from the server of the simulated version. */
  Facts facts();

  /** How definitions of objects are written. */
  default ObjectDefinitions definitions() {
    throw ErrorReport.notSimulated("definitions of objects here").toException();
  }

  /** Who this session is and what server it runs in. */
  SessionFacts session();

  /** {@code current_setting}: a parameter's value as {@code SHOW} prints it; empty if unknown. */
  Optional<String> setting(String name);

  /**
   * {@code set_config}.
   *
   * @param value the new text, null for the default
   * @return the value it now has, as {@code SHOW} prints it
   */
  String setSetting(String name, String value, SettingScope scope);

  /** The session's random numbers, {@code random()} and {@code setseed()}. */
  SessionRandom random();

  /** Random bytes for {@code gen_random_uuid()}; not influenced by {@code setseed}. */
  void fillRandom(byte[] bytes);

  /** {@code CHECK_FOR_INTERRUPTS}: throws what a cancel, a timeout or a shutdown has to say. */
  void checkForInterrupts();

  /**
   * Waits, noticing interrupts: the one primitive of waiting.
   *
   * @param micros microseconds; nothing happens if it is not positive
   */
  void sleep(long micros);

  /** Sends a notice or warning to the frontend, if {@code client_min_messages} lets it. */
  void report(ErrorReport notice);

  /** The files of the machine the server runs on. */
  ServerFileSystem files();

  /** {@code pg_cancel_backend} and {@code pg_terminate_backend}. */
  Signalling signalling();

  /** {@code pg_is_in_recovery}, {@code pg_promote} and their like. */
  Recovery recovery();

  /** Functions that users have written. */
  RoutineCalls routines();

  /** A transition table that the function which runs can see. */
  default Optional<TransitionTable> transition(String name) {
    return routines().transition(name);
  }

  /** The tables of the session's database, and what the session's transaction is to them. */
  SessionStorage storage();

  /** The transactions that are prepared, in the order of their names' entry. */
  List<PreparedXact> preparedTransactions();

  /** The channels the session listens to, and what it has to tell. */
  default SessionNotifications notifications() {
    throw ErrorReport.notSimulated("notifications here").toException();
  }

  /** Whether a database of that name exists. */
  boolean hasDatabase(String name);

  /** How long a setting made by a function lasts. */
  enum SettingScope {
    /** Until the end of the session. */
    SESSION,
    /** Until the end of the transaction. */
    TRANSACTION
  }
}
