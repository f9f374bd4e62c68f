package io.pgdouble.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of the rows that cross a connection, and the statements they answer: what has been
 * described, kept by the names of statements and portals. Sees every message of the connection, in
 * order.
 */
final class RowColumns {
  /** A table's OID and an attribute's number. */
  private static final int BEFORE_TYPE = 6;

  /** A type's size and modifier, and a format. */
  private static final int AFTER_TYPE = 8;

  /** What a frontend asked for and the backend has not answered yet, in the order of asking. */
  private final PendingRequests pending = new PendingRequests();

  private final Map<String, Columns> ofStatements = new HashMap<>();
  private final Map<String, String> statementsOfPortals = new HashMap<>();
  private final Map<String, String> textsOfStatements = new HashMap<>();
  private Columns current = Columns.UNKNOWN;
  private String bound = "";

  /** What rows were said to be. */
  private record Columns(List<String> names, List<Integer> types) {
    private static final Columns UNKNOWN = new Columns(List.of(), List.of());
  }

  /** The names of a DataRow's columns at this moment; empty if nobody knows. */
  List<String> current() {
    return current.names();
  }

  /** The OIDs of the types of a DataRow's columns at this moment; empty if nobody knows. */
  List<Integer> types() {
    return current.types();
  }

  /** The text of a statement that was parsed; empty if nobody knows it. */
  String text(String statement) {
    return textsOfStatements.getOrDefault(statement, "");
  }

  /** Takes note of a message. */
  void see(Crossing crossing) {
    if (!(crossing instanceof Crossing.Message message)) {
      return;
    }
    try {
      if (message.direction() == Direction.FRONTEND) {
        frontend(message.type(), new BodyCursor(message.body()));
      } else {
        backend(message.type(), new BodyCursor(message.body()));
      }
    } catch (BodyCursor.MalformedBodyException e) {
      current = Columns.UNKNOWN;
    }
  }

  private void frontend(byte type, BodyCursor body) {
    switch (type) {
      case 'P' -> textsOfStatements.put(body.text(), body.text());
      case 'B' -> bind(body.text(), body.text());
      case 'D' -> pending.describe(statement(body.int8(), body.text()));
      case 'E' -> pending.execute(statement((byte) 'P', body.text()));
      case 'S', 'Q', 'F' -> pending.sync();
      default -> {}
    }
  }

  private void bind(String portal, String statement) {
    statementsOfPortals.put(portal, statement);
    bound = text(statement);
  }

  /** The text of the statement that was bound last; empty if nobody knows it. */
  String bound() {
    return bound;
  }

  private String statement(byte kind, String name) {
    return kind == 'S' ? name : statementsOfPortals.getOrDefault(name, "");
  }

  private void backend(byte type, BodyCursor body) {
    switch (type) {
      case 'T' -> described(columns(body));
      case 'n' -> described(Columns.UNKNOWN);
      case 'D' -> executing();
      case 'C', 's', 'I' -> {
        pending.executed();
        current = Columns.UNKNOWN;
      }
      case 'Z' -> {
        pending.ready();
        current = Columns.UNKNOWN;
      }
      default -> {}
    }
  }

  private void described(Columns columns) {
    current = columns;
    pending.described().ifPresent(statement -> ofStatements.put(statement, columns));
  }

  private void executing() {
    if (current.names().isEmpty()) {
      current = pending.executing().map(ofStatements::get).orElse(Columns.UNKNOWN);
    }
  }

  private static Columns columns(BodyCursor body) {
    int count = body.int16();
    List<String> names = new ArrayList<>(count);
    List<Integer> types = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(body.text());
      body.take(BEFORE_TYPE);
      types.add(body.int32());
      body.take(AFTER_TYPE);
    }
    return new Columns(names, types);
  }
}
