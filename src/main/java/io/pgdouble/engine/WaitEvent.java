package io.pgdouble.engine;

/**
 * What a backend waits for, as {@code wait_event_type} and {@code wait_event} show it. Manual:
 * {@code monitoring-stats § Wait Events}.
 */
public enum WaitEvent {
  CLIENT_READ("Client", "ClientRead"),
  CLIENT_WRITE("Client", "ClientWrite"),
  PG_SLEEP("Timeout", "PgSleep"),
  TRANSACTION_ID("Lock", "transactionid"),
  RELATION("Lock", "relation"),
  ADVISORY("Lock", "advisory"),
  TUPLE("Lock", "tuple"),
  OBJECT("Lock", "object"),
  SAFE_SNAPSHOT("IPC", "SafeSnapshot");

  private final String type;
  private final String event;

  WaitEvent(String type, String event) {
    this.type = type;
    this.event = event;
  }

  /** The column {@code wait_event_type}. */
  public String type() {
    return type;
  }

  /** The column {@code wait_event}. */
  public String event() {
    return event;
  }
}
