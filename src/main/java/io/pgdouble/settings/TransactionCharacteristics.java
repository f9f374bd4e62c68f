package io.pgdouble.settings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What a session's transaction is like, beside what SET does to it. {@code xact.c}. */
final class TransactionCharacteristics {
  private static final String READ_ONLY = "transaction_read_only";

  private final SessionSettings session;

  /** Whether it was read-only outside each open subtransaction, innermost first. */
  private final Deque<Boolean> readOnlyOutside = new ArrayDeque<>(1);

  /** Looked up by the first transaction for all of them; empty before. */
  private List<Characteristic> all = List.of();

  TransactionCharacteristics(SessionSettings session) {
    this.session = session;
  }

  /** A setting of the transaction, and the one it begins with. */
  private record Characteristic(Setting own, Setting usual) {}

  /** In recovery all a transaction can do is read. {@code xact.c: StartTransaction}. */
  void begin() {
    if (all.isEmpty()) {
      all =
          Stream.of("transaction_isolation", READ_ONLY, "transaction_deferrable")
              .map(this::characteristic)
              .toList();
    }
    boolean recovering = session.host().inRecovery();
    for (Characteristic one : all) {
      boolean forced = recovering && one.own.name().equals(READ_ONLY);
      session.characteristic(one.own, forced ? Boolean.TRUE : session.value(one.usual));
    }
  }

  private Characteristic characteristic(String name) {
    return new Characteristic(session.setting(name), session.setting("default_" + name));
  }

  void deepen() {
    readOnlyOutside.push(session.bool(READ_ONLY));
  }

  void ascend() {
    session.characteristic(session.setting(READ_ONLY), readOnlyOutside.pop());
  }

  boolean isDeep() {
    return !readOnlyOutside.isEmpty();
  }
}
