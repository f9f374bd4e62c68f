package io.pgdouble.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names that a frontend gives to statements and portals, as numbers in the order in which it
 * gave them: so two frontends say the same that differ only in how they name things. Sees every
 * message of a connection, in order.
 */
final class NumberedNames {
  /** Statements that name others. */
  private static final Pattern ABOUT_STATEMENTS =
      Pattern.compile("(?i)^Query\\s+\"\\s*(deallocate|execute)\\b.*", Pattern.DOTALL);

  private static final String UNNAMED = "\"\"";

  private final Map<String, String> statements = new HashMap<>();
  private final Map<String, String> portals = new HashMap<>();
  private int parsed;
  private int bound;

  /** Takes note of a message. */
  void see(Crossing crossing) {
    if (crossing instanceof Crossing.Message message && message.direction() == Direction.FRONTEND) {
      try {
        frontend(message.type(), new BodyCursor(message.body()));
      } catch (BodyCursor.MalformedBodyException e) {
        return;
      }
    }
  }

  private void frontend(byte type, BodyCursor body) {
    String name = type == 'P' || type == 'B' ? quoted(body) : UNNAMED;
    if (name.equals(UNNAMED)) {
      return;
    }
    if (type == 'P') {
      statements.put(name, "${statement " + ++parsed + "}");
    } else {
      portals.put(name, "${portal " + ++bound + "}");
    }
  }

  private static String quoted(BodyCursor body) {
    return Escapes.quote(body.string(), '"');
  }

  /** A statement's name; one that SQL gave is as it is. */
  String statement(String quoted) {
    return statements.getOrDefault(quoted, quoted);
  }

  String portal(String quoted) {
    return portals.getOrDefault(quoted, quoted);
  }

  /** A line in whose text names may stand: an error, or a statement about statements. */
  String line(Crossing crossing, String line) {
    boolean error =
        crossing.direction() == Direction.BACKEND
            && crossing instanceof Crossing.Message message
            && (message.type() == 'E' || message.type() == 'N');
    if (error) {
      return replaced(replaced(line, statements, "\\\\\"%s\\\\\""), portals, "\\\\\"%s\\\\\"");
    }
    return ABOUT_STATEMENTS.matcher(line).matches()
        ? replaced(line, statements, "(\\\\\")?\\b%s\\b(\\\\\")?")
        : line;
  }

  private static String replaced(String line, Map<String, String> names, String pattern) {
    String text = line;
    for (Map.Entry<String, String> name : names.entrySet()) {
      String plain = name.getKey().substring(1, name.getKey().length() - 1);
      text =
          text.replaceAll(
              pattern.formatted(Pattern.quote(plain)),
              java.util.regex.Matcher.quoteReplacement(name.getValue()));
    }
    return text;
  }
}
