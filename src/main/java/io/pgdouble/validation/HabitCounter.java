package io.pgdouble.validation;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Counts what one connection's frontend does. */
final class HabitCounter {
  private static final Pattern TRANSACTION =
      Pattern.compile("\\s*(begin|start transaction|commit|rollback|end)\\b[^;]*;?\\s*");

  private final Map<Habit.Kind, Long> counts;
  private Witness witness = Witness.fromStart(verdict -> {});
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> statementsOfPortals = new HashMap<>();
  private final Set<String> parsed = new HashSet<>();
  private final Set<String> described = new HashSet<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> namedPortals = new HashSet<>();
  private final Deque<String> awaited = new ArrayDeque<>();
  private Direction last = Direction.BACKEND;
  private boolean ready;
  private boolean terminated;
  private boolean gone;
  private boolean inTransaction;
  private int statementsInTurn;
  private boolean transactionCommandInTurn;
  private int executedSinceSync;
  private int sinceSync;
  private int parametersTold;
  private long messages;

  HabitCounter(Map<Habit.Kind, Long> counts) {
    this.counts = counts;
  }

  /** Whether nothing was counted yet. */
  boolean isFresh() {
    return messages == 0;
  }

  private void count(Habit.Kind kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  /** Something crossed. */
  void cross(Crossing crossing) {
    if (messages == 0 && !(crossing instanceof Crossing.Startup)) {
      witness = Witness.amid(verdict -> {});
      ready = true;
    }
    witness.cross(crossing);
    if (!Habits.isMessage(crossing)) {
      return;
    }
    messages++;
    boolean frontend = crossing.direction() == Direction.FRONTEND;
    count(frontend ? Habit.Kind.SENT : Habit.Kind.RECEIVED);
    turn(crossing.direction());
    if (crossing instanceof Crossing.Message message) {
      said(message.direction(), message.type(), message.body());
    } else if (crossing instanceof Crossing.Glimpse glimpse) {
      said(glimpse.direction(), glimpse.type(), glimpse.body());
    }
  }

  private void said(Direction side, byte type, byte[] body) {
    switch (side) {
      case FRONTEND -> asked(type, new Reading(body));
      case BACKEND -> answered(type, new Reading(body));
    }
  }

  /** A round trip is what the frontend says, and then the answer: nobody answers Terminate. */
  private void turn(Direction direction) {
    if (direction == Direction.FRONTEND && last == Direction.BACKEND) {
      statementsInTurn = 0;
      transactionCommandInTurn = false;
    } else if (direction == Direction.BACKEND && last == Direction.FRONTEND && !terminated) {
      count(ready ? Habit.Kind.ROUND_TRIPS : Habit.Kind.START_ROUND_TRIPS);
      if (transactionCommandInTurn && statementsInTurn == 1) {
        count(Habit.Kind.LONE_TRANSACTION_COMMANDS);
      }
    }
    last = direction;
  }

  private void asked(byte type, Reading body) {
    switch (type) {
      case 'Q' -> {
        count(Habit.Kind.QUERIES);
        statement(body.string());
      }
      case 'P' -> parse(body.string(), body.string());
      case 'B' -> bind(body);
      case 'D' -> describe(body.kind(), body.string());
      case 'E' -> execute(body.string());
      case 'C' -> close(body.kind(), body.string());
      case 'H' -> count(Habit.Kind.FLUSHES);
      case 'S' -> sync();
      case 'X' -> terminated = true;
      default -> {}
    }
    sinceSync += "PBDEC".indexOf(type) >= 0 ? 1 : 0;
  }

  private void statement(String sql) {
    statementsInTurn++;
    transactionCommandInTurn |= TRANSACTION.matcher(sql.toLowerCase(Locale.ROOT)).matches();
  }

  private void parse(String name, String sql) {
    count(Habit.Kind.PARSED);
    if (!parsed.add(sql)) {
      count(Habit.Kind.PARSED_AGAIN);
    }
    texts.put(name, sql);
    forget(name);
    if (!name.isEmpty()) {
      named.add(name);
    }
  }

  private void bind(Reading body) {
    String portal = body.string();
    String statement = body.string();
    statementsOfPortals.put(portal, statement);
    if (!portal.isEmpty()) {
      namedPortals.add(portal);
    }
    if (body.anyBinary()) {
      count(Habit.Kind.BINARY_PARAMETERS);
    }
    body.values();
    if (body.anyBinary()) {
      count(Habit.Kind.BINARY_RESULTS);
    }
  }

  private void describe(char kind, String name) {
    count(Habit.Kind.DESCRIBED);
    boolean cursor = kind == 'P' && !statementsOfPortals.containsKey(name);
    String statement = kind == 'S' ? name : statementsOfPortals.getOrDefault(name, name);
    String what = (cursor ? "cursor " : kind) + statement;
    boolean known = described.contains(what) || !cursor && described.contains("S" + statement);
    if (known) {
      count(Habit.Kind.DESCRIBED_AGAIN);
    }
    described.add(what);
    awaited.add(known ? "known" : "unknown");
  }

  /** There is another statement of this name, or none: its columns are not known. */
  private void forget(String statement) {
    described.remove("S" + statement);
    described.remove("P" + statement);
  }

  private void execute(String portal) {
    count(Habit.Kind.EXECUTED);
    executedSinceSync++;
    counts.merge(Habit.Kind.DEEPEST_PIPELINE, (long) executedSinceSync, Math::max);
    statement(texts.getOrDefault(statementsOfPortals.getOrDefault(portal, ""), ""));
  }

  private void close(char kind, String name) {
    if (kind == 'S') {
      named.remove(name);
      forget(name);
    } else {
      namedPortals.remove(name);
    }
  }

  private void sync() {
    if (sinceSync == 0) {
      count(Habit.Kind.EMPTY_SYNCS);
    } else if (executedSinceSync == 1) {
      count(Habit.Kind.SYNCS_OF_ONE);
    }
    executedSinceSync = 0;
    sinceSync = 0;
  }

  private void answered(byte type, Reading body) {
    switch (type) {
      case 't' -> parametersTold = body.isEmpty() ? 1 : body.int16();
      case 'T' -> {
        awaited.poll();
        parametersTold = 0;
      }
      case 'n' -> noData();
      case 's' -> count(Habit.Kind.SUSPENDED);
      case 'E' -> error();
      case 'Z' -> ready(body.kind());
      default -> {}
    }
  }

  private void noData() {
    boolean first = "unknown".equals(awaited.poll());
    if (first && parametersTold == 0) {
      count(Habit.Kind.DESCRIBED_IN_VAIN);
    }
    parametersTold = 0;
  }

  private void error() {
    count(Habit.Kind.ERRORS);
    awaited.clear();
    if (gone || terminated) {
      count(Habit.Kind.UNREAD_ERRORS);
    }
  }

  private void ready(char status) {
    ready = true;
    inTransaction = status != 'I';
    if (!inTransaction) {
      namedPortals.forEach(portal -> count(Habit.Kind.PORTALS_LEFT));
      namedPortals.clear();
    }
  }

  /** The frontend has closed. */
  void left() {
    gone = true;
    witness.left();
  }

  /** Nothing follows. */
  void end() {
    named.forEach(name -> count(Habit.Kind.NEVER_CLOSED));
    counts.merge(Habit.Kind.SKIPPED, (long) witness.skipped(), Long::sum);
    if (inTransaction && (gone || terminated)) {
      count(Habit.Kind.LEFT_IN_TRANSACTION);
    }
    if (gone && !terminated && ready) {
      count(Habit.Kind.LEFT_WITHOUT_TERMINATE);
    }
  }

  /** The body of a message, read as far as it goes. */
  private static final class Reading {
    private final byte[] bytes;
    private int at;

    Reading(byte[] bytes) {
      this.bytes = bytes;
    }

    /** A log does not tell what there was. */
    boolean isEmpty() {
      return bytes.length == 0;
    }

    char kind() {
      return at < bytes.length ? (char) bytes[at++] : ' ';
    }

    String string() {
      int start = at;
      while (at < bytes.length && bytes[at] != 0) {
        at++;
      }
      return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
    }

    int int16() {
      int value = at + 1 < bytes.length ? (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff : 0;
      at += 2;
      return value;
    }

    boolean anyBinary() {
      boolean any = false;
      for (int left = int16(); left > 0 && at < bytes.length; left--) {
        any |= int16() == 1;
      }
      return any;
    }

    void values() {
      for (int left = int16(); left > 0 && at < bytes.length; left--) {
        int length = int16() << 16 | int16();
        at += Math.max(0, length);
      }
    }
  }
}
