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
  /** What a frontend asked for and the backend has not answered yet, in the order of asking. */
  private final PendingRequests pending = new PendingRequests();

  private final Map<String, List<String>> ofStatements = new HashMap<>();
  private final Map<String, String> statementsOfPortals = new HashMap<>();
  private final Map<String, String> textsOfStatements = new HashMap<>();
  private List<String> current = List.of();
  private String bound = "";

  /** The names of a DataRow's columns at this moment; empty if nobody knows. */
  List<String> current() {
    return current;
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
      current = List.of();
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
      case 'T' -> described(names(body));
      case 'n' -> described(List.of());
      case 'D' -> executing();
      case 'C', 's', 'I' -> {
        pending.executed();
        current = List.of();
      }
      case 'Z' -> {
        pending.ready();
        current = List.of();
      }
      default -> {}
    }
  }

  private void described(List<String> names) {
    current = names;
    pending.described().ifPresent(statement -> ofStatements.put(statement, names));
  }

  private void executing() {
    if (current.isEmpty()) {
      current = pending.executing().map(ofStatements::get).orElse(List.of());
    }
  }

  private static List<String> names(BodyCursor body) {
    int count = body.int16();
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(body.text());
      body.take(18);
    }
    return names;
  }
}
