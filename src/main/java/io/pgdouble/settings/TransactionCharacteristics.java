package io.pgdouble.settings;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a session's transaction is like, beside what SET does to it. {@code xact.c}. */
final class TransactionCharacteristics {
  private static final String READ_ONLY = "transaction_read_only";

  private final SessionSettings session;

  /** Whether it was read-only outside each open subtransaction, innermost first. */
  private final Deque<Boolean> readOnlyOutside = new ArrayDeque<>(1);

  TransactionCharacteristics(SessionSettings session) {
    this.session = session;
  }

  /** In recovery all a transaction can do is read. {@code xact.c: StartTransaction}. */
  void begin() {
    session.characteristic("transaction_isolation", usual("transaction_isolation"));
    boolean readOnly = session.host().inRecovery() || (Boolean) usual(READ_ONLY);
    session.characteristic(READ_ONLY, readOnly);
    session.characteristic("transaction_deferrable", usual("transaction_deferrable"));
  }

  private Object usual(String name) {
    return session.value(session.setting("default_" + name));
  }

  void deepen() {
    readOnlyOutside.push(session.bool(READ_ONLY));
  }

  void ascend() {
    session.characteristic(READ_ONLY, readOnlyOutside.pop());
  }

  boolean isDeep() {
    return !readOnlyOutside.isEmpty();
  }
}
